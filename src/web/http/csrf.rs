//! Forms sent from elsewhere are refused: by what the browser says of the sender, and by a token bound to the session.

use actix_web::HttpRequest;
use actix_web::http::header;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The server's key; the same on every node.
pub struct Key(Hmac<Sha256>);

impl Key {
    /// From the secret kept in the database.
    pub fn new(secret: &str) -> Self {
        // HMAC takes keys of any length: the error cannot happen, and an empty key would fail every check anyway.
        let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes());
        Self(mac.unwrap_or_else(|_| Hmac::<Sha256>::new(&Default::default())))
    }

    fn mac(&self, purpose: &str, of: &str) -> [u8; 32] {
        let mut mac = self.0.clone();
        mac.update(purpose.as_bytes());
        mac.update(b"\0");
        mac.update(of.as_bytes());
        mac.finalize().into_bytes().into()
    }

    /// A token for the forms of one session. Masked anew each time, so that a compressed page does not give it away.
    pub fn token(&self, session: &str) -> String {
        let mask = domain::id::random::<32>();
        let mut out = mask.to_vec();
        out.extend(self.mac("csrf", session).iter().zip(mask).map(|(a, b)| a ^ b));
        hex::encode(out)
    }

    /// Whether a token belongs to the session.
    pub fn holds(&self, session: &str, token: &str) -> bool {
        let Ok(bytes) = hex::decode(token) else { return false };
        if bytes.len() != 64 {
            return false;
        }
        let (mask, masked) = bytes.split_at(32);
        let mac: Vec<u8> = mask.iter().zip(masked).map(|(a, b)| a ^ b).collect();
        self.mac("csrf", session).ct_eq(&mac).into()
    }

    /// A form's own key, bound to who was shown the form: nobody learns the result of somebody else's.
    pub fn bind(&self, session: &str, once: &str) -> String {
        hex::encode(self.mac("once", &format!("{session}\0{once}")))
    }
}

/// Whether the browser says the form stands on our own page. Old browsers say nothing: then the token alone decides.
pub fn same_origin(req: &HttpRequest, base_url: &str) -> bool {
    let header = |name: &str| req.headers().get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = header("sec-fetch-site") {
        return site == "same-origin";
    }
    let Some(origin) = header(header::ORIGIN.as_str()) else { return true };
    let ours = |url: &str| url::Url::parse(url).ok().map(|u| u.origin());
    let sent = ours(origin);
    sent.is_some() && (sent == ours(base_url) || header("host").is_some_and(|h| origin.ends_with(&format!("://{h}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_holds_for_its_session_only() {
        let key = Key::new("secret");
        let (a, b) = (key.token("one"), key.token("one"));
        assert_ne!(a, b);
        assert!(key.holds("one", &a) && key.holds("one", &b));
        assert!(!key.holds("two", &a) && !key.holds("one", "") && !key.holds("one", "zz"));
        assert!(!Key::new("other").holds("one", &a));
    }
}
