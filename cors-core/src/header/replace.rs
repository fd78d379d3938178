//! Replacement of the response headers that only a policy may set.

use crate::adapter::ResponseHead;
use crate::header::{HeaderName, Vary};

/// Removes the reserved headers of a response, calls `add`, and merges `vary` into `Vary`. Returns the removed names.
#[doc(hidden)]
pub fn replace<H: ResponseHead>(response: &mut H, vary: Vary, add: impl FnOnce(&mut H)) -> Vec<String> {
    let (removed, has_vary) = remove_reserved(response);
    add(response);
    // Most responses have no `Vary`, so that a look for its lines would find nothing.
    let line = if has_vary { vary.missing_from(response.vary()) } else { vary.missing_from([]) };
    if let Some(line) = line {
        response.append_vary(line);
    }
    removed
}

/// Removes the reserved headers of a response. Returns their names, and whether the response has `Vary`.
fn remove_reserved(response: &mut impl ResponseHead) -> (Vec<String>, bool) {
    let (mut removed, mut has_vary) = (Vec::new(), false);
    response.each_name(|name| {
        if HeaderName::is_reserved(name) {
            removed.push(name.to_owned());
        }
        has_vary |= name.eq_ignore_ascii_case("vary");
    });
    removed.dedup();
    for name in &removed {
        response.remove(name);
    }
    (removed, has_vary)
}
