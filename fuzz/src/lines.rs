//! Readable inputs: one line for each value, whose first byte is the kind of the value.

/// Returns the values of one kind.
pub(crate) fn of(data: &[u8], kind: u8) -> Vec<Vec<u8>> {
    let lines = data.split(|byte| *byte == b'\n');
    lines.filter_map(|line| line.strip_prefix(&[kind])).map(<[u8]>::to_vec).collect()
}

/// Returns the values of one kind that are text.
pub(crate) fn texts(data: &[u8], kind: u8) -> Vec<String> {
    of(data, kind).into_iter().filter_map(|line| String::from_utf8(line).ok()).collect()
}
