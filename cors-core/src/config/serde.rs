//! Deserialization of policies with serde.

use std::fmt;

use ::serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use ::serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::config::Config;
use crate::config::max_age::MaxAge;
use crate::policy::Policy;

/// Checks the whole policy. The error lists every mistake, one on a line. The input has to be a map, as for [`Config`].
///
/// ```
/// # use cors_core::Policy;
///
/// let policy: Policy = serde_json::from_str(r#"{ "origins": ["https://app.example.com"], "max_age": "10m" }"#)?;
/// assert_eq!(policy.to_string(), r#"origins = ["https://app.example.com"], max_age = 600"#);
///
/// let error = serde_json::from_str::<Policy>(r#"{ "origins": "https://a.example/", "max_age": -1 }"#).unwrap_err();
/// assert!(error.to_string().starts_with("origins[0]: origin `https://a.example/` ends with `/`"));
/// assert!(serde_json::from_str::<Policy>(r#"{ "origin": "*" }"#).is_err());
/// assert!(serde_json::from_str::<Policy>(r#"[["https://app.example.com"], ["GET"]]"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
impl<'de> Deserialize<'de> for Policy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Config::deserialize(deserializer)?.try_into().map_err(D::Error::custom)
    }
}

/// Rejects a sequence without keys, because a list at the wrong position would set another key.
impl<'de> Deserialize<'de> for Config {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Config", KEYS, ConfigVisitor)
    }
}

/// The names of the fields of [`Fields`].
const KEYS: &[&str] =
    &["origins", "methods", "allow_headers", "expose_headers", "credentials", "max_age", "dangerously_allow"];

struct ConfigVisitor;

impl<'de> Visitor<'de> for ConfigVisitor {
    type Value = Config;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map with the keys of `#[cors(…)]`")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Config, A::Error> {
        Fields::deserialize(MapAccessDeserializer::new(map))
    }
}

/// The fields of a [`Config`]. An implementation derived on `Config` itself would accept a sequence as well.
#[derive(::serde::Deserialize)]
#[serde(remote = "Config", deny_unknown_fields)]
struct Fields {
    #[serde(default, deserialize_with = "optional_list")]
    origins: Option<Vec<String>>,
    #[serde(default, deserialize_with = "optional_list")]
    methods: Option<Vec<String>>,
    #[serde(default, deserialize_with = "list")]
    allow_headers: Vec<String>,
    #[serde(default, deserialize_with = "list")]
    expose_headers: Vec<String>,
    #[serde(default)]
    credentials: bool,
    #[serde(default)]
    max_age: Option<MaxAge>,
    #[serde(default, deserialize_with = "list")]
    dangerously_allow: Vec<String>,
}

fn optional_list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<String>>, D::Error> {
    list(deserializer).map(Some)
}

/// Deserializes a list, or one string as a list of one.
fn list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
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
