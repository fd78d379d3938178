//! Paths, as text and from other modules.

use quote::ToTokens as _;
use syn::{Ident, Path, PathSegment};

/// Reports whether a path has the same meaning everywhere in a crate.
pub(crate) fn is_absolute(path: &Path) -> bool {
    let first = path.segments.first().map(|segment| segment.ident.to_string());
    path.leading_colon.is_some() || matches!(first.as_deref(), Some("crate" | "$crate"))
}

/// Returns a path as it is written.
pub(crate) fn path_text(path: &Path) -> String {
    path.to_token_stream().to_string().replace(' ', "")
}

/// Adjusts a path to a place `levels` modules further in, so that it keeps its meaning.
pub(crate) fn move_inwards(path: &mut Path, levels: usize) {
    let Some(first) = path.segments.first().map(|segment| segment.ident.clone()) else { return };
    if is_absolute(path) {
        return;
    }
    let outwards = (0..levels).map(|_| PathSegment::from(Ident::new("super", first.span())));
    let rest = path.segments.iter().skip(usize::from(first == "self")).cloned();
    path.segments = outwards.chain(rest).collect();
}
