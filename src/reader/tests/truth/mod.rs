//! Truth tables, made by reading: how they are kept and how an alignment is judged by them.

pub mod judge;
pub mod print;
pub mod table;
