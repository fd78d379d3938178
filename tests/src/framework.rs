//! The frameworks that have an adapter with an attribute.

/// A framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framework {
    /// actix-web.
    Actix,
    /// Rocket.
    Rocket,
    /// axum.
    Axum,
}

impl Framework {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Actix, Self::Rocket, Self::Axum];

    /// Returns the name as its documentation spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Actix => "actix-web",
            Self::Rocket => "Rocket",
            Self::Axum => "axum",
        }
    }
}
