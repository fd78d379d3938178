//! The kinds of mistakes with their messages, which say why it is one to readers who do not know CORS.

use crate::syntax::bytes::copy;
use crate::syntax::list::text;

macro_rules! kinds {
    ($( $name:ident => $text:literal $(, $help:literal)?; )*) => {
        /// A kind of mistake. In its message `{value}` is the value at fault, and `{detail}` is a detail of the place:
        /// a public suffix, or the methods of the route.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum MistakeKind {
            $( #[doc = $text] $name, )*
        }

        impl MistakeKind {
            /// Every kind.
            #[doc(hidden)]
            pub const ALL: &[Self] = &[$( Self::$name, )*];

            /// Returns the name in kebab case: `origin-no-scheme` for `OriginNoScheme`.
            pub(super) const fn code(self) -> &'static str {
                match self {
                    $( Self::$name => {
                        const CODE: [u8; kebab_len(stringify!($name))] = kebab(stringify!($name));
                        text(&CODE)
                    } )*
                }
            }

            /// Returns the message without the fix.
            #[doc(hidden)]
            pub const fn reason(self) -> &'static str {
                match self {
                    $( Self::$name => $text, )*
                }
            }

            /// Returns what to write instead where no single fix is right, or, after `and `, what to add to the fix.
            pub(super) const fn help(self) -> Option<&'static str> {
                match self {
                    $( Self::$name => kinds!(@optional $($help)?), )*
                }
            }
        }
    };
    (@optional $text:literal) => { Some($text) };
    (@optional) => { None };
}

