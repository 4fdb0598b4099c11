//! Truth tables, made by reading: how they are kept and how an alignment is judged by them.
#![allow(dead_code)] // each of the tests and examples that share this uses a part of it

pub mod judge;
pub mod print;
pub mod table;
