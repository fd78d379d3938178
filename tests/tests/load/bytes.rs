//! The bytes that attackers send. Each attempt differs by its number.

const MIB: usize = 1024 * 1024;
const PREFLIGHT: &str = "OPTIONS /users/1 HTTP/1.1\r\nHost: test\r\nOrigin: https://admin.example.com\r\n\
    Access-Control-Request-Method: PUT\r\nAccess-Control-Request-Headers: content-type\r\n";
const ACTUAL: &str = "PUT /users/1 HTTP/1.1\r\nHost: test\r\nOrigin: https://admin.example.com\r\n\
    Content-Type: application/json\r\nContent-Length: 14\r\n\r\n{\"name\":\"Lin\"}";
/// Requests of one connection.
const SEVERAL: usize = 20;

/// Returns a request that is cut within its head or its body.
pub(crate) fn cut(number: usize) -> Vec<u8> {
    ACTUAL.as_bytes()[..1 + number % (ACTUAL.len() - 1)].to_vec()
}

/// Returns more requests than the attacker reads responses of.
pub(crate) fn many(_: usize) -> Vec<u8> {
    ACTUAL.repeat(40).into_bytes()
}

pub(crate) fn long_request_headers(_: usize) -> Vec<u8> {
    let names = "x-a,".repeat(MIB / 4);
    format!("{PREFLIGHT}Access-Control-Request-Headers: {names}x-b\r\nConnection: close\r\n\r\n").into_bytes()
}

pub(crate) fn long_origin(_: usize) -> Vec<u8> {
    let label = "a.".repeat(MIB / 2);
    format!("GET /users/1 HTTP/1.1\r\nHost: test\r\nOrigin: https://{label}preview.example.com\r\nConnection: close\r\n\r\n")
        .into_bytes()
}

pub(crate) fn many_lines(_: usize) -> Vec<u8> {
    let lines = "Access-Control-Request-Headers: content-type\r\n".repeat(10_000);
    format!("{PREFLIGHT}{lines}Connection: close\r\n\r\n").into_bytes()
}

/// Bytes that no server has to understand, each with the end of a request.
const MALFORMED: [&[u8]; 16] = [
    b"\r\n\r\n\r\n\r\n",
    b"GET\r\n\r\n",
    b"GET /users HTTP/9.9\r\nHost: test\r\n\r\n",
    b"GET /users/%zz%00 HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n",
    b"GET /../../etc/passwd HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n",
    b"get /users HTTP/1.1\r\nHost: test\r\nOrigin: https://app.example.com\r\nConnection: close\r\n\r\n",
    b"GET /users/1 HTTP/1.1\nHost: test\nOrigin: https://app.example.com\nConnection: close\n\n",
    b"GET /users/1 HTTP/1.1\r\nHost: test\r\nOrigin: https://app.example.com\r\n folded\r\n\r\n",
    b"GET /users/1 HTTP/1.1\r\nHost: test\r\nOrigin: https://\0.example.com\r\n\r\n",
    b"GET /users/1 HTTP/1.1\r\nHost: test\r\nOrigin: \xff\xfe\x80\r\nConnection: close\r\n\r\n",
    b"GET /users/1 HTTP/1.1\r\nHost: test\r\nOrigin : https://app.example.com\r\nConnection: close\r\n\r\n",
    b"PUT /users/1 HTTP/1.1\r\nHost: test\r\nContent-Length: -1\r\n\r\n",
    b"PUT /users/1 HTTP/1.1\r\nHost: test\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n123456789",
    b"PUT /users/1 HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03",
];

pub(crate) fn malformed(number: usize) -> Vec<u8> {
    MALFORMED[number % MALFORMED.len()].to_vec()
}

/// Returns valid requests with an invalid one between them.
pub(crate) fn pipeline(number: usize) -> Vec<u8> {
    [ACTUAL.as_bytes(), ACTUAL.as_bytes(), MALFORMED[number % MALFORMED.len()], ACTUAL.as_bytes()].concat()
}

/// Returns requests with near misses of allowed origins.
pub(crate) fn refused_origins(number: usize) -> Vec<u8> {
    let request = |index: usize| {
        let number = number * SEVERAL + index;
        let origin = match number % 4 {
            0 => format!("https://site-{number}.example"),
            1 => format!("https://app.example.com.site-{number}.example"),
            2 => format!("https://site-{number}preview.example.com"),
            _ => format!("http://a-{number}.preview.example.com"),
        };
        format!("GET /users/1 HTTP/1.1\r\nHost: test\r\nOrigin: {origin}\r\n")
    };
    several(request)
}

/// Returns preflights for methods that no route serves.
pub(crate) fn made_up_methods(number: usize) -> Vec<u8> {
    let request = |index: usize| {
        let number = number * SEVERAL + index;
        let method = match number % 4 {
            0 => format!("M{number}"),
            1 => format!("PUT{number}"),
            2 => format!("pUt {number}"),
            _ => "X".repeat(number % 4_000),
        };
        format!(
            "OPTIONS /users/1 HTTP/1.1\r\nHost: test\r\nOrigin: https://admin.example.com\r\n\
             Access-Control-Request-Method: {method}\r\n"
        )
    };
    several(request)
}

/// Returns several requests for one connection, the last of which closes it.
fn several(request: impl Fn(usize) -> String) -> Vec<u8> {
    let requests: Vec<String> = (0..SEVERAL).map(request).collect();
    format!("{}Connection: close\r\n\r\n", requests.join("\r\n")).into_bytes()
}
