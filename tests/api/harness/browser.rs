//! A client that behaves like a browser: keeps cookies, follows 303, sends a form as the page holds it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;

use ureq::http::{Response, StatusCode};
use ureq::{Agent, Body};

use super::Page;

/// A file to be attached: field, name, content.
pub type Attached<'a> = (&'a str, &'a str, &'a [u8]);

/// One person's browser.
pub struct Browser<'h> {
    base: &'h str,
    agent: Agent,
    cookies: RefCell<BTreeMap<String, String>>,
    headers: RefCell<Vec<(String, String)>>,
    page: RefCell<Page>,
}

impl<'h> Browser<'h> {
    /// A browser nobody has used yet, before the house at this address.
    pub fn at(base: &'h str) -> Self {
        // The server lets go of an idle connection after five seconds: one that it is about to close is not used again.
        let idle = Duration::from_secs(3);
        let config = Agent::config_builder().max_redirects(0).http_status_as_error(false).max_idle_age(idle).build();
        let headers = RefCell::new(vec![("accept-language".to_owned(), "it".to_owned())]);
        let (cookies, page) = (RefCell::default(), RefCell::new(Page::blank()));
        Self { base, agent: config.into(), cookies, headers, page }
    }

    /// Sends a header along from now on.
    pub fn header(&self, name: &str, value: &str) -> &Self {
        self.headers.borrow_mut().retain(|(k, _)| k != name);
        self.headers.borrow_mut().push((name.to_owned(), value.to_owned()));
        self
    }

    /// The cookies it holds.
    pub fn cookies(&self) -> BTreeMap<String, String> {
        self.cookies.borrow().clone()
    }

    /// Puts a cookie into the browser.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
    }

    /// The page shown now.
    pub fn page(&self) -> Page {
        self.page.borrow().clone()
    }

    /// Goes to a page and follows where it leads.
    pub fn get(&self, path: &str) -> Page {
        let first = self.open(path);
        self.follow(first)
    }

    /// Goes to a page and follows nothing.
    pub fn open(&self, path: &str) -> Page {
        let mut request = self.agent.get(self.address(path));
        for (name, value) in self.sent() {
            request = request.header(name, value);
        }
        self.take(path, request.call())
    }

    /// Follows a link of the page shown, by its words.
    pub fn click(&self, words: &str) -> Page {
        let page = self.page();
        let href = page.link(words).unwrap_or_else(|| panic!("no link {words:?} on {}:\n{}", page.path, page.text()));
        self.get(&href)
    }

    /// Fills in the form with this action on the page shown, sends it, and follows where it leads. Fields that the form
    /// does not have are refused; `("box", "")` clears one.
    pub fn submit(&self, action: &str, fields: &[(&str, &str)]) -> Page {
        let filled = self.page().form(action, fields);
        let first = self.post(action, &filled);
        self.follow(first)
    }

    /// The same, following nothing: to send it twice, or to look at the answer itself.
    pub fn submit_only(&self, action: &str, fields: &[(&str, &str)]) -> Page {
        let filled = self.page().form(action, fields);
        self.post(action, &filled)
    }

    /// The same with files.
    pub fn upload(&self, action: &str, fields: &[(&str, &str)], files: &[Attached<'_>]) -> Page {
        let filled = self.page().form(action, fields);
        let boundary = "----ascolto-test-boundary";
        let mut body = Vec::new();
        for (name, value) in &filled {
            let part = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        for (field, name, bytes) in files {
            let head = format!(
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        let first = self.send(action, &format!("multipart/form-data; boundary={boundary}"), &body);
        self.follow(first)
    }

    /// Posts exactly these fields: what no page of ours would send.
    pub fn post(&self, path: &str, fields: &[(String, String)]) -> Page {
        let body = web::ui::query(&fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect::<Vec<_>>());
        self.send(path, "application/x-www-form-urlencoded", body.as_bytes())
    }

    /// Posts exactly these bytes.
    pub fn send(&self, path: &str, kind: &str, body: &[u8]) -> Page {
        let from = self.address(&self.page.borrow().path);
        let mut request = self.agent.post(self.address(path)).header("content-type", kind).header("referer", from);
        for (name, value) in self.sent() {
            request = request.header(name, value);
        }
        self.take(path, request.send(body))
    }

    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    fn sent(&self) -> Vec<(String, String)> {
        let cookies: Vec<String> = self.cookies.borrow().iter().map(|(k, v)| format!("{k}={v}")).collect();
        let mut headers = self.headers.borrow().clone();
        if !cookies.is_empty() {
            headers.push(("cookie".to_owned(), cookies.join("; ")));
        }
        headers
    }

    fn take(&self, path: &str, answer: Result<Response<Body>, ureq::Error>) -> Page {
        let answer = answer.unwrap_or_else(|e| panic!("{path}: {e}"));
        for line in answer.headers().get_all("set-cookie") {
            let line = line.to_str().unwrap();
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            if line.contains("Max-Age=0") || value.is_empty() {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.set_cookie(name, value);
            }
        }
        let page = Page::read(path, answer);
        *self.page.borrow_mut() = page.clone();
        page
    }

    fn follow(&self, first: Page) -> Page {
        let mut page = first;
        for _ in 0..5 {
            if page.status != StatusCode::SEE_OTHER {
                return page;
            }
            let to = page.header("location").unwrap().to_owned();
            page = self.open(&to);
        }
        panic!("redirected in a circle at {}", page.path)
    }
}
