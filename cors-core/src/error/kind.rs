//! The kinds of mistakes, and what each message says: why it is one, in words for people who know no CORS.

macro_rules! kinds {
    ($( $name:ident => $text:literal $(, $help:literal)?; )*) => {
        /// A kind of mistake. In its message `{value}` stands for the value at fault, and `{detail}` for what is
        /// particular to the place: a public suffix, or the methods of the route.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum MistakeKind {
            $( #[doc = $text] $name, )*
        }

        impl MistakeKind {
            /// Every kind.
            #[doc(hidden)]
            pub const ALL: &[Self] = &[$( Self::$name, )*];

            /// The message without the fix, for tests of what is reported.
            #[doc(hidden)]
            pub const fn message(self) -> &'static str {
                match self {
                    $( Self::$name => $text, )*
                }
            }

            /// What there is to do where no single fix is right, or (`and …`) beside the fix.
            pub(super) const fn help(self) -> Option<&'static str> {
                match self {
                    $( Self::$name => kinds!(@optional $($help)?), )*
                }
            }
        }
    };
    (@optional $text:literal) => { Some($text) };
    (@optional) => { None };
}

kinds! {
    // Origins.
    OriginsMissing => "`origins` is missing, and nobody is allowed by default",
        "add `origins = [\"https://app.example.com\"]` with the origins of your pages, or `origins = \"*\"` for a public API";
    OriginsEmpty => "`origins` is empty, so no page could use this",
        "list the origins of your pages, or write `#[cors(same_origin)]` for a route without CORS";
    OriginEmpty => "an empty origin matches nothing", "write an origin such as `https://app.example.com`";
    OriginDuplicate => "origin `{value}` is listed twice";
    OriginRepeated => "origin `{value}` stands for `{detail}`, which is listed as well";
    OriginAnyMixed => "`*` allows every origin, not only those listed beside it";
    OriginWhitespace => "origin `{value}` has a space, which no origin has",
        "write each origin as an element of its own, without spaces";
    OriginControl => "origin `{value}` has a control character, which no origin has", "remove the character";
    OriginList => "origin `{value}` has a comma, and browsers send one origin",
        "write each origin as an element of its own";
    OriginQuotes => "origin `{value}` has quotes in it", "write it without them";
    OriginPlaceholder => "origin `{value}` has a placeholder that is not filled in",
        "write the origin that it stands for";
    OriginRegex => "origin `{value}` looks like a regular expression, and patterns here have none",
        "write exact origins, `https://*.example.com` for subdomains, or `http://localhost:*` for every port";
    OriginNull => "every site can send the origin `null` (a sandboxed frame does), so it admits everybody",
        "remove it; if it has to be, without credentials, write `null` and add `dangerously_allow = [\"null_origin\"]`";
    OriginNoScheme => "origin `{value}` has no scheme",
        "write scheme, `://`, host and, if it is not the default, port, as in `https://app.example.com`";
    OriginSlashes => "origin `{value}` lacks `//` after its scheme", "write it as in `https://app.example.com`";
    OriginTrailingSlash => "origin `{value}` ends with `/`, and browsers send origins without a path",
        "write only scheme, host and port";
    OriginPath => "origin `{value}` has a path, and browsers send origins without one",
        "write only scheme, host and port";
    OriginQuery => "origin `{value}` has a query, and browsers send origins without one",
        "write only scheme, host and port";
    OriginFragment => "origin `{value}` has a fragment, and browsers send origins without one",
        "write only scheme, host and port";
    OriginUserinfo => "origin `{value}` has a user name, and browsers send origins without one",
        "write only scheme, host and port";
    SchemeSyntax => "origin `{value}` has a scheme that is not letters, digits, `+`, `-` and `.` after a first letter",
        "write it as in `https://app.example.com`";
    SchemeUppercase => "origin `{value}` has an upper-case scheme, and browsers send origins in lower case",
        "write it in lower case";
    SchemeTooLong => "origin `{value}` has a scheme of more than 64 bytes, and no such origin is looked at",
        "use a shorter scheme";
    SchemeFile => "browsers send `null` for pages from files, some embedders send `file://`, and every file has it",
        "serve the page over `https` and write its origin, or let a `predicate(…)` look at `scheme()`";
    SchemeOpaque => "browsers never send `{value}`: such pages have the origin `null`, or that of the page that made them",
        "serve the page over `https` and write its origin";
    SchemeNeverSent => "no page is loaded from `{value}`, so no browser sends it",
        "write the `https` origin of the page";
    HostEmpty => "origin `{value}` has no host", "write it as in `https://app.example.com`";
    HostUppercase => "origin `{value}` has an upper-case host, and browsers send origins in lower case",
        "write it in lower case";
    HostUnicode => "origin `{value}` has characters beyond ASCII, and browsers send hosts in punycode",
        "write its `xn--` form";
    HostCharacter => "origin `{value}` has a character that host names do not have",
        "write the host with letters, digits, `-`, `_` and `.` only; a placeholder has to be filled in";
    HostLabelEmpty => "origin `{value}` has a dot with no name on one side",
        "write the host without that dot; for subdomains write `https://*.example.com`";
    HostLabelTooLong => "origin `{value}` has a label of more than 63 bytes, and DNS knows none", "shorten the label";
    HostLabelHyphen => "origin `{value}` has a label that begins or ends with `-`, and such names are not registered",
        "write the name without that `-`";
    HostTooLong => "origin `{value}` has a host of more than 253 bytes, and DNS knows none", "shorten the host";
    HostPunycode => "origin `{value}` has an `xn--` label that stands for no name", "write the label that your browser shows in the `Origin` header";
    HostIpv4 => "origin `{value}` has an IPv4 address that is not four plain numbers, as browsers write it",
        "write four decimal numbers from 0 to 255";
    HostIpv6 => "origin `{value}` has no valid IPv6 address between `[` and `]`", "write it as in `http://[::1]:8080`";
    HostIpv6Form => "origin `{value}` has an IPv6 address in another form than the shortest, which browsers write",
        "write it as in `http://[::1]:8080`";
    HostIpv6Brackets => "origin `{value}` has an IPv6 address without `[` and `]`", "write it as in `http://[::1]:8080`";
    HostIpv6Mapped => "origin `{value}` has an IPv4 address in IPv6 form, and pages are not served from such",
        "write the IPv4 address";
    HostIpv6Zone => "origin `{value}` has a zone id, and browsers know none in addresses", "write the address without it";
    PortEmpty => "origin `{value}` has a `:` without a port", "write the port, or leave out the `:`";
    PortSyntax => "origin `{value}` has a port that is not a number", "write a number from 1 to 65535, or `*` for every port";
    PortZero => "origin `{value}` has port 0, and no server can be reached there", "write a number from 1 to 65535";
    PortLeadingZero => "origin `{value}` has a port that begins with 0, and browsers send none", "write the port without it";
    PortTooLarge => "origin `{value}` has a port above 65535", "write a number from 1 to 65535";
    PortDefault => "origin `{value}` has the port that its scheme implies, and browsers leave that out",
        "write the origin without the port";
    WildcardPosition => "in `{value}` the `*` stands where it is no wildcard",
        "write `*` alone for any origin, `https://*.example.com` for subdomains, or `http://localhost:*` for every port";
    WildcardPartialLabel => "in `{value}` the `*` is a part of a name, and wildcards stand for whole names",
        "list the exact origins, or let a `predicate(…)` decide";
    WildcardPartialPublicSuffix =>
        "in `{value}` the `*` is a part of a name, and anyone can register such a name under `{detail}`",
        "list the exact origins, serve previews from a domain of your own, or let a `predicate(…)` decide";
    WildcardOtherScheme => "in `{value}` the `*` is no wildcard, and no pattern stands for all origins of a scheme",
        "list the exact origins, or let a `predicate(…)` look at `scheme()`";
    WildcardIp => "in `{value}` the `*` stands before an IP address, and addresses have no subdomains",
        "write the address without `*.`";
    WildcardPublicSuffix =>
        "anyone can register a name under `{detail}`, so `{value}` admits every such site",
        "list the exact origins, serve previews from a domain of your own, let a `predicate(…)` decide, or add `dangerously_allow = [\"public_suffix_wildcards\"]`";

    WildcardUnlistedSuffix =>
        "no public list says who can have names under `{detail}`, so `{value}` may admit strangers",
        "list the exact origins, let a `predicate(…)` decide, or, if all these names are yours, add `dangerously_allow = [\"public_suffix_wildcards\"]`";

    ConstantWildcard => "constants are exact origins, and `{value}` has a `*`",
        "write the pattern itself in the list";

    // Policies with a name.
    PolicyAtRunTime => "`policy!` is checked while compiling, and the policy that it starts from is made later, while the program runs",
        "start from a `const` or `static` that is made with `policy!`";
    PredicateOfOther => "`{value}` takes the requests of another framework, so it would refuse everybody here",
        "name a policy that is made with `policy!` of this route's own adapter";

    // Credentials, at the value that does not go with them.
    CredentialsAnyOrigin => "browsers refuse `*` on requests with cookies (`credentials = true`)",
        "list the origins; a bearer token needs no `credentials`";
    CredentialsNull => "every site can send the origin `null` (a sandboxed frame does), and with `credentials = true` each could act as your user",
        "list the origins of your pages";
    CredentialsInsecureOrigin =>
        "anyone between `{value}` and its visitors can change that page, and with `credentials = true` act as them",
        "use `https`, or add `dangerously_allow = [\"insecure_origins\"]`";
    CredentialsAnyHeader => "with `credentials = true` browsers take `*` for a header named `*`", "list the headers";
    CredentialsAnyExposed => "with `credentials = true` browsers take `*` for a header named `*`", "list the headers";
    CredentialsAnyMethod => "with `credentials = true` browsers take `*` for a method named `*`", "list the methods";

    // Methods.
    MethodsEmpty => "`methods` is empty, so nothing would be allowed",
        "list methods, or write `#[cors(same_origin)]` for a route without CORS";
    MethodEmpty => "an empty method names nothing", "write a method such as `PUT`";
    MethodList => "`{value}` is not one method", "write each method as an element of its own";
    MethodSyntax => "method `{value}` is not one word of letters, as method names are", "write a method such as `GET`";
    MethodForbidden => "browsers do not let scripts send `{value}`", "list only methods that scripts can send";
    MethodCase => "method `{value}` is not `{detail}`: method names are case-sensitive", "write it in upper case";
    MethodDuplicate => "method `{value}` is listed twice", "list it once";
    MethodAnyMixed => "`*` stands for every method, not only those listed beside it";
    MethodPartialWildcard => "`*` stands for every method only alone, so `{value}` names no method", "write the methods";
    MethodAnyOnRoute => "`*` says nothing on a route, which serves {detail}",
        "list some of these, or leave `methods` out for all";
    MethodNotServed => "method `{value}` is not served by this route, which serves {detail}",
        "list some of these, or leave `methods` out for all";
    MethodOptions => "`OPTIONS` is not served by this route, and need not be: `#[cors]` answers preflights itself",
        "list the methods that the route serves, or leave `methods` out for all";
    MethodsNoneLeft => "this route serves no method that the policy allows (`{value}`), so nothing would be allowed",
        "name a policy such as `policy!(..OTHER, methods = […])`, or write `#[cors(same_origin)]`";
    MethodsUnsendable => "this route serves only methods that browsers do not let scripts send, so nothing would be allowed",
        "write `#[cors(same_origin)]`, or serve another method";
    MethodHeadAlone => "on Rocket `HEAD` is answered by the `GET` route, so it cannot be allowed without `GET`",
        "list `GET`, which includes it";

    // Header names, in both lists.
    HeaderEmpty => "an empty header name names nothing";
    HeaderList => "`{value}` is not one header name", "write each name as an element of its own";
    HeaderSyntax => "`{value}` is not a header name, which is one word of letters, digits and `-`",
        "write a name such as `x-token`";
    HeaderDuplicate => "`{value}` is listed twice{detail}";
    HeaderPartialWildcard => "`*` stands for every header only alone, so `{value}` names no header", "write the names";
    HeaderForbidden => "scripts cannot set `{value}`, so no browser asks for it";
    HeaderCookie => "scripts cannot set `{value}`, so no browser asks for it",
        "and to accept cookies add `credentials = true`";
    HeaderOfResponse => "`{value}` is a header of responses, which `#[cors]` writes itself, and pages do not send it";
    HeaderBesideAny => "`*` includes `{value}`; only `authorization` has to stand beside it";
    ContentTypeMissing => "this route takes {detail}, which browsers send only if `content-type` is allowed",
        "add `content-type` to `allow_headers`";
    PolicyWithoutContentType =>
        "this route takes a body that browsers send only if `content-type` is allowed, and the policy does not allow it",
        "name a policy such as `policy!(..OTHER, allow_headers = [\"content-type\"])`";
    ExposeForbidden => "browsers never show `{value}` to scripts";
    ExposeOfRequest => "`{value}` is a header of requests, and responses have none for scripts to read";
    ExposeOfPreflight => "`{value}` is only in answers to preflights, which scripts never see";
    ExposeBesideAny => "`*` exposes every header, so `{value}` beside it changes nothing";

    // Max-age.
    MaxAgeNegative => "max_age `{value}` is negative", "write 0 to tell browsers not to keep the answer";
    MaxAgeTooLong => "max_age `{value}` is longer than a day, and no browser keeps an answer longer";
    MaxAgeSyntax => "max_age `{value}` is not a whole number with one of the units `s`, `m`, `h` and `d`",
        "write seconds (`600`) or text such as `\"10m\"`";

    // What the server refuses itself.
    EnforceUnknown => "`{value}` is nothing that can be enforced",
        "write `unsafe_methods` to refuse other origins' requests that change something, or `all_methods` to refuse all of them";
    EnforceAnyOrigin => "`origins = \"*\"` allows every origin, so nothing would ever be refused",
        "leave out `enforce`, or list the origins";
    EnforceSafeMethods => "`{value}` lets `GET`, `HEAD` and `OPTIONS` pass, and this route serves only {detail}, so nothing would ever be refused",
        "write `all_methods`, or leave out `enforce`";

    // Dangerous switches.
    DangerUnknown => "`{value}` is no danger that can be allowed",
        "the words are `insecure_origins`, `public_suffix_wildcards` and `null_origin`";
    DangerDuplicate => "`{value}` is listed twice";
    DangerIdle => "nothing here needs `{value}`";

    // The environment.
    VariablePrefix => "prefix `{value}` is not letters, digits and `_`, without the `_` that is put behind it",
        "write one such as `API_CORS`";
    VariableUnknown => "no policy reads `{value}`, and its prefix is for the variables of a policy",
        "the names end in `_ORIGINS`, `_METHODS`, `_ALLOW_HEADERS`, `_EXPOSE_HEADERS`, `_CREDENTIALS`, `_MAX_AGE` and `_DANGEROUSLY_ALLOW`";
    VariableTwice => "the variable is set twice", "set it once";
    VariableNotUtf8 => "the value `{value}` is not UTF-8", "write it in ASCII";
    VariableEmpty => "the variable is set, but empty", "give it a value, or unset it";
    VariableByteOrderMark => "`{value}` has a byte order mark in it, as editors put before a file", "write it without the mark";
    VariableQuotes => "`{value}` has quotes around it, which are a part of the value here", "write it without them";
    VariableBrackets => "`{value}` is a list in brackets, and a variable lists its elements with commas alone",
        "write it without brackets and quotes";
    VariablePlaceholder => "nobody has filled in the placeholder in `{value}`", "write what it stands for";
    VariableSeparator => "`{value}` is several values, and only commas separate them", "put commas between them";
    VariableComma => "a comma too many leaves this element empty";
    CredentialsSyntax => "credentials `{value}` is neither `true` nor `false`", "write one of them";
}
