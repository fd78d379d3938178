//! Valid policies, the mistakes of the others, and the results of the fixes.

mod constants;
mod fixes;
mod kinds;
mod mistakes;
mod parts;
mod policies;
