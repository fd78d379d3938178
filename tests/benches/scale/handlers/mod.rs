//! Few handlers and many: the time until an application is made.
//!
//! There are 250 handlers, which are mounted at several places, because thousands would take minutes to compile. What an
//! application does for a route at its start, it does for each place.

mod actix;
mod axum_web;
mod rocket_web;

use std::any::Any;
use std::hint::black_box;
use std::time::Instant;

use crate::figures::Spread;

/// The numbers of places.
const PLACES: [usize; 4] = [1, 2, 4, 8];
const ROUNDS: usize = 20;

/// Makes modules of ten handlers each by a macro that gets an attribute and the names and paths of the handlers: `bare` ones, whose
/// attribute does nothing, and `annotated` ones. `TENS` has the function `ten` of each module, whose type is `Ten`.
macro_rules! tens {
    ($module_of:ident) => {
        tens! { $module_of bare inline: a b c d e f g h i j k l m n o p q r s t u v w x y }
        tens! { $module_of annotated cors(origins = ["https://app.example.com"], credentials = true):
        a b c d e f g h i j k l m n o p q r s t u v w x y }
    };
    ($module_of:ident $set:ident $attribute:meta: $($module:ident)*) => {
        mod $set {
            $(mod $module {
                $module_of! { $attribute: a "/a" b "/b" c "/c" d "/d" e "/e" f "/f" g "/g" h "/h" i "/i" j "/j" }
            })*
            pub(super) const TENS: [super::Ten; 25] = [$($module::ten),*];
        }
    };
}
use tens;

/// A framework. The functions make applications with the handlers at a number of places.
struct Framework {
    name: &'static str,
    bare: fn(usize) -> Box<dyn Any>,
    annotated: fn(usize) -> Box<dyn Any>,
}

pub(crate) fn print() {
    println!("| | handlers | bare, ms | with `#[cors]` | more for each handler, µs |");
    println!("|---|---|---|---|---|");
    for Framework { name, bare, annotated } in [actix::FRAMEWORK, rocket_web::FRAMEWORK, axum_web::FRAMEWORK]
    {
        for places in PLACES {
            let samples: Vec<[f64; 2]> =
                (0..ROUNDS).map(|_| [bare, annotated].map(|make| sample(make, places))).collect();
            let handlers = places * 250;
            let bare = Spread::of(samples.iter().map(|[bare, _]| *bare));
            let annotated = Spread::of(samples.iter().map(|[_, annotated]| *annotated));
            let more = samples.iter().map(|[bare, annotated]| (annotated - bare) * 1e3 / handlers as f64);
            let more = Spread::of(more);
            println!("| {name} | {handlers} | {bare:.2} | {annotated:.2} | {more:.2} |");
        }
    }
}

/// Returns the milliseconds until an application is made.
fn sample(make: fn(usize) -> Box<dyn Any>, places: usize) -> f64 {
    let mut milliseconds = 0.0;
    // The binary counts allocations, which must take no time here.
    allocation_counter::opt_out(|| {
        let start = Instant::now();
        let application = black_box(make(places));
        milliseconds = start.elapsed().as_secs_f64() * 1e3;
        drop(application);
    });
    milliseconds
}
