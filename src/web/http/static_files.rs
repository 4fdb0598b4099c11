//! The stylesheet, the script, icons and fonts, inside the program: packed once, at addresses that change with their
//! content, so that browsers keep them for good.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use actix_web::http::header::{self, HeaderValue};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};
use rust_embed::Embed;

use super::encoding::Encoding;

#[derive(Embed)]
#[folder = "../../static"]
struct Folder;

struct File {
    plain: Bytes,
    kind: &'static str,
    packed: [OnceLock<Option<Bytes>>; 4],
}

struct Files {
    version: String,
    files: BTreeMap<String, File>,
}

static FILES: LazyLock<Files> = LazyLock::new(|| {
    let mut files = BTreeMap::new();
    let mut digests = String::new();
    for name in Folder::iter() {
        let Some(file) = Folder::get(&name) else { continue };
        digests.push_str(&format!("{name} {}\n", hex::encode(file.metadata.sha256_hash())));
        let plain = Bytes::from(file.data.into_owned());
        files.insert(name.to_string(), File { plain, kind: kind(&name), packed: Default::default() });
    }
    Files { version: domain::id::sha256(digests)[..12].to_owned(), files }
});

/// The address of a file: it changes when any file changes (the stylesheet names its fonts relatively).
pub fn address(file: &str) -> String {
    format!("/static/{}/{file}", FILES.version)
}

/// Packs everything now rather than at the first request.
pub fn warm() {
    for file in FILES.files.values() {
        let _ = file.pack(Encoding::Brotli);
    }
}

/// Sends a file. Addresses of another version are answered too, but not kept.
pub async fn send(req: HttpRequest, path: web::Path<(String, String)>) -> HttpResponse {
    let (version, name) = path.into_inner();
    let Some(file) = FILES.files.get(&name) else { return HttpResponse::NotFound().finish() };
    let lasting = if version == FILES.version { "public, max-age=31536000, immutable" } else { "no-cache" };
    let encoding = Encoding::of(&req, &[Encoding::Brotli, Encoding::Gzip]);
    let packed = if file.packs() { file.pack(encoding) } else { None };
    let mut response = HttpResponse::Ok();
    response
        .insert_header((header::CACHE_CONTROL, lasting))
        .insert_header((header::CONTENT_TYPE, HeaderValue::from_static(file.kind)))
        .insert_header((header::VARY, "Accept-Encoding"));
    // A worker stands where all files stand, and keeps a page elsewhere: the browser asks us whether it may.
    if name.ends_with("-sw.js") {
        response.insert_header(("Service-Worker-Allowed", "/percorsi/"));
    }
    match packed {
        Some(body) => response.insert_header((header::CONTENT_ENCODING, encoding.name())).body(body),
        None => response.body(file.plain.clone()),
    }
}

impl File {
    fn packs(&self) -> bool {
        ["text/", "image/svg", "application/json"].iter().any(|k| self.kind.starts_with(k))
    }

    fn pack(&self, encoding: Encoding) -> Option<Bytes> {
        if !self.packs() {
            return None;
        }
        self.packed[encoding.index()].get_or_init(|| encoding.pack(&self.plain, !cfg!(debug_assertions))).clone()
    }
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or("") {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" => "application/json",
        "md" | "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
