//! Settings in three layers, each value with where it comes from: the defaults, a file, the environment.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use web::{Settings, Smtp};

const DEFAULT: &str = include_str!("../../config/default.toml");

/// One setting and its source.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Value {
    /// What is in force.
    pub value: String,
    /// `default`, the file's path, or the environment variable's name.
    pub source: String,
}

/// All settings, by `section.key`.
#[derive(Debug, Clone)]
pub struct Config(pub BTreeMap<String, Value>);

/// Settings whose value is not to be printed.
const SECRET: &[&str] = &["database.url", "mail.smtp"];

impl Config {
    /// Reads the layers.
    ///
    /// # Errors
    /// A file that cannot be read, or that names a setting there is none of: a typing error must not go unseen.
    pub fn load(file: Option<&Path>, environment: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let mut values = BTreeMap::new();
        for (key, value) in flat(DEFAULT).context("config/default.toml")? {
            values.insert(key, Value { value, source: "default".to_owned() });
        }
        if let Some(path) = file {
            let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
            for (key, value) in flat(&text).with_context(|| path.display().to_string())? {
                let known =
                    values.get_mut(&key).ok_or_else(|| anyhow!("{}: there is no setting {key}", path.display()))?;
                *known = Value { value, source: path.display().to_string() };
            }
        }
        for (key, kept) in &mut values {
            let name = variable(key);
            if let Some(value) = environment(&name) {
                *kept = Value { value, source: name };
            }
        }
        Ok(Self(values))
    }

    /// Variables of the environment that look like settings and are none: a typing error must not go unseen.
    pub fn unknown(&self, names: impl Iterator<Item = String>) -> Vec<String> {
        const OTHERS: &[&str] = &["ASCOLTO_CONFIG", "ASCOLTO_LOG", "ASCOLTO_TEST_POSTGRES"];
        let known: Vec<String> = self.0.keys().map(|key| variable(key)).collect();
        let ours = names.filter(|n| n.starts_with("ASCOLTO_") && !OTHERS.contains(&n.as_str()));
        ours.filter(|n| !known.contains(n)).collect()
    }

    /// A setting's value.
    pub fn get(&self, key: &str) -> &str {
        self.0.get(key).map_or("", |v| v.value.as_str())
    }

    fn number<T: std::str::FromStr>(&self, key: &str) -> Result<T> {
        let value = self.get(key);
        value.trim().parse().map_err(|_| anyhow!("{key} is not a number: {value}"))
    }

    fn yes(&self, key: &str) -> Result<bool> {
        match self.get(key).trim() {
            "true" | "yes" | "1" => Ok(true),
            "false" | "no" | "0" | "" => Ok(false),
            other => bail!("{key} is neither true nor false: {other}"),
        }
    }

    /// How to reach the database.
    ///
    /// # Errors
    /// A number that is none.
    pub fn database(&self) -> Result<domain::db::Options> {
        Ok(domain::db::Options {
            url: self.get("database.url").to_owned(),
            connections: self.number("database.connections")?,
            ..domain::db::Options::default()
        })
    }

    /// What the web room needs.
    ///
    /// # Errors
    /// A value that cannot be read, by its name.
    pub fn settings(&self) -> Result<Settings> {
        let proxies = self.get("server.trusted_proxies").split(',').map(str::trim).filter(|p| !p.is_empty());
        let trusted_proxies =
            proxies.map(|p| p.parse().map_err(|e| anyhow!("server.trusted_proxies: {e}"))).collect::<Result<_>>()?;
        let (smtp, from, folder) = (self.get("mail.smtp"), self.get("mail.from"), self.get("mail.folder"));
        let base_url = self.get("server.base_url").trim_end_matches('/').to_owned();
        if !base_url.starts_with("http://") && !base_url.starts_with("https://") {
            bail!("server.base_url must begin with http:// or https://: {base_url}");
        }
        let smtp = (!smtp.is_empty()).then(|| Smtp { url: smtp.to_owned(), from: from.to_owned() });
        smtp.as_ref().map_or(Ok(()), web::mail::check).map_err(|e| anyhow!(e))?;
        Ok(Settings {
            bind: self.get("server.bind").to_owned(),
            base_url,
            owner: self.get("owner.name").to_owned(),
            owner_url: self.get("owner.url").to_owned(),
            contact: self.get("owner.contact").to_owned(),
            mailbox: (!folder.is_empty()).then(|| folder.into()),
            smtp,
            trusted_proxies,
            secure_cookies: self.yes("server.secure_cookies")?,
            workers: self.number("server.workers")?,
            ..Settings::default()
        })
    }

