//! Texts that waited while their writer signed in, registered or confirmed the address: each back in its form, ready to be
//! sent.

use domain::access::Denied;
use domain::accounts::drafts::{self, Draft};
use domain::id::{AccountId, RowId};
use domain::{Error, Problems, Result};
use maud::{Markup, html};

use super::fields::Typed;
use super::place::{self, Place};
use super::{show, write};
use crate::http::{Answer, Fault, Visit};
use crate::ui::{self, Tone};

fn me(v: &Visit) -> std::result::Result<AccountId, Fault> {
    v.actor().account.ok_or_else(|| Error::Denied(Denied::SignIn).into())
}

/// What a draft holds; nothing when it cannot be read any more.
fn typed(draft: &Draft) -> Option<Typed> {
    let typed: Typed = serde_json::from_str(&draft.payload).ok()?;
    Some(Typed { draft: draft.id.to_string(), ..typed })
}

/// The form of the text that waits; a list, where several do and none was chosen.
pub async fn page(v: Visit) -> Answer {
    let (me, now) = (me(&v)?, v.now());
    let mut waiting: Vec<Typed> =
        v.read(move |conn| Ok(drafts::of_account(conn, me, now)?.iter().filter_map(typed).collect())).await?;
    let chosen = v.query("testo").and_then(|id| waiting.iter().position(|t| t.draft == id));
    match (chosen, waiting.len()) {
        (_, 0) => none(&v),
        (Some(at), _) => one(&v, waiting.swap_remove(at)).await,
        (None, 1) => one(&v, waiting.swap_remove(0)).await,
        (None, _) => list(&v, &waiting),
    }
}

fn none(v: &Visit) -> Answer {
    let title = v.t("resume-title");
    v.page(
        &title,
        &html! {
            (ui::head(&title, None))
            (ui::empty(&v.t("resume-none"), &v.t("resume-none-text")))
            p { a href="/" { (v.t("fault-home")) } }
        },
    )
}

fn list(v: &Visit, waiting: &[Typed]) -> Answer {
    let title = v.t("resume-title-many");
    v.page(&title, &html! {
        (ui::head(&title, Some(&v.t("resume-many-text"))))
        div.contributions {
            @for typed in waiting {
                article.contribution {
                    header.contribution-head { (about(v, typed)) }
                    div.contribution-text { p { (beginning(&typed.text)) } }
                    footer.contribution-foot {
                        a.btn.btn-primary href=(format!("/riprendi?testo={}", typed.draft)) { (v.t("resume-this")) } " "
                        (discard_button(v, typed))
                    }
                }
            }
        }
    })
}

fn about(v: &Visit, typed: &Typed) -> Markup {
    match place::code_typed(&typed.passage) {
        Some(code) => show::passage_link(&typed.slug, code),
        None => html! { (v.t("comment-on-whole")) },
    }
}

/// The first words, cut where a word ends.
fn beginning(text: &str) -> String {
    const CHARS: usize = 240;
    if text.chars().count() <= CHARS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(CHARS).collect();
    let whole = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(words, _)| words);
    format!("{whole} …")
}

async fn one(v: &Visit, typed: Typed) -> Answer {
    let (actor, now, asked) = (v.actor().clone(), v.now(), typed.asked());
    let place = v.read(move |conn| match place::find(conn, &actor, &asked, now) {
        Ok((_, place)) => Ok(place),
        Err(Error::NotFound) => Ok(None),
        Err(e) => Err(e),
    });
    match place.await? {
        None => lost(v, &typed),
        Some(place) => found(v, &place, &typed),
    }
}

/// What it spoke of is no longer there: the words are given back all the same.
fn lost(v: &Visit, typed: &Typed) -> Answer {
    let title = v.t("resume-title");
    v.page(
        &title,
        &html! {
            (ui::head(&title, None))
            (ui::notice(Tone::Warning, &html! { p { (v.t("resume-lost")) } }))
            div.prose { (ui::prose(&typed.text)) (ui::prose(&typed.proposed)) }
            p { (discard_button(v, typed)) }
        },
    )
}

fn found(v: &Visit, place: &Place, typed: &Typed) -> Answer {
    v.page(&v.t("resume-title"), &html! {
        (ui::notice(Tone::Success, &html! { p.notice-title { (v.t("resume-found")) } p { (v.t("resume-found-text")) } }))
        (write::page(v, place, typed, &Problems::default(), place.state(v.now())))
        p { (discard_button(v, typed)) }
    })
}

fn discard_button(v: &Visit, typed: &Typed) -> Markup {
    ui::form::button(v, "/riprendi/scarta", "btn btn-link", "resume-discard", &[("bozza", &typed.draft)])
}

/// Throws one away.
pub async fn discard(v: Visit) -> Answer {
    let me = me(&v)?;
    let Ok(draft) = v.field("bozza").parse::<RowId>() else { return Err(Error::NotFound.into()) };
    v.write(move |w| -> Result<()> { drafts::forget(w, me, draft) }).await?;
    v.done("done-waiting-text-discarded", "/i-miei-contributi")
}
