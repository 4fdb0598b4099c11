//! Passwords: Argon2id at OWASP's parameters (Password Storage Cheat Sheet: m = 19 MiB, t = 2, p = 1). One hash is 20 to
//! 40 ms of a core: callers bound how many run at once.

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, PasswordHash, Version};

use crate::{Error, Result};

fn argon() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(19_456, 2, 1, None).unwrap_or(Params::DEFAULT))
}

/// A hash with its salt and parameters, to be kept.
pub fn hash(password: &str) -> Result<String> {
    let hash = argon().hash_password(password.as_bytes()).map_err(|e| Error::Stored(e.to_string()))?;
    Ok(hash.to_string())
}

/// Whether the password is the one behind the hash. With no hash the same work is done, so that time tells nothing.
pub fn verify(password: &str, kept: Option<&str>) -> bool {
    let Some(kept) = kept else {
        let _ = hash(password);
        return false;
    };
    let Ok(parsed) = PasswordHash::new(kept) else { return false };
    argon().verify_password(password.as_bytes(), &parsed).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_opens() {
        let kept = hash("una frase lunga").unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(verify("una frase lunga", Some(&kept)));
        assert!(!verify("una frase corta", Some(&kept)));
        assert!(!verify("una frase lunga", None));
    }
}
