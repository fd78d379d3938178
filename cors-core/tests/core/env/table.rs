//! The traps, and what is said of each.

/// Every trap.
pub(crate) const ALL: [&[Trap]; 6] = [EMPTY, COMMAS, WRAPPINGS, PLACEHOLDERS, SEPARATORS, SCALARS];

/// Name, value, and the lines of the error without the name of the variable.
pub(crate) type Trap = (&'static str, &'static str, &'static [&'static str]);

const NO_ORIGINS: &str = ": `API_CORS_ORIGINS` is empty, so no page could use this; list the origins of your pages, \
                          or write `#[cors(same_origin)]` for a route without CORS";
const EMPTY_VALUE: &str = ": the variable is set, but empty; give it a value, or unset it";
const COMMA_1: &str = ", element 1: a comma too many leaves this element empty; remove it";
const COMMA_2: &str = ", element 2: a comma too many leaves this element empty; remove it";

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
            r#": `""` has quotes around it, which are a part of the value here; write it without them"#,
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
            r#": `"https://a.example"` has quotes around it, which are a part of the value here; write `https://a.example`"#,
        ],
    ),
    (
        "ORIGINS",
        "'https://a.example, https://b.example'",
        &[
            ": `'https://a.example, https://b.example'` has quotes around it, which are a part of the value here; write `https://a.example,https://b.example`",
        ],
    ),
    (
        "ORIGINS",
        "'https://a.example/'",
        &[
            ": `'https://a.example/'` has quotes around it, which are a part of the value here; write it without them",
            ": origin `https://a.example/` ends with `/`, and browsers send origins without a path; write `https://a.example`",
        ],
    ),
    (
        "ORIGINS",
        r#""https://a.example","https://b.example""#,
        &[
            r#", element 1: origin `"https://a.example"` has quotes in it; write `https://a.example`"#,
            r#", element 2: origin `"https://b.example"` has quotes in it; write `https://b.example`"#,
        ],
    ),
    (
        "CREDENTIALS",
        "\"true\"",
        &[r#": `"true"` has quotes around it, which are a part of the value here; write `true`"#],
    ),
    (
        "MAX_AGE",
        "\"10m\"",
        &[r#": `"10m"` has quotes around it, which are a part of the value here; write `10m`"#],
    ),
    (
        "METHODS",
        r#""GET","PUT""#,
        &[
            r#", element 1: method `"GET"` is not one word of letters, as method names are; write `GET`"#,
            r#", element 2: method `"PUT"` is not one word of letters, as method names are; write `PUT`"#,
        ],
    ),
    (
        "ORIGINS",
        "\u{feff}https://a.example",
        &[
            r": `\u{feff}https://a.example` has a byte order mark in it, as editors put before a file; write `https://a.example`",
        ],
    ),
    (
        "METHODS",
        "\u{feff}",
        &[
            EMPTY_VALUE,
            r": `\u{feff}` has a byte order mark in it, as editors put before a file; write it without the mark",
        ],
    ),
    (
        "ORIGINS",
        r#"["https://a.example", "https://b.example"]"#,
        &[
            r#": `["https://a.example", "https://b.example"]` is a list in brackets, and a variable lists its elements with commas alone; write `https://a.example,https://b.example`"#,
        ],
    ),
    (
        "ALLOW_HEADERS",
        "[x-a, x-b]",
        &[
            ": `[x-a, x-b]` is a list in brackets, and a variable lists its elements with commas alone; write `x-a,x-b`",
        ],
    ),
    (
        "METHODS",
        r#"'["put"]'"#,
        &[
            r#": `'["put"]'` has quotes around it, which are a part of the value here; write it without them"#,
            r#": `'["put"]'` is a list in brackets, and a variable lists its elements with commas alone; write it without brackets and quotes"#,
            ": method `put` is not `PUT`: method names are case-sensitive; write `PUT`",
        ],
    ),
    (
        "ORIGINS",
        "[::1]",
        &[
            ": origin `[::1]` has no scheme; write scheme, `://`, host and, if it is not the default, port, as in `https://app.example.com`",
        ],
    ),
];

const PLACEHOLDERS: &[Trap] = &[
    (
        "ORIGINS",
        "${ORIGINS}",
        &[": nobody has filled in the placeholder in `${ORIGINS}`; write what it stands for"],
    ),
    (
        "ORIGINS",
        "https://a.example,https://$HOST",
        &[", element 2: nobody has filled in the placeholder in `https://$HOST`; write what it stands for"],
    ),
    (
        "ORIGINS",
        "*,$(ORIGINS)",
        &[
            ", element 1: `*` allows every origin, not only those listed beside it; remove it",
            ", element 2: nobody has filled in the placeholder in `$(ORIGINS)`; write what it stands for",
        ],
    ),
    (
        "ORIGINS",
        "https://{{ host }}",
        &[": nobody has filled in the placeholder in `https://{{ host }}`; write what it stands for"],
    ),
    (
        "METHODS",
        "$METHODS",
        &[": nobody has filled in the placeholder in `$METHODS`; write what it stands for"],
    ),
    (
        "ALLOW_HEADERS",
        "%HEADERS%",
        &[": nobody has filled in the placeholder in `%HEADERS%`; write what it stands for"],
    ),
    (
        "CREDENTIALS",
        "${WITH_COOKIES}",
        &[": nobody has filled in the placeholder in `${WITH_COOKIES}`; write what it stands for"],
    ),
    ("MAX_AGE", "$_AGE", &[": nobody has filled in the placeholder in `$_AGE`; write what it stands for"]),
    (
        "ORIGINS",
        "https://b%C3%BCcher.example",
        &[
            ": origin `https://b%C3%BCcher.example` has a character that host names do not have; write the host with letters, digits, `-`, `_` and `.` only; a placeholder has to be filled in",
        ],
    ),
];

const SEPARATORS: &[Trap] = &[
    (
        "ORIGINS",
        "https://a.example https://b.example",
        &[
            ": `https://a.example https://b.example` is several values, and only commas separate them; write `https://a.example,https://b.example`",
        ],
    ),
    (
        "ORIGINS",
        "https://a.example;https://b.example;",
        &[
            ": `https://a.example;https://b.example;` is several values, and only commas separate them; write `https://a.example,https://b.example`",
        ],
    ),
    (
        "ORIGINS",
        "https://a.example\nhttps://b.example/",
        &[
            r": `https://a.example\nhttps://b.example/` is several values, and only commas separate them; put commas between them",
            ": origin `https://b.example/` ends with `/`, and browsers send origins without a path; write `https://b.example`",
        ],
    ),
    (
        "ORIGINS",
        "https://a.exa mple",
        &[
            ": origin `https://a.exa mple` has a space, which no origin has; write each origin as an element of its own, without spaces",
        ],
    ),
    (
        "METHODS",
        "GET PUT,PATCH",
        &[", element 1: `GET PUT` is several values, and only commas separate them; write `GET,PUT`"],
    ),
    (
        "EXPOSE_HEADERS",
        "etag; x-a",
        &[": `etag; x-a` is several values, and only commas separate them; write `etag,x-a`"],
    ),
    (
        "ALLOW_HEADERS",
        "x-a: 1",
        &[": `x-a: 1` is not one header name; write each name as an element of its own"],
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
    ("MAX_AGE", "-1", &[": max_age `-1` is negative; write 0 to tell browsers not to keep the answer"]),
    (
        "MAX_AGE",
        "86401",
        &[": max_age `86401` is longer than a day, and no browser keeps an answer longer; write `86400`"],
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
