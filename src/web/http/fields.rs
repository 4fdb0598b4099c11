//! What was typed and what was attached, whichever way the form was encoded.

use actix_multipart::Multipart;
use actix_web::http::header::HeaderMap;
use actix_web::web::Bytes;
use futures_util::{StreamExt, stream};
use url::form_urlencoded;

/// A file that came with a form.
#[derive(Debug, Clone)]
pub struct File {
    /// The field it came in.
    pub field: String,
    /// Its name, as the sender's computer calls it.
    pub name: String,
    /// What the sender's browser takes it for; never to be trusted.
    pub content_type: String,
    /// Its content.
    pub bytes: Bytes,
}

/// The values and files of one form.
#[derive(Debug, Clone, Default)]
pub struct Fields {
    /// In the order of the form.
    pub values: Vec<(String, String)>,
    /// Files with a content.
    pub files: Vec<File>,
}

/// Fields one form may have.
const MOST: usize = 2_000;

impl Fields {
    /// The first value of a field.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(k, _)| k == name).map(|(_, v)| v.as_str())
    }

    /// All values of a field.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.values.iter().filter(|(k, _)| k == name).map(|(_, v)| v.as_str()).collect()
    }

    /// The file in a field.
    pub fn file(&self, name: &str) -> Option<&File> {
        self.files.iter().find(|f| f.field == name)
    }

    /// Reads `a=1&b=2`.
    pub fn from_urlencoded(body: &[u8]) -> Self {
        let pairs = form_urlencoded::parse(body).take(MOST);
        let values = pairs.map(|(k, v)| (k.into_owned(), clean(&v))).collect();
        Self { values, files: Vec::new() }
    }

    /// Reads a body that is wholly in; `None` when it is not what it says.
    pub async fn parse(headers: &HeaderMap, body: Bytes) -> Option<Self> {
        let kind = headers.get("content-type").and_then(|v| v.to_str().ok()).unwrap_or("");
        if kind.starts_with("multipart/form-data") {
            return Self::from_multipart(headers, body).await;
        }
        (body.is_empty() || kind.starts_with("application/x-www-form-urlencoded")).then(|| Self::from_urlencoded(&body))
    }

    async fn from_multipart(headers: &HeaderMap, body: Bytes) -> Option<Self> {
        let once = stream::once(async move { Ok::<_, actix_web::error::PayloadError>(body) });
        let mut parts = Multipart::new(headers, once);
        let mut out = Self::default();
        while let Some(part) = parts.next().await {
            let mut part = part.ok()?;
            let mut bytes = Vec::new();
            while let Some(chunk) = part.next().await {
                bytes.extend_from_slice(&chunk.ok()?);
            }
            let field = part.name()?.to_owned();
            let name = part.content_disposition().and_then(|d| d.get_filename()).map(str::to_owned);
            match name {
                None => out.values.push((field, clean(&String::from_utf8_lossy(&bytes)))),
                Some(name) if !name.is_empty() || !bytes.is_empty() => {
                    let content_type = part.content_type().map(ToString::to_string).unwrap_or_default();
                    out.files.push(File { field, name: clean(&name), content_type, bytes: bytes.into() });
                }
                Some(_) => {}
            }
            if out.values.len() + out.files.len() > MOST {
                return None;
            }
        }
        Some(out)
    }
}

/// Line ends as the product counts and keeps them.
fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