kinds! {
    // Origins.
    OriginsMissing => "`origins` is missing, and no origin is allowed by default",
        "add `origins = [\"https://app.example.com\"]` with the origins of your pages, or `origins = \"*\"` for a public API";
    OriginsEmpty => "`origins` is empty, so every other origin would be refused",
        "list the origins of your pages, or write `#[cors(same_origin)]` for a route without CORS";
    OriginEmpty => "the origin is empty", "write an origin such as `https://app.example.com`";
    OriginDuplicate => "origin `{value}` is listed twice";
    OriginRepeated => "origin `{value}` duplicates `{detail}`";
    OriginAnyMixed => "`*` allows every origin, not only those listed beside it";
    OriginWhitespace => "origin `{value}` contains a space, and origins have none",
        "write each origin as a separate element, without spaces";
    OriginControl => "origin `{value}` contains a control character, and origins have none", "remove the character";
    OriginInvisible => "origin `{value}` contains an invisible character, and origins have none", "remove the character";
    OriginList => "origin `{value}` contains a comma, and browsers send one origin",
        "write each origin as a separate element, as in `[\"https://a.example.com\", \"https://b.example.com\"]`";
    OriginQuotes => "origin `{value}` contains quotes", "write it without them";
    OriginPlaceholder => "origin `{value}` has a placeholder that is not filled in",
        "write the origin that it stands for";
    OriginRegex => "origin `{value}` looks like a regular expression, which patterns do not support",
        "write exact origins, `https://*.example.com` for subdomains, or `http://localhost:*` for every port; for others see `guide::wishes`";
    OriginNull => "every site can send the origin `null` (a sandboxed frame does), so it allows every site",
        "remove it; to allow it nevertheless, without credentials, write `null` and add `dangerously_allow = [\"null_origin\"]`";
    OriginNoScheme => "origin `{value}` has no scheme",
        "write scheme, `://`, host and, if it is not the default, port, as in `https://app.example.com`";
    OriginSlashes => "origin `{value}` lacks `//` after its scheme", "write it as in `https://app.example.com`";
    OriginTrailingSlash => "origin `{value}` ends with `/`, and browsers send origins without a path",
        "write only scheme, host and port";
    OriginPath => "origin `{value}` has a path, and browsers send origins without one",
        "write only scheme, host and port";
    OriginQuery => "origin `{value}` has a query, and browsers send origins without one",
        "write only scheme, host and port";
    OriginFragment => "origin `{value}` has a fragment, and browsers send origins without one",
        "write only scheme, host and port";
    OriginUserinfo => "origin `{value}` has a user name, and browsers send origins without one",
        "write only scheme, host and port";
    SchemeSyntax => "origin `{value}` has a scheme that is not a letter followed by letters, digits, `+`, `-` and `.`",
        "write it as in `https://app.example.com`";
    SchemeUppercase => "origin `{value}` has an upper-case scheme, and browsers send origins in lower case",
        "write it in lower case";
    SchemeTooLong => "origin `{value}` has a scheme of more than 64 bytes, and such an origin is never allowed",
        "use a shorter scheme";
    SchemeFile => "browsers send `null` for pages from files, and some embedders send `file://`, for every file alike",
        "serve the page over `https` and write its origin, or let a `predicate(…)` look at `scheme()`";
    SchemeOpaque => "browsers never send `{value}`: such pages have the origin `null`, or the origin of the page that created them",
        "serve the page over `https` and write its origin";
    SchemeNeverSent => "no page is loaded from `{value}`, so no browser sends it",
        "write the `https` origin of the page";
    HostEmpty => "origin `{value}` has no host", "write it as in `https://app.example.com`";
    HostUppercase => "origin `{value}` has an upper-case host, and browsers send origins in lower case",
        "write it in lower case";
    HostUnicode => "origin `{value}` has characters beyond ASCII, and browsers send hosts in punycode",
        "write its `xn--` form";
    HostCharacter => "origin `{value}` has a character that host names cannot have",
        "write the host with letters, digits, `-`, `_` and `.` only, and fill in placeholders";
    HostLabelEmpty => "origin `{value}` has a dot without a name on one side",
        "write the host without that dot; for subdomains write `https://*.example.com`";
    HostLabelTooLong => "origin `{value}` has a label of more than 63 bytes, which DNS does not allow", "shorten the label";
    HostLabelHyphen => "origin `{value}` has a label that begins or ends with `-`, and such names are not registered",
        "write the name without that `-`";
    HostTooLong => "origin `{value}` has a host of more than 253 bytes, which DNS does not allow", "shorten the host";
    HostPunycode => "origin `{value}` has an `xn--` label that encodes no name", "write the label that your browser shows in the `Origin` header";
    HostIpv4 => "origin `{value}` has an IPv4 address that is not four plain numbers, as browsers write it",
        "write four decimal numbers from 0 to 255";
    HostIpv6 => "origin `{value}` has no valid IPv6 address between `[` and `]`", "write it as in `http://[::1]:8080`";
    HostIpv6Form => "origin `{value}` has an IPv6 address that is not in its shortest form, as browsers write it",
        "write it as in `http://[::1]:8080`";
    HostIpv6Brackets => "origin `{value}` has an IPv6 address without `[` and `]`", "write it as in `http://[::1]:8080`";
    HostIpv6Mapped => "origin `{value}` has an IPv4 address in IPv6 form, and no page is served from such an address",
        "write the IPv4 address";
    HostIpv6Zone => "origin `{value}` has a zone id, which browsers do not accept", "write the address without it";
    PortEmpty => "origin `{value}` has a `:` without a port", "write the port, or leave out the `:`";
    PortSyntax => "origin `{value}` has a port that is not a number", "write a number from 1 to 65535, or `*` for every port";
    PortZero => "origin `{value}` has port 0, on which no server can be reached", "write a number from 1 to 65535";
    PortLeadingZero => "origin `{value}` has a port with a leading 0, which browsers leave out", "write the port without it";
    PortTooLarge => "origin `{value}` has a port above 65535", "write a number from 1 to 65535";
    PortDefault => "origin `{value}` has the default port of its scheme, which browsers leave out",
        "write the origin without the port";
    WildcardPosition => "in `{value}` the `*` is not a valid wildcard",
        "list the exact origins, or write `https://*.example.com` for subdomains, `http://localhost:*` for every port, or `*` alone for any origin";
    WildcardPartialLabel => "in `{value}` the `*` is a part of a name, and a wildcard replaces whole names",
        "list the exact origins, or let a `predicate(…)` decide, as in `guide::wishes`";
    WildcardPartialPublicSuffix =>
        "in `{value}` the `*` is a part of a name, and anyone can register such a name under `{detail}`",
        "list the exact origins, serve previews from a domain of your own, or let a `predicate(…)` decide, as in `guide::wishes`";
    WildcardOtherScheme => "in `{value}` the `*` is not a valid wildcard, and no pattern matches all origins of a scheme",
        "list the exact origins, or let a `predicate(…)` look at `scheme()`";
    WildcardIp => "in `{value}` the `*` is before an IP address, and IP addresses have no subdomains",
        "write the address without `*.`";
    WildcardPublicSuffix =>
        "anyone can register a name under `{detail}`, so `{value}` allows every such site",
        "list the exact origins, serve previews from a domain of your own, let a `predicate(…)` decide, or add `dangerously_allow = [\"public_suffix_wildcards\"]`";

    WildcardUnlistedSuffix =>
        "the Public Suffix List does not say who can register names under `{detail}`, so `{value}` may allow sites of others",
        "list the exact origins, let a `predicate(…)` decide, or, if all these names are yours, add `dangerously_allow = [\"public_suffix_wildcards\"]`";

    WildcardOfBase =>
        "the wildcards of the base may allow sites of others, which `dangerously_allow` accepts there and not here",
        "add `\"public_suffix_wildcards\"` to it, or write `origins` as well";

    ConstantWildcard => "constants are exact origins, and `{value}` contains a `*`",
        "write the pattern itself in the list";

    // Named policies.
    PolicyAtRunTime => "`policy!` is checked at compile time, and the policy that it starts from is made at run time",
        "start from a `const` or `static` that is made with `policy!`";
    KeyBesideSameOrigin => "the policy that is named here allows no other origin, so `{value}` has no effect",
        "remove it, or name another policy";
    PredicateOfOther => "`{value}` takes the requests of another framework, so it would refuse every origin here",
        "name a policy that is made with `policy!` of this route's own adapter";

    // Credentials, reported at the value that conflicts with them.
    CredentialsAnyOrigin => "browsers refuse `*` on requests with cookies (`credentials = true`)",
        "list the origins; a bearer token needs no `credentials`";
    CredentialsNull => "every site can send the origin `null` (a sandboxed frame does), and with `credentials = true` each could act as your user",
        "list the origins of your pages";
    CredentialsInsecureOrigin =>
        "anyone on the network between `{value}` and its visitors can change its pages, and with `credentials = true` act as these visitors",
        "use `https`, or add `dangerously_allow = [\"insecure_origins\"]`";
    CredentialsAnyHeader => "with `credentials = true` browsers treat `*` as a header named `*`", "list the headers";
    CredentialsAnyExposed => "with `credentials = true` browsers treat `*` as a header named `*`", "list the headers";
    CredentialsAnyMethod => "with `credentials = true` browsers treat `*` as a method named `*`", "list the methods";

    // Methods.
    MethodsEmpty => "`methods` is empty, so no method would be allowed",
        "list methods, or write `#[cors(same_origin)]` for a route without CORS";
    MethodEmpty => "the method is empty", "write a method such as `PUT`";
    MethodList => "`{value}` is not a single method", "write each method as a separate element";
    MethodSyntax => "`{value}` is not a method name, which is one word of letters", "write a method such as `GET`";
    MethodForbidden => "browsers do not let scripts send `{value}`", "list only methods that scripts can send";
    MethodCase => "method names are case-sensitive, and `{value}` is not `{detail}`", "write it in upper case";
    MethodDuplicate => "method `{value}` is listed twice", "list it once";
    MethodAnyMixed => "`*` allows every method, not only those listed beside it";
    MethodPartialWildcard => "`*` is a wildcard only when it is the whole element, so `{value}` is not a method", "write the methods";
    MethodAnyOnRoute => "`*` has no effect on a route{detail}",
        "list methods, or leave out `methods` to allow all";
    MethodNotServed => "method `{value}` is not served by this route, which serves {detail}",
        "list some of these, or leave out `methods` to allow all";
    MethodMisspelt => "no usual method is called `{value}`", "write a method such as `PUT`";
    MethodOptions => "this route does not serve `OPTIONS`, and does not have to: `#[cors]` answers preflights itself",
        "list the methods that the route serves, or leave out `methods` to allow all";
    MethodsNoneLeft => "this route serves no method that the policy allows (`{value}`), so nothing would be allowed",
        "name a policy such as `policy!(..OTHER, methods = […])`, or write `#[cors(same_origin)]`";
    MethodsUnsendable => "this route serves only methods that browsers do not let scripts send, so nothing would be allowed",
        "write `#[cors(same_origin)]`, or serve another method";
    MethodHeadAlone => "on Rocket `HEAD` is answered by the `GET` route, so it cannot be allowed without `GET`",
        "list `GET`, which includes it";

    // Header names, in both lists.
    HeaderEmpty => "the header name is empty";
    HeaderList => "`{value}` is not a single header name", "write each name as a separate element, as in `[\"content-type\", \"x-token\"]`";
    HeaderSyntax => "`{value}` is not a header name, which is one word of letters, digits and `-`",
        "write a name such as `x-token`";
    HeaderDuplicate => "`{value}` is listed twice{detail}";
    HeaderPartialWildcard => "`*` is a wildcard only when it is the whole element, so `{value}` is not a header name", "write the names";
    HeaderForbidden => "scripts cannot set `{value}`, so no browser asks for it";
    HeaderCookie => "scripts cannot set `{value}`, so no browser asks for it",
        "and to accept cookies add `credentials = true`";
    HeaderOfResponse => "`{value}` is a response header, which `#[cors]` sets itself and pages do not send";
    HeaderBesideAny => "`*` includes `{value}`; only `authorization` has to be listed beside it";
    ContentTypeMissing => "this route takes {detail}, which browsers send only if `content-type` is allowed",
        "add `content-type` to `allow_headers`";
    PolicyWithoutContentType =>
        "this route takes a body that browsers send only if `content-type` is allowed, and the policy does not allow it",
        "add `content-type` to its `allow_headers`, or name another policy";
    ExposeForbidden => "browsers never show `{value}` to scripts";
    ExposeOfRequest => "`{value}` is a request header, which no response has for scripts to read";
    ExposeOfPreflight => "`{value}` is only in preflight responses, which scripts never see";
    ExposeBesideAny => "`*` exposes every header, so `{value}` beside it has no effect";

    // Max-age.
    MaxAgeNegative => "max_age `{value}` is negative", "write 0 to tell browsers not to cache the preflight response";
    MaxAgeTooLong => "max_age `{value}` is longer than a day, and no browser caches a preflight response longer";
    MaxAgeSyntax => "max_age `{value}` is not a whole number with one of the units `s`, `m`, `h` and `d`",
        "write seconds (`600`) or text such as `\"10m\"`";

    // The key `enforce`.
    EnforceUnknown => "unknown value `{value}` for `enforce`",
        "write `unsafe_methods` to refuse other origins' requests that change something, or `all_methods` to refuse all of them";
    EnforceAnyOrigin => "`origins = \"*\"` allows every origin, so nothing would ever be refused",
        "leave out `enforce`, or list the origins";
    EnforceSafeMethods => "`{value}` lets `GET`, `HEAD` and `OPTIONS` pass, and this route serves only {detail}, so nothing would ever be refused",
        "write `all_methods`, or leave out `enforce`";

    // Dangerous switches.
    DangerUnknown => "unknown danger `{value}`",
        "the dangers are `insecure_origins`, `public_suffix_wildcards` and `null_origin`";
    DangerDuplicate => "`{value}` is listed twice";
    DangerIdle => "nothing here needs `{value}`";

    // The environment.
    VariablePrefix => "prefix `{value}` is not letters, digits and `_`, without a `_` at its end",
        "write one such as `API_CORS`";
    VariableUnknown => "no policy reads `{value}`, though it has the prefix of the variables of a policy",
        "the names end in `_ORIGINS`, `_METHODS`, `_ALLOW_HEADERS`, `_EXPOSE_HEADERS`, `_CREDENTIALS`, `_MAX_AGE` and `_DANGEROUSLY_ALLOW`";
    VariableTwice => "the variable is set twice", "set it once";
    VariableNotUtf8 => "the value `{value}` is not UTF-8", "write it in ASCII";
    VariableEmpty => "the variable is set, but empty", "give it a value, or unset it";
    VariableByteOrderMark => "`{value}` contains a byte order mark, which editors put at the start of a file", "write it without the mark";
    VariableQuotes => "`{value}` has quotes around it, which count as a part of the value", "write it without them";
    VariableBrackets => "`{value}` is a list in brackets, and in a variable only commas separate elements",
        "write it without brackets and quotes";
    VariablePlaceholder => "the placeholder in `{value}` was not filled in", "write what it stands for";
    VariableSeparator => "`{value}` is several values without commas between them", "put commas between them";
    VariableComma => "this element is empty, because of an extra comma";
    CredentialsSyntax => "credentials `{value}` is neither `true` nor `false`", "write one of them";
}

/// Returns the length of [`kebab`].
const fn kebab_len(camel: &str) -> usize {
    let (mut rest, mut len) = (camel.as_bytes(), 0);
    while let [byte, after @ ..] = rest {
        len += if len > 0 && byte.is_ascii_uppercase() { 2 } else { 1 };
        rest = after;
    }
    len
}

/// Returns a name in `CamelCase` as one in `kebab-case`. `LEN` has to be its [`kebab_len`].
const fn kebab<const LEN: usize>(camel: &str) -> [u8; LEN] {
    let mut kebab = [0; LEN];
    let (mut rest, mut target): (&[u8], &mut [u8]) = (camel.as_bytes(), &mut kebab);
    while let [byte, after @ ..] = rest {
        if target.len() < LEN && byte.is_ascii_uppercase() {
            target = copy(target, b"-");
        }
        target = copy(target, &[byte.to_ascii_lowercase()]);
        rest = after;
    }
    kebab
}
