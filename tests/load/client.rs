//! The client: connections that stay open, each sending its next request when the last one was answered. One thread, so
//! that it takes little of the machine from the server.

use std::io::{self, ErrorKind, Read};
use std::rc::Rc;
use std::time::{Duration, Instant};

use actix_web::rt::net::TcpStream;
use actix_web::rt::{System, spawn};
use serde::{Deserialize, Serialize};

use crate::figures::Figures;

/// What it is asked to do.
#[derive(Clone, Serialize, Deserialize)]
pub struct Task {
    pub address: String,
    pub seconds: f64,
    /// One connection for each of these, with the head that it sends.
    pub heads: Vec<String>,
    /// The beginning of each connection's form; empty to look only.
    pub forms: Vec<String>,
}

/// What it did.
#[derive(Serialize, Deserialize)]
pub struct Done {
    pub answers: usize,
    pub seconds: f64,
    pub bytes: u64,
    pub median_ms: f64,
    pub slow_ms: f64,
    /// Where the answers led.
    pub led: Vec<String>,
}

/// Looks at a page, over and over.
pub fn get() {
    play(|head, _, _| format!("{head}\r\n").into_bytes());
}

/// Sends a form, over and over, each time a new showing of it.
pub fn post() {
    play(|head, form, n| {
        let once = domain::id::random_hex::<16>();
        let form = format!("{form}&_once={once}&text=Proposta+numero+{n}:+panchine+all%27ombra+e+fontanelle+({once})");
        format!("{head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}", form.len())
            .into_bytes()
    });
}

fn play(request: impl Fn(&str, &str, usize) -> Vec<u8> + 'static) {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let task: Rc<Task> = Rc::new(serde_json::from_str(&text).unwrap());
    let request = Rc::new(request);
    let done = System::new().block_on(async move {
        let began = Instant::now();
        let connections: Vec<_> =
            (0..task.heads.len()).map(|n| spawn(connection(Rc::clone(&task), n, Rc::clone(&request), began))).collect();
        let (mut took, mut led, mut bytes) = (Vec::new(), Vec::new(), 0);
        for each in connections {
            let one = each.await.unwrap();
            took.extend(one.0);
            led.extend(one.1);
            bytes += one.2;
        }
        let took = Figures(took);
        let (seconds, answers) = (began.elapsed().as_secs_f64(), took.0.len());
        Done { answers, seconds, bytes, median_ms: took.at(0.5), slow_ms: took.at(0.99), led }
    });
    println!("{}", serde_json::to_string(&done).unwrap());
}

async fn connection<F: Fn(&str, &str, usize) -> Vec<u8>>(
    task: Rc<Task>,
    n: usize,
    request: Rc<F>,
    began: Instant,
) -> (Vec<f64>, Vec<String>, u64) {
    let mut line = Line::open(&task.address).await.unwrap();
    let (head, form) = (&task.heads[n], task.forms.get(n).map_or("", String::as_str));
    let expected = if form.is_empty() { 200 } else { 303 };
    let (mut took, mut led, mut bytes) = (Vec::new(), Vec::new(), 0);
    while began.elapsed() < Duration::from_secs_f64(task.seconds) {
        let bytes_of = request(head, form, took.len());
        let asked = Instant::now();
        let answer = line.ask(&bytes_of).await.unwrap();
        took.push(asked.elapsed().as_secs_f64() * 1e3);
        assert_eq!(answer.status(), expected, "{}", answer.head);
        bytes += answer.body.len() as u64;
        if !form.is_empty() {
            led.push(answer.header("location").unwrap().to_owned());
        }
    }
    (took, led, bytes)
}

/// An answer as it came.
pub struct Response {
    pub head: String,
    pub body: Vec<u8>,
}

impl Response {
    pub fn status(&self) -> u16 {
        self.head.get(9..12).and_then(|s| s.parse().ok()).unwrap_or(0)
    }

    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.head.lines().skip(1).filter_map(|l| l.split_once(": "))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers().find(|(k, _)| k.eq_ignore_ascii_case(name)).map(|(_, v)| v)
    }
}

/// A connection.
struct Line {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Line {
    async fn open(address: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 * 1024) })
    }

    async fn ask(&mut self, request: &[u8]) -> io::Result<Response> {
        let mut sent = 0;
        while sent < request.len() {
            match self.stream.try_write(&request[sent..]) {
                Ok(n) => sent += n,
                Err(e) if e.kind() == ErrorKind::WouldBlock => self.stream.writable().await?,
                Err(e) => return Err(e),
            }
        }
        self.buffer.clear();
        let end = loop {
            self.more().await?;
            if let Some(at) = self.buffer.windows(4).position(|w| w == b"\r\n\r\n") {
                break at;
            }
        };
        let head = String::from_utf8_lossy(&self.buffer[..end]).into_owned();
        let mut response = Response { head, body: Vec::new() };
        let length: usize = response.header("content-length").and_then(|n| n.parse().ok()).unwrap_or(0);
        while self.buffer.len() < end + 4 + length {
            self.more().await?;
        }
        response.body = self.buffer[end + 4..end + 4 + length].to_vec();
        Ok(response)
    }

    async fn more(&mut self) -> io::Result<()> {
        loop {
            self.stream.readable().await?;
            let (at, most) = (self.buffer.len(), self.buffer.capacity().max(64 * 1024));
            self.buffer.resize(at + most, 0);
            let read = self.stream.try_read(&mut self.buffer[at..]);
            self.buffer.truncate(at + read.as_ref().map_or(0, |n| *n));
            match read {
                Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
                Ok(_) => return Ok(()),
                Err(e) if e.kind() == ErrorKind::WouldBlock => {}
                Err(e) => return Err(e),
            }
        }
    }
}

/// One request, by itself.
pub async fn ask(address: &str, request: &str) -> Response {
    Line::open(address).await.unwrap().ask(request.as_bytes()).await.unwrap()
}

/// The head of a request, without its last empty line.
pub fn head(verb: &str, address: &str, path: &str, more: &str) -> String {
    format!("{verb} {path} HTTP/1.1\r\nHost: {address}\r\nAccept: text/html\r\nAccept-Language: it\r\n{more}")
}
