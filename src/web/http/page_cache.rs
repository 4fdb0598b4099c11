//! Whole pages for anonymous visitors, packed, for a second at most and never past a write of this node. One visitor makes
//! the page, those who come meanwhile wait for it. Measured in `tests/load`: the hit path neither allocates the key nor
//! asks the database.

use std::collections::HashMap;
use std::future::Future;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, PoisonError, RwLock};

use actix_web::body::MessageBody;
use actix_web::http::header::{self, HeaderValue};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use domain::clock::Instant;
use tokio::sync::Mutex;

use super::encoding::Encoding;
use super::gate;
use crate::App;
use crate::locale::Lang;

/// How old a page may be: other nodes write too, and deadlines pass.
const AGE_MICROS: i64 = 1_000_000;
/// Pages and bytes kept for one language and encoding.
const PAGES: usize = 512;
const BYTES: usize = 16 * 1024 * 1024;
const TURNS: usize = 64;

struct Kept {
    generation: u64,
    made: Instant,
    body: Bytes,
    kind: HeaderValue,
    etag: HeaderValue,
}

#[derive(Default)]
struct Shelf {
    pages: HashMap<Box<str>, Arc<Kept>>,
    bytes: usize,
}

/// The pages kept.
pub struct PageCache {
    shelves: [[RwLock<Shelf>; 4]; 2],
    turns: [Mutex<()>; TURNS],
    hasher: RandomState,
}

impl Default for PageCache {
    fn default() -> Self {
        Self::new()
    }
}

impl PageCache {
    /// Nothing kept yet.
    pub fn new() -> Self {
        Self {
            shelves: std::array::from_fn(|_| std::array::from_fn(|_| RwLock::default())),
            turns: std::array::from_fn(|_| Mutex::new(())),
            hasher: RandomState::new(),
        }
    }

    fn shelf(&self, lang: Lang, encoding: Encoding) -> &RwLock<Shelf> {
        &self.shelves[lang.index()][encoding.index()]
    }

    fn find(&self, app: &App, lang: Lang, encoding: Encoding, key: &str) -> Option<Arc<Kept>> {
        let shelf = self.shelf(lang, encoding).read().unwrap_or_else(PoisonError::into_inner);
        let kept = shelf.pages.get(key)?;
        let age = app.clock.now().0 - kept.made.0;
        (kept.generation == app.db.generation() && (0..AGE_MICROS).contains(&age)).then(|| Arc::clone(kept))
    }

    fn keep(&self, lang: Lang, encoding: Encoding, key: &str, page: &Arc<Kept>) {
        let mut shelf = self.shelf(lang, encoding).write().unwrap_or_else(PoisonError::into_inner);
        if shelf.pages.len() >= PAGES || shelf.bytes + page.body.len() > BYTES {
            *shelf = Shelf::default();
        }
        let before = shelf.pages.insert(key.into(), Arc::clone(page));
        shelf.bytes = shelf.bytes + page.body.len() - before.map_or(0, |b| b.body.len());
    }

    fn turn(&self, key: &str, lang: Lang, encoding: Encoding) -> &Mutex<()> {
        let hash = self.hasher.hash_one((key, lang.index(), encoding.index()));
        let n = usize::try_from(hash % TURNS as u64).unwrap_or(0);
        &self.turns[n]
    }
}

/// The page kept, or a new one by `make`.
pub async fn serve<M, F>(app: &App, req: &HttpRequest, encoding: Encoding, make: M) -> HttpResponse
where
    M: FnOnce() -> F,
    F: Future<Output = HttpResponse>,
{
    let lang = Lang::of_request(req);
    let key = req.uri().path_and_query().map_or("/", |p| p.as_str());
    if let Some(kept) = app.pages.find(app, lang, encoding, key) {
        return kept.answer(req, encoding);
    }
    let _turn = app.pages.turn(key, lang, encoding).lock().await;
    if let Some(kept) = app.pages.find(app, lang, encoding, key) {
        return kept.answer(req, encoding);
    }
    let (generation, made) = (app.db.generation(), app.clock.now());
    let (head, body) = make().await.into_parts();
    let body = match body.try_into_bytes() {
        Ok(bytes) => bytes,
        Err(stream) => return head.set_body(stream),
    };
    let kind = head.headers().get(header::CONTENT_TYPE).cloned();
    let (Some(kind), true) = (kind, gate::keepable(head.status()) && !head.headers().contains_key(header::SET_COOKIE))
    else {
        return head.set_body(body).map_into_boxed_body();
    };
    let body = encoding.pack(&body, true).unwrap_or(body);
    let etag = etag(&body);
    let kept = Arc::new(Kept { generation, made, body, kind, etag });
    app.pages.keep(lang, encoding, key, &kept);
    kept.answer(req, encoding)
}

fn etag(body: &[u8]) -> HeaderValue {
    let digest = domain::id::sha256(body);
    HeaderValue::from_str(&format!("\"{}\"", &digest[..24])).unwrap_or(HeaderValue::from_static("\"\""))
}

impl Kept {
    fn answer(&self, req: &HttpRequest, encoding: Encoding) -> HttpResponse {
        let known = req.headers().get(header::IF_NONE_MATCH);
        let same =
            known.is_some_and(|v| v.as_bytes().split(|b| *b == b',').any(|t| t.trim_ascii() == self.etag.as_bytes()));
        let mut response = if same { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        let fixed = HeaderValue::from_static;
        response
            .insert_header((header::ETAG, self.etag.clone()))
            .insert_header((header::CACHE_CONTROL, fixed("private, no-cache")))
            .insert_header((header::VARY, fixed("Accept-Encoding, Accept-Language, Cookie")));
        if same {
            return response.finish();
        }
        if encoding != Encoding::Identity {
            response.insert_header((header::CONTENT_ENCODING, fixed(encoding.name())));
        }
        response.insert_header((header::CONTENT_TYPE, self.kind.clone())).body(self.body.clone())
    }
}
