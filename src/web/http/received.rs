//! Takes a body in, whole: the instant that counts is that of its last byte.

use std::time::Duration;

use actix_web::web::{self, Bytes, BytesMut};
use futures_util::StreamExt;

use super::Fault;

/// How long a body may take.
const PATIENCE: Duration = Duration::from_secs(300);

/// The whole body.
///
/// # Errors
/// [`Fault::TooLarge`]: the rest is read and thrown away (up to a point), so that the answer is heard;
/// [`Fault::Malformed`] when it breaks off.
pub async fn body(payload: web::Payload, max: usize) -> Result<Bytes, Fault> {
    tokio::time::timeout(PATIENCE, read(payload, max)).await.map_err(|_| Fault::Malformed)?
}

async fn read(mut payload: web::Payload, max: usize) -> Result<Bytes, Fault> {
    let (mut body, mut seen) = (BytesMut::new(), 0_usize);
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Fault::Malformed)?;
        seen += chunk.len();
        if seen <= max {
            body.extend_from_slice(&chunk);
        } else if seen > max.saturating_mul(4) {
            break;
        }
    }
    if seen > max { Err(Fault::TooLarge { max }) } else { Ok(body.freeze()) }
}
