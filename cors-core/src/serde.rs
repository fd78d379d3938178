//! Policies from whatever serde reads.

use std::fmt;

use ::serde::de::value::SeqAccessDeserializer;
use ::serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

use crate::config::Config;
use crate::policy::Policy;

/// The whole policy is checked; the error has every mistake, one on a line.
///
/// ```
/// use cors_core::Policy;
///
/// let policy: Policy = serde_json::from_str(r#"{ "origins": ["https://app.example.com"], "max_age": "10m" }"#)?;
/// assert_eq!(policy.to_string(), r#"origins = ["https://app.example.com"], max_age = 600"#);
///
/// let error = serde_json::from_str::<Policy>(r#"{ "origins": "https://a.example/", "max_age": -1 }"#).unwrap_err();
/// assert!(error.to_string().starts_with("origins[0]: origin `https://a.example/` ends with `/`"));
/// assert!(serde_json::from_str::<Policy>(r#"{ "origin": "*" }"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
impl<'de> Deserialize<'de> for Policy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Config::deserialize(deserializer)?.try_into().map_err(D::Error::custom)
    }
}

pub(crate) fn optional_list<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Vec<String>>, D::Error> {
    list(deserializer).map(Some)
}

/// A list, or one string in the place of a list of one.
pub(crate) fn list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    deserializer.deserialize_any(ListVisitor)
}

struct ListVisitor;

impl<'de> Visitor<'de> for ListVisitor {
    type Value = Vec<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of strings, or one string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(vec![text.to_owned()])
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<Self::Value, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(elements))
    }
}
