use crate::{error::ReadError, model::Source}; pub fn read(_b:&[u8])->Result<Source,ReadError>{Err(ReadError::Empty)}
