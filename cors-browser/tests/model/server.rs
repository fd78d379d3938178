//! A page with one server: the server's URL, and the cookies that it has set.

use cors_browser::{Browser, FetchResultExt, Received, Sent};

fn at_app<T>(transport: T) -> cors_browser::Page<T> {
    Browser::at("https://app.example.com").through(transport)
}

#[test]
fn the_server_is_where_it_is_said_to_be() {
    let url = |server: &str| {
        let mut asked = String::new();
        let mut page = at_app(|sent: Sent| {
            asked = sent.url().to_owned();
            Received::failure("asked")
        })
        .served_at(server);
        assert!(page.get("/users").fetch().is_err());
        drop(page);
        asked
    };
    assert_eq!(url("https://app.example.com"), "https://app.example.com/users");
    assert_eq!(url("http://localhost:8080"), "http://localhost:8080/users");
}

#[test]
fn a_server_of_the_page_s_own_origin_needs_no_cors() {
    let private = |_: Sent| Received::from(http::Response::new("private"));
    at_app(private).get("/").fetch().expect_blocked();
    at_app(private).served_at("https://app.example.com").get("/").fetch().expect_readable();
}

#[test]
#[should_panic(expected = "`ftp://files.example.com` is no server's origin")]
fn a_server_speaks_http() {
    let _page = at_app(|_: Sent| Received::failure("never asked")).served_at("ftp://files.example.com");
}

#[test]
fn cookies_go_along_with_credentials_alone() {
    let mut cookies = Vec::new();
    let mut page = at_app(|sent: Sent| {
        cookies.push(sent.headers().get("cookie"));
        Received::failure("asked")
    });
    page.set_cookie("session", "1");
    assert!(page.get("/").fetch().is_err());
    assert!(page.get("/").with_credentials().fetch().is_err());
    drop(page);
    assert_eq!(cookies, [None, Some(b"session=1".to_vec())]);
}
