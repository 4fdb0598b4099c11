//! A picture of a plan at its address, which is the SHA-256 of its bytes: it never changes. Its type is what its bytes said when
//! it came in; the browser is told to run nothing in it and to guess nothing about it.

use actix_web::HttpResponse;
use actix_web::http::header;
use domain::{Error, plans, processes};

use crate::http::{Answer, Visit};

/// Nothing of what a picture might hold is run, loaded or framed.
const POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

/// The picture.
pub async fn show(v: Visit) -> Answer {
    let sha256 = v.path("sha").to_owned();
    if sha256.len() != 64 || !sha256.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(Error::NotFound.into());
    }
    let (actor, slug, name) = (v.actor().clone(), v.path("slug").to_owned(), sha256.clone());
    let (kind, bytes, public) = v
        .read(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let (kind, bytes, public) = plans::ops::image(conn, &actor, process.id, &name)?;
            Ok((kind, bytes, public && process.published_at.is_some()))
        })
        .await?;
    let cache = if public { "public, max-age=31536000, immutable" } else { "no-store" };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, kind))
        .insert_header((header::CONTENT_DISPOSITION, "inline"))
        .insert_header((header::CACHE_CONTROL, cache))
        .insert_header((header::ETAG, format!("\"{sha256}\"")))
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .body(bytes))
}
