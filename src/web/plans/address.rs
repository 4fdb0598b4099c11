//! Where the pages of a plan stand.

/// A version.
pub fn version(slug: &str, number: i32) -> String {
    format!("/percorsi/{slug}/piano/{number}")
}

/// The chapter of a version that holds a passage.
pub fn chapter(slug: &str, number: i32, code: i32) -> String {
    format!("/percorsi/{slug}/piano/{number}/capitolo/{code}")
}

/// Where a passage is read in its version: on the version's page, or on its chapter's where the version is long.
pub fn reading(slug: &str, number: i32, code: i32, long: bool) -> String {
    let page = if long { chapter(slug, number, code) } else { version(slug, number) };
    format!("{page}#p{code}")
}

/// A passage's permanent address.
pub fn passage(slug: &str, code: i32) -> String {
    format!("/percorsi/{slug}/passaggi/{code}")
}

/// The form that comments a passage, or the plan as a whole.
pub fn comment(slug: &str, code: Option<i32>) -> String {
    code.map_or_else(|| format!("/percorsi/{slug}/commenta"), |c| format!("/percorsi/{slug}/commenta?passaggio={c}"))
}

/// The comparison of two versions.
pub fn comparison(slug: &str, from: i32, to: i32) -> String {
    format!("/percorsi/{slug}/piano/confronto?da={from}&a={to}")
}

/// What changed since a version somebody commented on; without a number, since the one they commented on.
pub fn since(slug: &str, from: Option<i32>) -> String {
    let from = from.map(|n| format!("?da={n}")).unwrap_or_default();
    format!("/percorsi/{slug}/piano/novita{from}")
}

/// A contribution's public page.
pub fn contribution(slug: &str, number: i32) -> String {
    format!("/percorsi/{slug}/contributi/{number}")
}

/// The staff's pages of the plan, with what comes after.
pub fn desk(slug: &str, rest: &str) -> String {
    format!("/percorsi/{slug}/gestione/piano{rest}")
}

/// The contributions that no passage of a version carries on.
pub fn without_successor(slug: &str, number: i32) -> String {
    format!("/percorsi/{slug}/piano/{number}/senza-seguito")
}

/// A picture, by the SHA-256 of its bytes.
pub fn image(slug: &str, sha256: &str) -> String {
    format!("/percorsi/{slug}/immagini/{sha256}")
}

/// The comparison as a file with tracked changes.
pub fn tracked(slug: &str, from: i32, to: i32) -> String {
    format!("/percorsi/{slug}/piano/confronto.docx?da={from}&a={to}")
}

/// A file of a version.
pub fn file(slug: &str, number: i32, ending: &str) -> String {
    format!("/percorsi/{slug}/piano/{number}/scarica/piano.{ending}")
}

/// Looking for words within a version.
pub fn search(slug: &str, number: i32) -> String {
    format!("/percorsi/{slug}/piano/{number}/cerca")
}
