//! The two languages: sentences from `config/locales/<lang>/<room>.ftl`, dates, numbers.

mod dates;
mod numbers;

use std::borrow::Cow;

use actix_web::HttpRequest;
use actix_web::http::header;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::Embed;

use crate::http::cookies::Name;

/// A value in a sentence: `Arg::from(3)`, `Arg::from("x")`. Numbers are written with the language's separators and choose
/// between one and many; years and identifiers go in as text.
pub type Arg<'a> = FluentValue<'a>;

#[derive(Embed)]
#[folder = "../../config/locales"]
struct Folder;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Italian.
    #[default]
    It,
    /// English.
    En,
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::It, Self::En];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
        }
    }

    /// What it calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::It => "Italiano",
            Self::En => "English",
        }
    }

    /// Its place in [`Self::ALL`].
    pub const fn index(self) -> usize {
        match self {
            Self::It => 0,
            Self::En => 1,
        }
    }

    /// The language behind a code; Italian for any other.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.code() == code)
    }

    /// The language chosen, or the first we have that the browser asks for, or Italian.
    pub fn of_request(req: &HttpRequest) -> Self {
        if let Some(chosen) = Name::Lang.of(req, false).and_then(Self::parse) {
            return chosen;
        }
        let asked = req.headers().get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or("");
        let mut codes = asked.split(',').filter_map(|item| item.trim().get(..2));
        codes.find_map(Self::parse).unwrap_or_default()
    }
}

/// The sentences of one language.
pub struct Locale {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

/// Both languages.
pub struct Locales([Locale; 2]);

impl Locales {
    /// Reads both.
    ///
    /// # Errors
    /// What cannot be read, in words.
    pub fn load() -> Result<Self, String> {
        Ok(Self([Locale::load(Lang::It)?, Locale::load(Lang::En)?]))
    }

    /// One of them.
    pub fn of(&self, lang: Lang) -> &Locale {
        &self.0[lang.index()]
    }
}

impl Locale {
    fn load(lang: Lang) -> Result<Self, String> {
        let id = lang.code().parse().map_err(|e| format!("{e}"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::It => |value, _| numbers::written(value, '.', ','),
            Lang::En => |value, _| numbers::written(value, ',', '.'),
        }));
        let prefix = format!("{}/", lang.code());
        for name in Folder::iter().filter(|n| n.starts_with(&prefix)) {
            let Some(file) = Folder::get(&name) else { continue };
            let text = String::from_utf8(file.data.into_owned()).map_err(|e| format!("{name}: {e}"))?;
            let resource = FluentResource::try_new(text).map_err(|(_, e)| format!("{name}: {e:?}"))?;
            // A key in two files is found by a test; a house that does not open for it would be worse.
            bundle.add_resource_overriding(resource);
        }
        Ok(Self { lang, bundle })
    }

    /// Which language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there is such a sentence.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|m| m.value().is_some())
    }

    /// A sentence.
    pub fn t(&self, key: &str) -> Cow<'_, str> {
        self.format(key, None)
    }

    /// A sentence with something in it.
    pub fn t_with(&self, key: &str, args: &[(&'static str, Arg<'_>)]) -> String {
        self.fill(key, args)
    }

    /// The same with names known only at run time.
    pub fn fill(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let args: FluentArgs<'_> = args.iter().map(|(k, v)| (*k, v.clone())).collect();
        self.format(key, Some(&args)).into_owned()
    }

    fn format<'a>(&'a self, key: &str, args: Option<&'a FluentArgs<'_>>) -> Cow<'a, str> {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return missing(key);
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors);
        if errors.is_empty() { text } else { missing(key) }
    }
}

/// Brackets no sentence has: the tests' client fails on a page that shows them.
fn missing(key: &str) -> Cow<'static, str> {
    tracing::error!(target: "web", key, "a sentence is missing or lacks a value");
    Cow::Owned(format!("⟦{key}⟧"))
}

#[cfg(test)]
mod impersonal;
#[cfg(test)]
mod tests;
