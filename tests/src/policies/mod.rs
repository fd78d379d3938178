//! The rows of `data/policies.json` as attributes, and crates that are written and checked while the tests run.

mod attribute;
mod generated;

pub use attribute::{keys, methods, route};
pub use generated::{Diagnostic, Generated};

use cors_core::MistakeKind;

/// Kinds that only variables of the environment can have; `cors-core/tests/env` has their cases.
pub const ONLY_IN_VARIABLES: [MistakeKind; 12] = [
    MistakeKind::VariablePrefix,
    MistakeKind::VariableUnknown,
    MistakeKind::VariableTwice,
    MistakeKind::VariableNotUtf8,
    MistakeKind::VariableEmpty,
    MistakeKind::VariableByteOrderMark,
    MistakeKind::VariableQuotes,
    MistakeKind::VariableBrackets,
    MistakeKind::VariablePlaceholder,
    MistakeKind::VariableSeparator,
    MistakeKind::VariableComma,
    MistakeKind::CredentialsSyntax,
];
