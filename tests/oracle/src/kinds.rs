//! Kinds of mistakes, by the places where they can occur.

use cors_core::__macros::MistakeKind;

/// Kinds that occur only in variables of the environment; `cors-core/tests/core/env` has their cases.
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
