//! Replacement of the response headers that only a policy may set.

use crate::adapter::ResponseHead;
use crate::header::{HeaderName, Vary};

/// Removes the reserved headers of a response, calls `add`, and merges `vary` into `Vary`. Returns the removed names.
#[doc(hidden)]
pub fn replace<H: ResponseHead>(response: &mut H, vary: Vary, add: impl FnOnce(&mut H)) -> Vec<String> {
    let (removed, has_vary) = remove_reserved(response);
    add(response);
    if has_vary {
        merge_vary(response, vary);
    } else if let Some(line) = vary.missing_from([]) {
        response.append_vary(line);
    }
    removed
}

/// Removes the reserved headers of a response. Returns their names, and whether the response has `Vary`.
pub(crate) fn remove_reserved(response: &mut impl ResponseHead) -> (Vec<String>, bool) {
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

/// Merges `vary` into `Vary`.
pub(crate) fn merge_vary(response: &mut impl ResponseHead, vary: Vary) {
    if let Some(line) = vary.missing_from(response.vary()) {
        response.append_vary(line);
    }
}
