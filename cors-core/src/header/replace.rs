//! Replacement of the response headers that only a policy may set.

use crate::adapter::ResponseHead;
use crate::header::{HeaderName, Vary};

/// Removes the reserved headers of a response, calls `add`, and merges `vary` into `Vary`. Returns the removed names.
#[doc(hidden)]
pub fn replace<H: ResponseHead>(response: &mut H, vary: Vary, add: impl FnOnce(&mut H)) -> Vec<String> {
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
    add(response);
    let line = match has_vary {
        true => vary.missing_from(response.vary()),
        false => vary.missing_from([]),
    };
    if let Some(line) = line {
        response.append_vary(line);
    }
    removed
}
