//! stub
use crate::error::ReadError;
use crate::model::Source;
pub fn begins(_: &[u8]) -> bool {
    false
}
pub fn is_text(_: &[u8]) -> bool {
    false
}
pub fn read(_: &[u8]) -> Result<Source, ReadError> {
    Err(ReadError::Empty)
}
