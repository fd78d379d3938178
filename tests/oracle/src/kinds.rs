//! Which kinds of mistakes can be met where.

use cors_core::__private::MistakeKind;

/// Kinds that only variables of the environment can have; `cors-core/tests/core/env` has their cases.
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
