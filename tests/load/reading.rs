//! Reading, against a handler that returns the very same bytes from memory.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::from_fn;
use actix_web::web::{self as actix, Bytes, Data};
use actix_web::{HttpRequest, HttpResponse, HttpServer};
use web::http::{door, headers};
use web::{Access, App, Clock, Door, Server, Settings};

use crate::client::{self, Done, Task};
use crate::figures::Figures;
use crate::part::{self, Part};
use crate::stage::{self, SLUG, Stage};
use crate::{asked, flush};

const CONNECTIONS: usize = 16;
/// What browsers send today; and what a program sends that takes everything as it is.
const ENCODINGS: [&str; 2] = ["gzip, deflate, br, zstd", "identity"];

fn pages() -> [(&'static str, String); 2] {
    [("passage page", format!("/percorsi/{SLUG}/passaggi/15")), ("whole plan", format!("/percorsi/{SLUG}/piano/1"))]
}

fn head(address: &str, path: &str, encoding: &str, session: Option<&str>) -> String {
    let cookie = session.map_or(String::new(), |s| format!("Cookie: sessione={s}\r\n"));
    client::head("GET", address, path, &format!("Accept-Encoding: {encoding}\r\n{cookie}"))
}

/// An answer kept: its headers, but for those that are set for every answer, and its bytes.
struct Kept(Vec<(HeaderName, HeaderValue)>, Bytes);
type Memory = Arc<OnceLock<BTreeMap<String, Kept>>>;

fn remembered(memory: &Memory, which: &str) -> HttpResponse {
    let Kept(headers, body) = &memory.get().unwrap()[which];
    let mut response = HttpResponse::Ok();
    for header in headers {
        response.insert_header(header.clone());
    }
    response.body(body.clone())
}

fn keep(address: &str) -> BTreeMap<String, Kept> {
    let mut kept = BTreeMap::new();
    for (n, encoding) in ENCODINGS.iter().enumerate() {
        for (m, (_, path)) in pages().iter().enumerate() {
            let request = head(address, path, encoding, None) + "\r\n";
            let answer = actix_web::rt::System::new().block_on(client::ask(address, &request));
            assert_eq!(answer.status(), 200, "{}", answer.head);
            let own = ["cache-control", "content-encoding", "content-type", "etag", "vary"];
            let headers = answer.headers().filter(|(k, _)| own.contains(k));
            let headers = headers.map(|(k, v)| (k.parse().unwrap(), v.parse().unwrap())).collect();
            kept.insert(format!("{m}{n}"), Kept(headers, Bytes::from(answer.body)));
        }
    }
    kept
}

/// The server's part: the house with one door more, and beside it a server with that handler and no gate before it.
pub fn serve(file: &str) {
    part::leave_with_the_bench();
    let settings = Settings { bind: "127.0.0.1:0".to_owned(), limits: false, ..Settings::default() };
    let app = App::new(stage::open(Path::new(file), 256), settings, Clock::System).unwrap();
    let memory = Memory::default();
    let mut doors = door::all();
    let of = Arc::clone(&memory);
    doors.push(Door::get("/memoria/{which}", Access::Public, move |v| {
        let of = Arc::clone(&of);
        async move { Ok(remembered(&of, v.path("which"))) }
    }));
    actix_web::rt::System::new().block_on(async {
        let server = Server::with_doors(app.clone(), doors).unwrap();
        let (address, of) = (server.address().to_string(), Arc::clone(&memory));
        let bare = HttpServer::new(move || {
            let of = Arc::clone(&of);
            let handler = move |req: HttpRequest| {
                let of = Arc::clone(&of);
                async move { remembered(&of, req.match_info().query("which")) }
            };
            let door = actix::resource("/memoria/{which}").route(actix::get().to(handler));
            actix_web::App::new().app_data(Data::new(app.clone())).wrap(from_fn(headers::around)).service(door)
        });
        let bare = bare.bind("127.0.0.1:0").unwrap();
        let beside = bare.addrs()[0];
        std::thread::spawn(move || {
            assert!(memory.set(keep(&address)).is_ok());
            println!("{address} {beside}");
        });
        let bare = actix_web::rt::spawn(bare.run());
        server.run().await.unwrap();
        bare.await.unwrap().unwrap();
    });
}

/// What is asked for, and under which name.
struct Way {
    name: &'static str,
    address: String,
    head: String,
    rates: Figures,
    /// Microseconds of the server's processor for each answer.
    cost: Figures,
    bytes: u64,
}

fn ways(address: &str, beside: &str, session: &str, m: usize, path: &str) -> Vec<Way> {
    let [browser, plain] = ENCODINGS;
    let memory = |n: usize| format!("/memoria/{m}{n}");
    let way = |name, address: &str, path: &str, encoding, session| Way {
        name,
        address: address.to_owned(),
        head: head(address, path, encoding, session),
        rates: Figures::default(),
        cost: Figures::default(),
        bytes: 0,
    };
    vec![
        way("from memory, behind the same middleware", address, &memory(0), browser, None),
        way("the page", address, path, browser, None),
        way("from memory, no gate before it", beside, &memory(0), browser, None),
        way("from memory, unpacked", address, &memory(1), plain, None),
        way("the page, unpacked", address, path, plain, None),
        way("the page, signed in", address, path, browser, Some(session)),
    ]
}

/// The bench.
pub fn run(folder: &Path) {
    let file = folder.join("reading.db");
    let stage = Stage::set(&file);
    stage.comment();
    let session = stage.sessions().swap_remove(0);
    let mut server = Part::play(&["serve-pages", file.to_str().unwrap()], &[]);
    let line = server.line();
    let (address, beside) = line.split_once(' ').unwrap();
    let (rounds, seconds) = (asked("ASCOLTO_LOAD_ROUNDS", 5), asked("ASCOLTO_LOAD_SECONDS", 3));
    println!(
        "\nReading: {} passages, {} shown comments, {CONNECTIONS} connections, {rounds} rounds of {seconds} s",
        stage::PASSAGES,
        stage::COMMENTS
    );
    for (m, (name, path)) in pages().iter().enumerate() {
        let mut ways = ways(address, beside, &session, m, path);
        for round in 0..=rounds {
            for way in &mut ways {
                // The first round only warms.
                measure(&server, way, if round == 0 { 0.5 } else { seconds as f64 }, round > 0);
            }
        }
        tell(name, &ways);
    }
}

fn measure(server: &Part, way: &mut Way, seconds: f64, counts: bool) {
    let heads = vec![way.head.clone(); CONNECTIONS];
    let task = Task { address: way.address.clone(), seconds, heads, forms: Vec::new() };
    let mut part = Part::play(&["get"], &[]);
    let before = server.seconds();
    part.hand(&serde_json::to_string(&task).unwrap());
    let done: Done = serde_json::from_str(&part.line()).unwrap();
    if counts {
        let answers = done.answers as f64;
        way.rates.0.push(answers / done.seconds);
        way.cost.0.push((server.seconds() - before) * 1e6 / answers);
        way.bytes = done.bytes / done.answers as u64;
    }
}

fn tell(name: &str, ways: &[Way]) {
    println!("\n{name} ({})", flush::load());
    for way in ways {
        println!(
            "  {:<40} {:>6} bytes  answers a second {:<24} server's processor a page, µs: {}",
            way.name,
            way.bytes,
            way.rates.to_string(),
            way.cost
        );
    }
    let ratio = |a: usize, b: usize| ways[a].rates.over(&ways[b].rates);
    println!("  the page / memory behind the same middleware: {}", ratio(1, 0));
    println!("  the page / memory, no gate before it:         {}", ratio(1, 2));
    println!("  the same unpacked, behind the same middleware: {}", ratio(4, 3));
    println!("  signed in / memory behind the same middleware: {}", ratio(5, 0));
}
