//! A comparison of the table of public suffixes with `psl`, which has the same list as code.

use std::collections::BTreeSet;
use std::process::Command;

use cors_core::__macros::MistakeKind;
use cors_core::Policy;

const TABLE: &str = include_str!("../../../data/public_suffixes.txt");
/// Rules that `psl` has and the table, which is a day older, lacks.
const NEWER: &[&str] = &["pagelemon.dev"];
/// Rules that the list has dropped since.
const OLDER: &[&str] = &["helsinki"];

/// Returns the header of the table, and its rules.
fn parts() -> (&'static str, &'static str) {
    TABLE.split_once("\n\n").expect("rules follow the header")
}

fn rules() -> BTreeSet<String> {
    parts().1.lines().map(str::to_owned).collect()
}

/// Returns the rules that `psl` is made from, which its package contains.
fn rules_of_psl() -> BTreeSet<String> {
    // Packages for other systems may be missing.
    let host = output(Command::new("rustc").args(["--print", "host-tuple"]));
    let metadata = output(Command::new(env!("CARGO")).current_dir(env!("CARGO_MANIFEST_DIR")).args([
        "metadata",
        "--format-version=1",
        "--frozen",
        "--filter-platform",
        host.trim(),
    ]));
    let metadata: serde_json::Value = serde_json::from_str(&metadata).expect("cargo writes JSON");
    let packages = metadata["packages"].as_array().expect("there are packages");
    let psl = packages.iter().find(|package| package["name"] == "psl").expect("psl is among them");
    let manifest = psl["manifest_path"].as_str().expect("it has a manifest");
    let rules = manifest.replace("Cargo.toml", "data/rules.txt");
    let rules = std::fs::read_to_string(&rules).unwrap_or_else(|error| panic!("{rules}: {error}"));
    rules.lines().map(in_ascii).collect()
}

fn output(command: &mut Command) -> String {
    let output = command.output().expect("the toolchain has it");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the output is text")
}

fn in_ascii(rule: &str) -> String {
    let name = rule.trim_start_matches(['!', '*', '.']);
    let marks = rule.strip_suffix(name).expect("they are in front");
    format!("{marks}{}", url::Host::parse(name).expect("it is a host"))
}

/// Reports whether the rules take names below `host` for those of anyone, and whether because the list says so.
fn rules_say(host: &str) -> (bool, bool) {
    let built = Policy::builder().origins([format!("https://*.{host}")]).build();
    let kinds: Vec<MistakeKind> = match &built {
        Ok(_) => Vec::new(),
        Err(error) => error.mistakes().iter().map(|mistake| mistake.kind()).collect(),
    };
    match kinds[..] {
        [] => (false, false),
        [MistakeKind::WildcardPublicSuffix] => (true, true),
        [MistakeKind::WildcardUnlistedSuffix] => (true, false),
        _ => panic!("{host}: {kinds:?}"),
    }
}

#[test]
fn public_suffixes_are_known() {
    for host in
        ["com", "com.", "co.uk", "github.io", "netlify.app", "kawasaki.jp", "xn--p1ai", "intranet", "jp"]
    {
        assert_eq!(rules_say(host), (true, host != "intranet"), "{host}");
    }
    let private = ["example.com", "example.co.uk", "city.kawasaki.jp", "a.b.kawasaki.jp", "corp.intranet"];
    for host in private.into_iter().chain(["localhost", "app.localhost", "me.github.io"]) {
        assert_eq!(rules_say(host), (false, false), "{host}");
    }
}

#[test]
fn the_table_is_sorted_and_in_the_form_that_browsers_send() {
    let (header, rules) = parts();
    assert!(header.lines().all(|line| line.starts_with("// ")) && header.contains("// VERSION: 20"));
    assert!(rules.lines().is_sorted_by(|one, next| one < next) && rules.ends_with('\n'));
    for rule in rules.lines() {
        assert_eq!(rule, in_ascii(rule));
    }
}

#[test]
#[cfg_attr(miri, ignore = "starts cargo")]
fn the_table_has_the_rules_of_psl() {
    let (ours, theirs) = (rules(), rules_of_psl());
    let newer: Vec<&String> = theirs.difference(&ours).collect();
    assert_eq!(newer, NEWER, "psl has rules that the table has not; make it anew: .ci/public-suffix-list");
    let older: Vec<&String> = ours.difference(&theirs).collect();
    assert_eq!(older, OLDER, "the table has rules that psl has not; `cargo update -p psl`, or they are gone");
}

/// Returns what [`rules_say`] would say with `psl`.
fn psl_says(host: &str) -> (bool, bool) {
    let mut says = (false, false);
    for name in [host.to_owned(), format!("any.{host}")] {
        if let Some(suffix) = psl::suffix(name.as_bytes())
            && suffix.as_bytes() == name.as_bytes()
        {
            says = (true, says.1 || suffix.is_known());
        }
    }
    says
}

#[test]
#[cfg_attr(miri, ignore = "asks for many names")]
fn names_around_each_rule_are_what_psl_says() {
    let mut different = BTreeSet::new();
    for rule in rules() {
        let base = rule.trim_start_matches(['!', '*', '.']);
        let parent = base.split_once('.').map_or(base, |(_, parent)| parent);
        let below = [format!("www.{base}"), format!("a.www.{base}")];
        for name in [base, parent, &below[0], &below[1], &format!("x{base}")] {
            for name in [name.to_owned(), format!("{name}.")] {
                if rules_say(&name) != psl_says(name.trim_end_matches('.')) {
                    different.insert(name);
                }
            }
        }
    }
    let known: BTreeSet<String> =
        OLDER.iter().flat_map(|name| [(*name).to_owned(), format!("{name}.")]).collect();
    assert_eq!(different, known);
}