    /// The settings for printing: what holds a password says only that it is set.
    pub fn printable(&self) -> BTreeMap<String, Value> {
        let mut shown = self.0.clone();
        for (key, kept) in &mut shown {
            if SECRET.contains(&key.as_str()) {
                kept.value = without_password(&kept.value);
            }
        }
        shown
    }
}

/// The variable of the environment for a setting.
fn variable(key: &str) -> String {
    format!("ASCOLTO_{}", key.replace('.', "_").to_uppercase())
}

/// `postgres://user:secret@host/db` becomes `postgres://user:***@host/db`.
pub fn without_password(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    match rest.rsplit_once('@') {
        Some((user, host)) => format!("{scheme}://{}:***@{host}", user.split(':').next().unwrap_or("")),
        None => address.to_owned(),
    }
}

fn flat(text: &str) -> Result<Vec<(String, String)>> {
    let table: toml::Table = text.parse()?;
    let mut found = Vec::new();
    for (section, values) in &table {
        let values = values.as_table().ok_or_else(|| anyhow!("{section} is not a section"))?;
        for (key, value) in values {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            found.push((format!("{section}.{key}"), value));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_goes_over_the_file_and_the_file_over_the_defaults() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.toml");
        std::fs::write(&path, "[server]\nbind = \"0.0.0.0:1\"\nworkers = 3\n").unwrap();
        let env = |name: &str| (name == "ASCOLTO_SERVER_BIND").then(|| "0.0.0.0:2".to_owned());
        let config = Config::load(Some(&path), env).unwrap();
        assert_eq!(config.0["server.bind"], Value { value: "0.0.0.0:2".into(), source: "ASCOLTO_SERVER_BIND".into() });
        assert_eq!(config.0["server.workers"].source, path.display().to_string());
        assert_eq!(config.0["database.connections"].source, "default");
        assert_eq!(config.settings().unwrap().workers, 3);
    }

    #[test]
    fn a_setting_there_is_none_of_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.toml");
        std::fs::write(&path, "[server]\nbint = \"x\"\n").unwrap();
        let e = Config::load(Some(&path), |_| None).unwrap_err().to_string();
        assert!(e.contains("server.bint"), "{e}");
    }

    #[test]
    fn a_variable_that_is_no_setting_is_named() {
        let config = Config::load(None, |_| None).unwrap();
        let names = ["ASCOLTO_MAIL_SMPT", "ASCOLTO_MAIL_SMTP", "ASCOLTO_LOG", "PATH"].map(str::to_owned);
        assert_eq!(config.unknown(names.into_iter()), ["ASCOLTO_MAIL_SMPT"]);
    }

    #[test]
    fn a_relay_or_a_sender_that_cannot_be_read_is_named() {
        for (name, value, said) in [
            ("ASCOLTO_MAIL_SMTP", "nonsense", "mail.smtp"),
            ("ASCOLTO_MAIL_SMTP", "ftp://x", "mail.smtp"),
            ("ASCOLTO_MAIL_FROM", "no address", "mail.from"),
        ] {
            let env = |asked: &str| match asked {
                _ if asked == name => Some(value.to_owned()),
                "ASCOLTO_MAIL_SMTP" => Some("smtp://relay.example.org".to_owned()),
                _ => None,
            };
            let e = Config::load(None, env).unwrap().settings().unwrap_err().to_string();
            assert!(e.starts_with(said), "{e}");
        }
    }

    #[test]
    fn passwords_are_not_printed() {
        assert_eq!(without_password("postgres://a:b@c:5/d"), "postgres://a:***@c:5/d");
        assert_eq!(without_password("sqlite:var/x.db"), "sqlite:var/x.db");
    }
}
