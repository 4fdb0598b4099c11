//! A body that is made piece by piece: the next is read when the one before has been taken, so that none is ever held whole.

use std::io;

use actix_web::web::Bytes;
use domain::db::Conn;
use futures_util::{Stream, stream};

use super::Visit;

/// The pieces that `read` gives by number, from 0, until it gives none. Each is a read of its own; one that fails breaks the
/// answer off, so that nobody takes what they got for the whole.
pub fn pieces<F>(v: Visit, read: F) -> impl Stream<Item = io::Result<Bytes>> + 'static
where
    F: Fn(&mut Conn, i32) -> domain::Result<Option<Vec<u8>>> + Clone + Send + 'static,
{
    stream::try_unfold(0_i32, move |n| {
        let (v, read) = (v.clone(), read.clone());
        async move {
            let piece = v.read(move |conn| read(conn, n)).await.map_err(|fault| {
                tracing::error!(target: "web", ?fault, "a body broke off");
                io::Error::other("a piece could not be read")
            })?;
            Ok(piece.map(|bytes| (Bytes::from(bytes), n + 1)))
        }
    })
}
