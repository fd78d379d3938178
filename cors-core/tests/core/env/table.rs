//! The traps, and the message of each.

/// Every table of traps.
pub(crate) const ALL: [&[Trap]; 6] = [EMPTY, COMMAS, WRAPPINGS, PLACEHOLDERS, SEPARATORS, SCALARS];

/// Name, value, and the lines of the error without the name of the variable.
pub(crate) type Trap = (&'static str, &'static str, &'static [&'static str]);

const NO_ORIGINS: &str = ": `API_CORS_ORIGINS` is empty, so every other origin would be refused; list the origins of your pages, \
                          or write `#[cors(same_origin)]` for a route without CORS";
const EMPTY_VALUE: &str = ": the variable is set, but empty; give it a value, or unset it";
const COMMA_1: &str = ", element 1: this element is empty, because of an extra comma; remove it";
const COMMA_2: &str = ", element 2: this element is empty, because of an extra comma; remove it";

const EMPTY: &[Trap] = &[
    ("ORIGINS", "", &[NO_ORIGINS]),
    ("ORIGINS", " \t", &[NO_ORIGINS]),
    ("METHODS", "", &[EMPTY_VALUE]),
    ("ALLOW_HEADERS", "  ", &[EMPTY_VALUE]),
    ("EXPOSE_HEADERS", "", &[EMPTY_VALUE]),
    ("CREDENTIALS", "", &[EMPTY_VALUE]),
    ("MAX_AGE", "\n", &[EMPTY_VALUE]),
    ("DANGEROUSLY_ALLOW", "", &[EMPTY_VALUE]),
    (
        "METHODS",
        "\"\"",
        &[
            EMPTY_VALUE,
            r#": `""` has quotes around it, which count as a part of the value; write it without them"#,
        ],
    ),
];

const COMMAS: &[Trap] = &[
    ("ORIGINS", "https://a.example,", &[COMMA_2]),
    ("ORIGINS", "*,", &[COMMA_2]),
    (
        "ORIGINS",
        "https://a.example, ,https://b.example/",
        &[
            COMMA_2,
            ", element 3: origin `https://b.example/` ends with `/`, and browsers send origins without a path; write `https://b.example`",
        ],
    ),
    ("METHODS", ",GET", &[COMMA_1]),
    ("ALLOW_HEADERS", "x-a,,x-b", &[COMMA_2]),
    ("METHODS", ",", &[COMMA_1, COMMA_2]),
];

