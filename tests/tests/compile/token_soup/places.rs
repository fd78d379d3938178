//! Modules with routes at any depth and place: the keys of the module reach each of them, or the macro reports an
//! error.

use cors_expand::{Framework, flat, lost};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use proptest::collection::vec;
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Piece {
    /// One of [`FUNCTIONS`].
    Function(usize),
    /// Pieces in one of [`BLOCKS`].
    Block(usize, Vec<Piece>),
    /// Pieces in one of [`MACROS`].
    Macro(usize, Vec<Piece>),
    /// Pieces in the matcher of a `macro_rules!`.
    Matcher(Vec<Piece>),
}

/// Places of items and statements, within items of any place.
const BLOCKS: [&str; 22] = [
    "fn f() { m! { x } @ m!(); @ macro_rules! m { () => {}; } @ }",
    "fn f() { @ }",
    "mod inner { @ }",
    "#[allow(x)] pub(in a::b) mod inner { #![allow(x)] @ }",
    "pub const fn f<T: Into<u8>>(x: [T; { @ 1 }]) -> Result<u8, ()> where T: Copy { @ Ok(1) }",
    "impl<T> Trait for S<T> { type A = u8; fn m(&self) -> u8 { @ 1 } }",
    "trait Trait: Sized { const C: u8 = { @ 1 }; async fn m() { @ } fn n(); }",
    "const C: u8 = { @ 1 };",
    "static S: fn() = f(1, ({ @ f }, [0, { @ 1 }]));",
    "fn f() { let g = |a, b: u8| { @ a + b }; }",
    "fn f() { let g = async move { @ }.await?; @ }",
    "fn f() { match x { A if b => { @ } S { a, .. } => [0, { @ 1 }][0], _ => f(|| { @ }) } }",
    "fn f() { for x in y { @ } 'a: loop { break 'a { @ 1 }; } while let Some(x) = { @ y } { } }",
    "fn f() { if x { @ } else if { @ y } { @ } else { @ } }",
    "fn f() -> u8 { let Some(x) = y else { @ return 1 }; x }",
    "fn f() -> u8 { return !{ @ 1 }; }",
    "fn f() { unsafe { @ } }",
    "unsafe extern \"C\" fn f() { @ }",
    "type A = [u8; { @ 1 }];",
    "struct S { #[get(\"/field\")] a: u8, #[get] b: fn(u8) -> [u8; { @ 1 }] }",
    "enum E { A = { @ 1 }, #[get(\"/variant\")] B }",
    "fn f() { let s = S { a: { @ 1 }, ..S { b: |x| { @ x } } }.c({ @ 1 }); s != (1); m!(x) }",
];

const MACROS: [&str; 8] = [
    "m! { @ }",
    "a::m!(x, { @ });",
    "fn f() { let x = vec![{ @ 1 }, 2]; m! { @ } }",
    "macro_rules! m { ($x:ident) => { @ }; (#[get($x:literal)] fn $y:ident) => [@]; }",
    "macro_rules! m { ($($x:tt)*) => { fn f() { $({ @ $x })* } } }",
    "const C: u8 = { $crate::m! { a => { @ } } };",
    "macro_rules! m { () => { macro_rules! $name { ($$x:ident) => { @ }; } }; }",
    "fn f() { ::std::m!([(@)]) }",
];

/// The fate of a function between the braces of the module, and in a macro there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// The keys of the module reach it.
    Reached,
    Error,
    Untouched,
}

