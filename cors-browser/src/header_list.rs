//! Header lists: names and values in the order in which they were set, as bytes.

use crate::spec::safelist::{MAX_TOTAL_LEN, is_safelisted_header};
use crate::spec::syntax::{is_token, trim};

/// A [header list](https://fetch.spec.whatwg.org/#concept-header-list).
///
/// Values are bytes, so the list also holds values that `http::HeaderValue` rejects. Spaces and tabs around a value are
/// removed, as HTTP parsers do. Names are compared case-insensitively.
///
/// ```
/// # use cors_browser::HeaderList;
///
/// let headers = HeaderList::from_iter([("Vary", "Origin"), ("vary", " Accept ")]);
/// assert_eq!(headers.get("VARY").as_deref(), Some(&b"Origin, Accept"[..]));
/// assert_eq!(headers.get("etag"), None);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeaderList(Vec<(String, Vec<u8>)>);

/// An error for an element of a list header that is not a token.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NoToken;

impl HeaderList {
    /// Makes a list without headers.
    ///
    /// ```
    /// assert_eq!(cors_browser::HeaderList::new().iter().count(), 0);
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// [Appends](https://fetch.spec.whatwg.org/#concept-header-list-append) a header. Earlier headers of the same name
    /// stay.
    ///
    /// ```
    /// # use cors_browser::HeaderList;
    ///
    /// let mut headers = HeaderList::new();
    /// headers.append("etag", "\"1\"");
    /// assert_eq!(headers.get("etag").as_deref(), Some(&b"\"1\""[..]));
    /// ```
    pub fn append(&mut self, name: impl Into<String>, value: impl AsRef<[u8]>) {
        self.0.push((name.into(), trim(value.as_ref()).to_vec()));
    }

    /// Returns the values of a name joined by `, `, or `None` if there are none
    /// ([get](https://fetch.spec.whatwg.org/#concept-header-list-get)).
    ///
    /// ```
    /// # use cors_browser::HeaderList;
    ///
    /// let twice = HeaderList::from_iter([("a", "*"), ("a", "*")]);
    /// assert_eq!(twice.get("a").as_deref(), Some(&b"*, *"[..]));
    /// ```
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Vec<u8>> {
        let lines: Vec<&[u8]> = self.lines(name).collect();
        (!lines.is_empty()).then(|| lines.join(&b", "[..]))
    }

    /// Returns names and values in their order.
    ///
    /// ```
    /// # use cors_browser::HeaderList;
    ///
    /// let headers = HeaderList::from_iter([("A", "1")]);
    /// assert_eq!(headers.iter().next(), Some(("A", &b"1"[..])));
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_slice()))
    }

    /// Returns the values of a name, one for each line.
    pub(crate) fn lines<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a [u8]> {
        self.iter().filter(move |(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.lines(name).next().is_some()
    }

    pub(crate) fn remove(&mut self, name: &str) {
        self.0.retain(|(other, _)| !other.eq_ignore_ascii_case(name));
    }

    /// Returns the elements of a header that is a list of tokens, from all lines together. Returns `None` if the
    /// header is absent. Empty elements are skipped
    /// ([extract header list values](https://fetch.spec.whatwg.org/#extract-header-list-values)).
    pub(crate) fn tokens(&self, name: &str) -> Result<Option<Vec<String>>, NoToken> {
        if !self.contains(name) {
            return Ok(None);
        }
        let elements = self.lines(name).flat_map(|line| line.split(|byte| *byte == b',')).map(trim);
        let token = |element: &[u8]| match std::str::from_utf8(element) {
            Ok(text) if is_token(element) => Ok(text.to_owned()),
            _ => Err(NoToken),
        };
        elements.filter(|element| !element.is_empty()).map(token).collect::<Result<_, _>>().map(Some)
    }

    /// Returns the [CORS-unsafe request-header names](https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names):
    /// sorted, in lower case, without repetitions.
    pub(crate) fn unsafe_names(&self) -> Vec<String> {
        let safe = |(name, value): &(&str, &[u8])| is_safelisted_header(name, value);
        let together: usize = self.iter().filter(safe).map(|(_, value)| value.len()).sum();
        let asked = self.iter().filter(|header| together > MAX_TOTAL_LEN || !safe(header));
        let mut names: Vec<String> = asked.map(|(name, _)| name.to_ascii_lowercase()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

impl<N: Into<String>, V: AsRef<[u8]>> FromIterator<(N, V)> for HeaderList {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(headers: I) -> Self {
        let mut list = Self::new();
        headers.into_iter().for_each(|(name, value)| list.append(name, value));
        list
    }
}

impl From<&http::HeaderMap> for HeaderList {
    fn from(map: &http::HeaderMap) -> Self {
        map.iter().map(|(name, value)| (name.as_str(), value)).collect()
    }
}
