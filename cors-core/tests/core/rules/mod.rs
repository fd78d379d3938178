//! Which policies are right, what is said of the others, and where the fixes lead.

mod constants;
mod fixes;
mod kinds;
mod mistakes;
mod policies;