/// Functions, in which `#` is the number.
const FUNCTIONS: [(&str, Fate, Fate); 20] = [
    ("#[get(\"/#\")] async fn f() {}", Fate::Reached, Fate::Error),
    (
        "#[doc = \"x\"] #[a::put(r\"/#\", wrap = \"x\")] #[inline] pub(in x) fn f(x: u8) -> u8 { x }",
        Fate::Reached,
        Fate::Error,
    ),
    ("#[cfg_attr(p, post(\"/#\"))] fn f() {}", Fate::Reached, Fate::Error),
    ("#[cfg_attr(p, doc = \"x\", cfg_attr(q, post(\"/#\")), x)] fn f() {}", Fate::Reached, Fate::Error),
    ("#[r#delete { \"/#\" }] pub const async unsafe extern \"C\" fn r#fn() {}", Fate::Reached, Fate::Error),
    ("#[cors(same_origin)] #[get(\"/#\")] async fn f() {}", Fate::Reached, Fate::Untouched),
    ("#[a::cors] #[allow(x)] #[get(\"/#\")] fn f() {}", Fate::Reached, Fate::Untouched),
    ("#[cfg_attr(p, cors(origins = \"*\"), get(\"/#\"))] fn f() {}", Fate::Reached, Fate::Untouched),
    ("#[fetch(\"/#\")] fn f() {}", Fate::Error, Fate::Error),
    ("#[inline] #[prelude::fetch(\"/#\")] fn f() {}", Fate::Error, Fate::Error),
    ("#[again(\"/#\")] pub fn f() {}", Fate::Error, Fate::Error),
    ("#[cors(same_origin)] #[fetch(\"/#\")] fn f() {}", Fate::Reached, Fate::Untouched),
    ("#[cfg_attr(p, doc = \"x\")] #[cfg_attr(q, fetch(\"/#\"))] fn f() {}", Fate::Error, Fate::Error),
    ("#[trace] fn f() {}", Fate::Untouched, Fate::Untouched),
    ("#[get] fn f() {}", Fate::Untouched, Fate::Untouched),
    ("#[get(\"/#\")] struct S;", Fate::Untouched, Fate::Untouched),
    ("#[get = \"/#\"] fn f() {}", Fate::Untouched, Fate::Untouched),
    ("#[getset(get(\"/#\"))] fn f() {}", Fate::Untouched, Fate::Untouched),
    ("#[post(b\"/#\")] fn f() {}", Fate::Untouched, Fate::Untouched),
    ("#[doc = \"#[get(\\\"/#\\\")] fn f() {}\"] fn f() {}", Fate::Untouched, Fate::Untouched),
];

fn piece() -> impl Strategy<Value = Piece> {
    let function = (0..FUNCTIONS.len()).prop_map(Piece::Function);
    function.prop_recursive(5, 48, 4, |inner| {
        prop_oneof![
            6 => (0..BLOCKS.len(), vec(inner.clone(), 1..4)).prop_map(|(at, pieces)| Piece::Block(at, pieces)),
            2 => (0..MACROS.len(), vec(inner.clone(), 1..3)).prop_map(|(at, pieces)| Piece::Macro(at, pieces)),
            1 => vec(inner, 1..3).prop_map(Piece::Matcher),
        ]
    })
}

/// The text of pieces, and the expected fates of its functions.
#[derive(Default)]
struct Written {
    text: String,
    count: usize,
    reached: Vec<usize>,
    errors: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Block,
    Macro,
    Matcher,
}

impl Written {
    fn write(&mut self, pieces: &[Piece], place: Place) {
        for piece in pieces {
            match piece {
                Piece::Function(at) => self.write_function(*at, place),
                Piece::Block(at, pieces) => self.fill(BLOCKS[*at], pieces, place),
                Piece::Macro(at, pieces) if place == Place::Block => {
                    self.fill(MACROS[*at], pieces, Place::Macro)
                }
                Piece::Macro(at, pieces) => self.fill(MACROS[*at], pieces, place),
                Piece::Matcher(pieces) => self.fill("macro_rules! m { (@) => {}; }", pieces, Place::Matcher),
            }
        }
    }

    /// Writes the pieces at every `@`.
    fn fill(&mut self, template: &str, pieces: &[Piece], place: Place) {
        for (at, text) in template.split('@').enumerate() {
            if at > 0 {
                self.write(pieces, place);
            }
            self.text += text;
        }
        self.text += "\n";
    }

    fn write_function(&mut self, at: usize, place: Place) {
        let (text, in_block, in_macro) = FUNCTIONS[at];
        self.text += &text.replace("/#", &format!("/{}", self.count));
        self.text += "\n";
        let fate = match place {
            Place::Block => in_block,
            Place::Macro => in_macro,
            Place::Matcher => Fate::Untouched,
        };
        match fate {
            Fate::Reached => self.reached.push(self.count),
            Fate::Error => self.errors += 1,
            Fate::Untouched => {}
        }
        self.count += 1;
    }
}