const WRAPPINGS: &[Trap] = &[
    (
        "ORIGINS",
        "\"https://a.example\"",
        &[
            r#": `"https://a.example"` has quotes around it, which count as a part of the value; write `https://a.example`"#,
        ],
    ),
    (
        "ORIGINS",
        "'https://a.example, https://b.example'",
        &[
            ": `'https://a.example, https://b.example'` has quotes around it, which count as a part of the value; write `https://a.example,https://b.example`",
        ],
    ),
    (
        "ORIGINS",
        "'https://a.example/'",
        &[
            ": `'https://a.example/'` has quotes around it, which count as a part of the value; write it without them",
            ": origin `https://a.example/` ends with `/`, and browsers send origins without a path; write `https://a.example`",
        ],
    ),
    (
        "ORIGINS",
        r#""https://a.example","https://b.example""#,
        &[
            r#", element 1: origin `"https://a.example"` contains quotes; write `https://a.example`"#,
            r#", element 2: origin `"https://b.example"` contains quotes; write `https://b.example`"#,
        ],
    ),
    (
        "CREDENTIALS",
        "\"true\"",
        &[r#": `"true"` has quotes around it, which count as a part of the value; write `true`"#],
    ),
    (
        "MAX_AGE",
        "\"10m\"",
        &[r#": `"10m"` has quotes around it, which count as a part of the value; write `10m`"#],
    ),
    (
        "METHODS",
        r#""GET","PUT""#,
        &[
            r#", element 1: `"GET"` is not a method name, which is one word of letters; write `GET`"#,
            r#", element 2: `"PUT"` is not a method name, which is one word of letters; write `PUT`"#,
        ],
    ),
    (
        "ORIGINS",
        "\u{feff}https://a.example",
        &[
            r": `\u{feff}https://a.example` contains a byte order mark, which editors put at the start of a file; write `https://a.example`",
        ],
    ),
    (
        "METHODS",
        "\u{feff}",
        &[
            EMPTY_VALUE,
            r": `\u{feff}` contains a byte order mark, which editors put at the start of a file; write it without the mark",
        ],
    ),
    (
        "ORIGINS",
        r#"["https://a.example", "https://b.example"]"#,
        &[
            r#": `["https://a.example", "https://b.example"]` is a list in brackets, and in a variable only commas separate elements; write `https://a.example,https://b.example`"#,
        ],
    ),
    (
        "ALLOW_HEADERS",
        "[x-a, x-b]",
        &[
            ": `[x-a, x-b]` is a list in brackets, and in a variable only commas separate elements; write `x-a,x-b`",
        ],
    ),
    (
        "METHODS",
        r#"'["put"]'"#,
        &[
            r#": `'["put"]'` has quotes around it, which count as a part of the value; write it without them"#,
            r#": `'["put"]'` is a list in brackets, and in a variable only commas separate elements; write it without brackets and quotes"#,
            ": method names are case-sensitive, and `put` is not `PUT`; write `PUT`",
        ],
    ),
    ("ORIGINS", "[::1]", &[": origin `[::1]` has no scheme; write `http://[::1]`"]),
];

const PLACEHOLDERS: &[Trap] = &[
    (
        "ORIGINS",
        "${ORIGINS}",
        &[": the placeholder in `${ORIGINS}` was not filled in; write what it stands for"],
    ),
    (
        "ORIGINS",
        "https://a.example,https://$HOST",
        &[", element 2: the placeholder in `https://$HOST` was not filled in; write what it stands for"],
    ),
    (
        "ORIGINS",
        "*,$(ORIGINS)",
        &[
            ", element 1: `*` allows every origin, not only those listed beside it; remove it",
            ", element 2: the placeholder in `$(ORIGINS)` was not filled in; write what it stands for",
        ],
    ),
    (
        "ORIGINS",
        "https://{{ host }}",
        &[": the placeholder in `https://{{ host }}` was not filled in; write what it stands for"],
    ),
    ("METHODS", "$METHODS", &[": the placeholder in `$METHODS` was not filled in; write what it stands for"]),
    (
        "ALLOW_HEADERS",
        "%HEADERS%",
        &[": the placeholder in `%HEADERS%` was not filled in; write what it stands for"],
    ),
    (
        "CREDENTIALS",
        "${WITH_COOKIES}",
        &[": the placeholder in `${WITH_COOKIES}` was not filled in; write what it stands for"],
    ),
    ("MAX_AGE", "$_AGE", &[": the placeholder in `$_AGE` was not filled in; write what it stands for"]),
    (
        "ORIGINS",
        "https://b%C3%BCcher.example",
        &[
            ": origin `https://b%C3%BCcher.example` has a character that host names cannot have; write the host with letters, digits, `-`, `_` and `.` only, and fill in placeholders",
        ],
    ),
];

const SEPARATORS: &[Trap] = &[
    (
        "ORIGINS",
        "https://a.example https://b.example",
        &[
            ": `https://a.example https://b.example` is several values without commas between them; write `https://a.example,https://b.example`",
        ],
    ),
    (
        "ORIGINS",
        "https://a.example;https://b.example;",
        &[
            ": `https://a.example;https://b.example;` is several values without commas between them; write `https://a.example,https://b.example`",
        ],
    ),
    (
        "ORIGINS",
        "https://a.example\nhttps://b.example/",
        &[
            r": `https://a.example\nhttps://b.example/` is several values without commas between them; put commas between them",
            ": origin `https://b.example/` ends with `/`, and browsers send origins without a path; write `https://b.example`",
        ],
    ),
    (
        "ORIGINS",
        "https://a.exa mple",
        &[
            ": origin `https://a.exa mple` contains a space, and origins have none; write each origin as a separate element, without spaces",
        ],
    ),
    (
        "METHODS",
        "GET PUT,PATCH",
        &[", element 1: `GET PUT` is several values without commas between them; write `GET,PUT`"],
    ),
    (
        "EXPOSE_HEADERS",
        "etag; x-a",
        &[": `etag; x-a` is several values without commas between them; write `etag,x-a`"],
    ),
    (
        "ALLOW_HEADERS",
        "x-a: 1",
        &[
            ": `x-a: 1` is not a single header name; write each name as a separate element, as in `[\"content-type\", \"x-token\"]`",
        ],
    ),
];

const SCALARS: &[Trap] = &[
    ("CREDENTIALS", "TRUE", &[": credentials `TRUE` is neither `true` nor `false`; write `true`"]),
    ("CREDENTIALS", "yes", &[": credentials `yes` is neither `true` nor `false`; write `true`"]),
    ("CREDENTIALS", "1", &[": credentials `1` is neither `true` nor `false`; write `true`"]),
    ("CREDENTIALS", "Off", &[": credentials `Off` is neither `true` nor `false`; write `false`"]),
    (
        "CREDENTIALS",
        "true,false",
        &[": credentials `true,false` is neither `true` nor `false`; write one of them"],
    ),
    (
        "MAX_AGE",
        "-1",
        &[": max_age `-1` is negative; write 0 to tell browsers not to cache the preflight response"],
    ),
    (
        "MAX_AGE",
        "86401",
        &[
            ": max_age `86401` is longer than a day, and no browser caches a preflight response longer; write `86400`",
        ],
    ),
    (
        "MAX_AGE",
        "9223372036854775808",
        &[
            ": max_age `9223372036854775807` is longer than a day, and no browser caches a preflight response longer; write `86400`",
        ],
    ),
    (
        "MAX_AGE",
        "10 minutes",
        &[
            ": max_age `10 minutes` is not a whole number with one of the units `s`, `m`, `h` and `d`; write `10m`",
        ],
    ),
    (
        "MAX_AGE",
        "soon",
        &[
            ": max_age `soon` is not a whole number with one of the units `s`, `m`, `h` and `d`; write seconds (`600`) or text such as `10m`",
        ],
    ),
    (
        "MAX_AGE",
        "+600",
        &[
            ": max_age `+600` is not a whole number with one of the units `s`, `m`, `h` and `d`; write seconds (`600`) or text such as `10m`",
        ],
    ),
];
