//! Methods, and the headers of requests and responses.

use super::{ALONE, HEAD, JSON, READ, READ_WRITE, ROCKET, ROUTE, ROUTER, Row, methods, owned};

pub(super) const ROWS: &[Row] = &[
    (ALONE, |c| methods(c, &[""]), &["methods[0] MethodEmpty"]),
    (ALONE, |c| methods(c, &["GET, PUT"]), &["methods[0] MethodList"]),
    (
        ALONE,
        |c| methods(c, &["TRACE", "CONNECT"]),
        &["methods[0] MethodForbidden", "methods[1] MethodForbidden"],
    ),
    (READ, |c| methods(c, &["HEAD"]), &[]),
    (ROCKET, |c| methods(c, &["HEAD"]), &["methods[0] MethodHeadAlone: write `GET`"]),
    (ROCKET, |c| methods(c, &["GET", "HEAD"]), &[]),
    (HEAD, |c| methods(c, &["HEAD"]), &[]),
    (ROUTE, |c| methods(c, &["purge"]), &["methods[0] MethodCase (PURGE): write `PURGE`"]),
    (ALONE, |c| methods(c, &["patch"]), &["methods[0] MethodCase (PATCH): write `PATCH`"]),
    (ROUTE, |c| methods(c, &["*"]), &["methods[0] MethodAnyOnRoute (and this one serves `GET`, `PURGE`)"]),
    (ROUTE, |c| methods(c, &["DELETE"]), &["methods[0] MethodNotServed (`GET`, `PURGE`)"]),
    (ROUTE, |c| methods(c, &["DELETE", "GET"]), &["methods[0] MethodNotServed (`GET`, `PURGE`): remove it"]),
    (ROUTER, |c| methods(c, &["GET", "HEAD"]), &[]),
    (ROUTER, |c| methods(c, &["HEAD"]), &[]),
    (ROUTER, |c| methods(c, &["PATCH", "OPTIONS"]), &[]),
    (
        ROUTER,
        |c| methods(c, &["PUTT", "OPTIONS", "query", "PURGE"]),
        &[
            "methods[0] MethodNotRouted (`GET`, `HEAD`, `POST`, `PUT`, `DELETE`, `PATCH`, `OPTIONS`): write `PUT`",
            "methods[2] MethodNotRouted (`GET`, `HEAD`, `POST`, `PUT`, `DELETE`, `PATCH`, `OPTIONS`): remove it",
            "methods[3] MethodNotRouted (`GET`, `HEAD`, `POST`, `PUT`, `DELETE`, `PATCH`, `OPTIONS`): remove it",
        ],
    ),
    (ROUTER, |c| methods(c, &["*"]), &["methods[0] MethodAnyOnRoute"]),
    (ROUTER, |c| methods(c, &["patch"]), &["methods[0] MethodCase (PATCH): write `PATCH`"]),
    (ROUTER, |c| methods(c, &["GET", "TRACE"]), &["methods[1] MethodForbidden: remove it"]),
    (ALONE, |c| methods(c, &["GET "]), &["methods[0] MethodSyntax: write `GET`"]),
    (ALONE, |c| methods(c, &["GET", "TRACE"]), &["methods[1] MethodForbidden: remove it"]),
    (ALONE, |c| methods(c, &["PUT", "PUT"]), &["methods[1] MethodDuplicate: remove it"]),
    (ALONE, |c| methods(c, &["*", "PUT"]), &["methods[0] MethodAnyMixed: remove it"]),
    (READ_WRITE, |c| methods(c, &["GTE"]), &["methods[0] MethodNotServed (`GET`, `PUT`): write `GET`"]),
    (READ_WRITE, |c| methods(c, &["put"]), &["methods[0] MethodCase (PUT): write `PUT`"]),
    (READ_WRITE, |c| methods(c, &["GET", "OPTIONS"]), &["methods[1] MethodOptions: remove it"]),
    (ALONE, |c| methods(c, &[]), &["methods MethodsEmpty"]),
    (ALONE, |c| methods(c, &["G*"]), &["methods[0] MethodPartialWildcard"]),
    (
        ALONE,
        |c| {
            methods(c, &["*"]);
            c.credentials = true;
        },
        &["methods[0] CredentialsAnyMethod"],
    ),
    (
        ALONE,
        |c| {
            c.allow_headers = owned(&["*"]);
            c.credentials = true;
        },
        &["allow_headers[0] CredentialsAnyHeader"],
    ),
    (ALONE, |c| c.allow_headers = owned(&["x-a", "x-a"]), &["allow_headers[1] HeaderDuplicate: remove it"]),
    (
        ALONE,
        |c| c.allow_headers = owned(&["x-a", "X-A"]),
        &["allow_headers[1] HeaderDuplicate (since header names ignore case): remove it"],
    ),
    (ALONE, |c| c.allow_headers = owned(&["x-a", "x-b:"]), &["allow_headers[1] HeaderSyntax: write `x-b`"]),
    (
        ALONE,
        |c| c.allow_headers = owned(&["x-a", "x-*"]),
        &["allow_headers[1] HeaderPartialWildcard: remove it"],
    ),
    (ALONE, |c| c.allow_headers = owned(&["x-a", ""]), &["allow_headers[1] HeaderEmpty: remove it"]),
    (ALONE, |c| c.allow_headers = owned(&["host"]), &["allow_headers[0] HeaderForbidden: remove it"]),
    (ALONE, |c| c.allow_headers = owned(&["x-a", "Cookie"]), &["allow_headers[1] HeaderCookie: remove it"]),
    (
        ALONE,
        |c| c.allow_headers = owned(&["access-control-max-age"]),
        &["allow_headers[0] HeaderOfResponse: remove it"],
    ),
    (ALONE, |c| c.allow_headers = owned(&["*", "x-a"]), &["allow_headers[1] HeaderBesideAny: remove it"]),
    (
        ALONE,
        |c| {
            c.allow_headers = owned(&["*", "x-a"]);
            c.credentials = true;
        },
        &["allow_headers[0] CredentialsAnyHeader: remove it"],
    ),
    (JSON, |_| {}, &["allow_headers ContentTypeMissing (JSON): add `allow_headers = [\"content-type\"]`"]),
    (
        JSON,
        |c| c.allow_headers = owned(&["x-a"]),
        &["allow_headers ContentTypeMissing (JSON): add `allow_headers = [\"x-a\", \"content-type\"]`"],
    ),
    (
        ALONE,
        |c| {
            c.expose_headers = owned(&["*"]);
            c.credentials = true;
        },
        &["expose_headers[0] CredentialsAnyExposed"],
    ),
    (ALONE, |c| c.expose_headers = owned(&["x-a, x-b"]), &["expose_headers[0] HeaderList"]),
    (ALONE, |c| c.expose_headers = owned(&["ETag:"]), &["expose_headers[0] HeaderSyntax: write `ETag`"]),
    (
        ALONE,
        |c| c.expose_headers = owned(&["etag", "ETag"]),
        &["expose_headers[1] HeaderDuplicate (since header names ignore case): remove it"],
    ),
    (ALONE, |c| c.expose_headers = owned(&["set-cookie"]), &["expose_headers[0] ExposeForbidden: remove it"]),
    (ALONE, |c| c.expose_headers = owned(&["Origin"]), &["expose_headers[0] ExposeOfRequest: remove it"]),
    (
        ALONE,
        |c| c.expose_headers = owned(&["access-control-max-age"]),
        &["expose_headers[0] ExposeOfPreflight: remove it"],
    ),
    (ALONE, |c| c.expose_headers = owned(&["etag", "*"]), &["expose_headers[0] ExposeBesideAny: remove it"]),
    (
        ALONE,
        |c| {
            c.expose_headers = owned(&["*", "etag"]);
            c.credentials = true;
        },
        &["expose_headers[0] CredentialsAnyExposed: remove it"],
    ),
];
