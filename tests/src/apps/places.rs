//! Routes at every place inside the braces of a module, the same on actix-web and Rocket. Each serves
//! `POST /modules/<its name>`.

/// The names of the routes that `places!` makes.
pub const PLACES: [&str; 29] = [
    "item",
    "function",
    "in-function-of-function",
    "method",
    "trait-method",
    "closure",
    "block",
    "block-behind-items",
    "if",
    "else",
    "match",
    "loop",
    "for",
    "async-block",
    "parentheses",
    "brackets",
    "field",
    "return",
    "const",
    "static",
    "array-length",
    "handler",
    "in-handler",
    "inner",
    "in-function-of-inner",
    "inner-of-function",
    "cfg-attr",
    "cfg-attr-in-cfg-attr",
    "one-of-two-cfg-attrs",
];

/// Makes a module `$name` whose `collect` adds the routes to `$app` with the macro `$add`. The name of each route is
/// its place.
macro_rules! places {
    ($name:ident, #[$adapter:ident::cors($($keys:tt)*)], $framework:ident, $app:ty, $add:ident, ($($async:ident)?)) => {
        #[$adapter::cors($($keys)*)]
        #[allow(clippy::all, non_local_definitions, unreachable_pub)]
        pub(crate) mod $name {
            #![allow(missing_docs)]

            use std::future::Future as _;
            use std::task::{Context, Waker};

            use $framework::post;

            use crate::counters::ran;

            #[post("/modules/item")]
            $($async)? fn item() -> &'static str { ran("item"); "" }

            pub fn collect(app: &mut $app) {
                $add!(app, item);
                functions(app);
                expressions(app);
                flow(app);
                items(app);
                inner::collect(app);
                conditional(app);
            }

            fn functions(app: &mut $app) {
                #[post("/modules/function")]
                $($async)? fn function() -> &'static str { ran("function"); "" }
                $add!(app, function);

                fn functions(app: &mut $app) {
                    #[post("/modules/in-function-of-function")]
                    $($async)? fn function() -> &'static str { ran("in-function-of-function"); "" }
                    $add!(app, function);
                }
                functions(app);

                impl Routes {
                    fn method(&self, app: &mut $app) {
                        #[post("/modules/method")]
                        $($async)? fn function() -> &'static str { ran("method"); "" }
                        $add!(app, function);
                    }
                }
                Routes.method(app);
                Routes.collect(app);

                let closure = |app: &mut $app| {
                    #[post("/modules/closure")]
                    $($async)? fn function() -> &'static str { ran("closure"); "" }
                    $add!(app, function);
                };
                closure(app);
            }

            struct Routes;

            trait Collect {
                fn collect(&self, app: &mut $app) {
                    #[post("/modules/trait-method")]
                    $($async)? fn function() -> &'static str { ran("trait-method"); "" }
                    $add!(app, function);
                }
            }

            impl Collect for Routes {}

            fn expressions(app: &mut $app) {
                {
                    #[post("/modules/block")]
                    $($async)? fn function() -> &'static str { ran("block"); "" }
                    $add!(app, function);
                }
                let _ = {
                    struct Empty {}
                    const NONE: [Empty; 0] = [];
                    let _ = NONE;
                    #[doc = "Not the first in its block."]
                    #[post("/modules/block-behind-items")]
                    $($async)? fn function() -> &'static str { ran("block-behind-items"); "" }
                    $add!(app, function);
                };
                let _ = Box::pin(async {
                    #[post("/modules/async-block")]
                    $($async)? fn function() -> &'static str { ran("async-block"); "" }
                    $add!(app, function);
                }).as_mut().poll(&mut Context::from_waker(Waker::noop()));
                let _ = ({
                    #[post("/modules/parentheses")]
                    $($async)? fn function() -> &'static str { ran("parentheses"); "" }
                    $add!(app, function);
                }, 1);
                let _ = [1, {
                    #[post("/modules/brackets")]
                    $($async)? fn function() -> &'static str { ran("brackets"); "" }
                    $add!(app, function);
                    2
                }];
                let _ = Field { field: {
                    #[post("/modules/field")]
                    $($async)? fn function() -> &'static str { ran("field"); "" }
                    $add!(app, function);
                } };
                returned(app);
            }

            struct Field {
                #[allow(dead_code)]
                field: (),
            }

            fn returned(app: &mut $app) {
                return {
                    #[post("/modules/return")]
                    $($async)? fn function() -> &'static str { ran("return"); "" }
                    $add!(app, function);
                };
            }

            fn flow(app: &mut $app) {
                for turn in 0..2 {
                    #[post("/modules/for")]
                    $($async)? fn function() -> &'static str { ran("for"); "" }
                    if turn == 0 {
                        #[post("/modules/if")]
                        $($async)? fn function() -> &'static str { ran("if"); "" }
                        $add!(app, function);
                    } else {
                        #[post("/modules/else")]
                        $($async)? fn function() -> &'static str { ran("else"); "" }
                        $add!(app, function);
                    }
                    match turn {
                        0 => {}
                        _ => $add!(app, function),
                    }
                }
                match app {
                    app => {
                        #[post("/modules/match")]
                        $($async)? fn function() -> &'static str { ran("match"); "" }
                        $add!(app, function);
                        loop {
                            #[post("/modules/loop")]
                            $($async)? fn function() -> &'static str { ran("loop"); "" }
                            break $add!(app, function);
                        }
                    }
                }
            }

            const CONST: fn(&mut $app) = {
                #[post("/modules/const")]
                $($async)? fn function() -> &'static str { ran("const"); "" }
                |app| { $add!(app, function); }
            };

            static STATIC: fn(&mut $app) = {
                #[post("/modules/static")]
                $($async)? fn function() -> &'static str { ran("static"); "" }
                |app| { $add!(app, function); }
            };

            fn items(app: &mut $app) {
                CONST(app);
                STATIC(app);
                <() as Nested>::collect(app);
                <[(); 1] as Nested>::collect(app);
                $add!(app, handler);

                mod inner {
                    use $framework::post;
                    use crate::counters::ran;

                    #[post("/modules/inner-of-function")]
                    pub(super) $($async)? fn function() -> &'static str { ran("inner-of-function"); "" }
                }
                $add!(app, inner::function);
            }

            trait Nested {
                fn collect(app: &mut $app);
            }

            type One = [(); {
                impl Nested for [(); 1] {
                    fn collect(app: &mut $app) {
                        #[post("/modules/array-length")]
                        $($async)? fn function() -> &'static str { ran("array-length"); "" }
                        $add!(app, function);
                    }
                }
                1
            }];

            #[post("/modules/handler")]
            $($async)? fn handler() -> &'static str {
                impl Nested for () {
                    fn collect(app: &mut $app) {
                        #[post("/modules/in-handler")]
                        $($async)? fn function() -> &'static str { ran("in-handler"); "" }
                        $add!(app, function);
                    }
                }
                let _: One = [()];
                ran("handler");
                ""
            }

            mod inner {
                use $framework::post;
                use crate::counters::ran;

                #[post("/modules/inner")]
                $($async)? fn function() -> &'static str { ran("inner"); "" }

                pub(super) fn collect(app: &mut $app) {
                    $add!(app, function);
                    {
                        #[post("/modules/in-function-of-inner")]
                        $($async)? fn function() -> &'static str { ran("in-function-of-inner"); "" }
                        $add!(app, function);
                    }
                }
            }

            #[cfg_attr(all(), post("/modules/cfg-attr"))]
            $($async)? fn attributed() -> &'static str { ran("cfg-attr"); "" }

            fn conditional(app: &mut $app) {
                #[cfg_attr(all(), doc = "Nested.", cfg_attr(not(any()), post("/modules/cfg-attr-in-cfg-attr")))]
                $($async)? fn nested() -> &'static str { ran("cfg-attr-in-cfg-attr"); "" }

                #[cfg_attr(any(), post("/modules/never"))]
                #[cfg_attr(all(), post("/modules/one-of-two-cfg-attrs"))]
                $($async)? fn second() -> &'static str { ran("one-of-two-cfg-attrs"); "" }

                #[cfg_attr(any(), post("/modules/never"))]
                #[allow(dead_code)]
                fn no_route() {}

                $add!(app, attributed);
                $add!(app, nested);
                $add!(app, second);
            }
        }
    };
}

pub(crate) use places;