/// Expands the module, and the modules inside, whose attribute comes from the expansion.
pub(crate) fn expanded(framework: Framework, args: TokenStream, module: TokenStream) -> TokenStream {
    inner_expanded(framework, framework.expand(args, module))
}

fn inner_expanded(framework: Framework, tokens: TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut output = TokenStream::new();
    let mut at = 0;
    while at < trees.len() {
        if let Some(args) = given(&trees[at..]) {
            let is_body = |tree: &TokenTree| matches!(tree, TokenTree::Group(body) if body.delimiter() == Delimiter::Brace);
            let behind = &trees[at + 2..];
            let end = behind.iter().position(is_body);
            let item = &behind[..=end.unwrap_or(0)];
            if item.iter().any(|tree| tree.to_string() == "mod") {
                output.extend(expanded(framework, args, item.iter().cloned().collect()));
                at += 2 + item.len();
                continue;
            }
        }
        output.extend([match &trees[at] {
            TokenTree::Group(group) => {
                let inner = inner_expanded(framework, group.stream());
                Group::new(group.delimiter(), inner).into()
            }
            leaf => leaf.clone(),
        }]);
        at += 1;
    }
    output
}

/// Returns the arguments of an attribute of the expansion.
fn given(trees: &[TokenTree]) -> Option<TokenStream> {
    let [TokenTree::Punct(pound), TokenTree::Group(attribute), ..] = trees else { return None };
    let content: Vec<TokenTree> = attribute.stream().into_iter().collect();
    match content.as_slice() {
        [.., TokenTree::Ident(cors), TokenTree::Group(args)] if pound.as_char() == '#' && cors == "cors" => {
            args.to_string().contains("__inherit").then(|| args.stream())
        }
        _ => None,
    }
}

fn check(framework: Framework, pieces: &[Piece]) -> Result<(), TestCaseError> {
    let mut written = Written::default();
    written.write(pieces, Place::Block);
    let text = format!(
        "mod api {{ mod prelude {{ pub use a::{{b, get as fetch}}; pub use fetch as again; }} {} }}",
        written.text
    );
    let module: TokenStream = text.parse().unwrap();
    let args: TokenStream = "same_origin".parse().unwrap();
    prop_assert_eq!(lost(framework, &args, &module), None);

    let output = flat(expanded(framework, args, module)).join(" ");
    for number in &written.reached {
        let at = [format!("\"/{number}\""), format!("r\"/{number}\"")]
            .iter()
            .find_map(|path| output.find(path.as_str()));
        let above = &output[..at.unwrap()];
        // Looks at the route attribute, the attribute above, and the function's own.
        let is_given = above.rmatch_indices("# [").take(3).any(|(start, _)| {
            let attribute = &above[start..];
            attribute.contains("cors ( __inherit ( api { same_origin }") && !attribute.contains("fn ")
        });
        prop_assert!(is_given, "/{number} in {text}\n{output}");
    }
    prop_assert_eq!(output.matches("__inherit").count(), written.reached.len(), "{}\n{}", text, output);
    prop_assert_eq!(output.matches("compile_error").count(), written.errors, "{}\n{}", text, output);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_route_is_reached_or_an_error(pieces in vec(piece(), 1..5)) {
        for framework in Framework::WITH_ROUTE_ATTRIBUTES {
            check(framework, &pieces)?;
        }
    }
}

#[test]
fn each_function_is_what_it_is_at_each_place() {
    let places = (0..BLOCKS.len()).map(|at| (Piece::Block as fn(usize, Vec<Piece>) -> Piece, at));
    let macros = (0..MACROS.len()).map(|at| (Piece::Macro as fn(usize, Vec<Piece>) -> Piece, at));
    for (place, at) in places.chain(macros) {
        for function in 0..FUNCTIONS.len() {
            for framework in Framework::WITH_ROUTE_ATTRIBUTES {
                check(framework, &[place(at, vec![Piece::Function(function)])]).unwrap();
            }
        }
    }
}
