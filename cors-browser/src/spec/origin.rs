//! Origins of pages and URLs, and the effect of redirects on them.

use std::fmt;

use url::Url;

/// An [origin](https://html.spec.whatwg.org/multipage/browsers.html#concept-origin).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PageOrigin {
    /// The origin of sandboxed frames and `data:` documents, sent as `null`. No URL has it.
    Opaque,
    Tuple {
        scheme: String,
        host: String,
        port: Option<u16>,
    },
}

impl PageOrigin {
    /// Parses a serialized origin.
    ///
    /// Pages of browser extensions and apps have origins with schemes of their own, for which `Url::origin` returns
    /// only `null`. The parts are therefore taken from the URL. Some apps send `file://` for pages from files.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text == "null" {
            return Some(Self::Opaque);
        }
        let origin = Self::tuple(&Url::parse(text).ok()?);
        (origin.to_string() == text).then_some(origin)
    }

    /// Returns the [origin of a URL](https://url.spec.whatwg.org/#origin), which is opaque except for a few schemes.
    pub(crate) fn of(url: &Url) -> Self {
        match url.scheme() {
            "http" | "https" | "ws" | "wss" | "ftp" => Self::tuple(url),
            _ => Self::Opaque,
        }
    }

    fn tuple(url: &Url) -> Self {
        let host = url.host_str().unwrap_or_default().to_owned();
        Self::Tuple { scheme: url.scheme().to_owned(), host, port: url.port() }
    }

    /// Reports whether two origins are the
    /// [same origin](https://html.spec.whatwg.org/multipage/browsers.html#same-origin). An opaque origin equals no
    /// other.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        *self != Self::Opaque && self == other
    }

    pub(crate) fn has_scheme(&self, wanted: &str) -> bool {
        matches!(self, Self::Tuple { scheme, .. } if scheme == wanted)
    }

    /// Returns the origin that a request to `urls`, one after another, is sent with. It is opaque after a redirect from
    /// one foreign origin to another ([redirect-taint](https://fetch.spec.whatwg.org/#concept-request-tainted-origin)).
    pub(crate) fn after<'u>(&self, urls: impl Iterator<Item = &'u Url>) -> Self {
        let mut last = None;
        for origin in urls.map(Self::of) {
            if last.is_some_and(|last: Self| !origin.is_same(&last) && !self.is_same(&last)) {
                return Self::Opaque;
            }
            last = Some(origin);
        }
        self.clone()
    }
}

/// Writes the [serialization](https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin).
impl fmt::Display for PageOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Opaque => f.write_str("null"),
            Self::Tuple { scheme, host, port: None } => write!(f, "{scheme}://{host}"),
            Self::Tuple { scheme, host, port: Some(port) } => write!(f, "{scheme}://{host}:{port}"),
        }
    }
}
