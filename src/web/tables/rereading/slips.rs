//! Slips for who spoke and left no address: made, shown once, printed.

use domain::id::EnrolmentId;
use domain::tables::rereading::slips::{self, For, Slip};
use maud::{Markup, PreEscaped, html};

use super::super::{address, list};
use super::open::{self, Page};
use crate::events::svg;
use crate::http::{Answer, Visit};
use crate::locale::{Arg, Lang, Locale};
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, Tone};

/// Makes one, or all that are missing. What they hold is kept nowhere, so they are the answer themselves: sent again, the form leads
/// back to the list, which says that they were made.
pub async fn make(v: Visit) -> Answer {
    let page = open::load(&v).await?;
    let of = v.field("of").parse::<EnrolmentId>().map_or(For::AllWithout, For::One);
    let (actor, place) = (v.actor().clone(), page.place.clone());
    let back = address(&page.process, &page.place, "/rilettura");
    let made = v.write_once_told(back, move |w| slips::make(w, &actor, &place, of)).await?;
    let title = format!("{} – {}", v.t("slips-title"), list::where_it_is(&v, &page.place));
    v.page(&title, &view(&v, &page, &made))
}

fn view(v: &Visit, p: &Page, made: &[Slip]) -> Markup {
    let back = address(&p.process, &p.place, "/rilettura");
    let content = html! {
        div.d-print-none {
            (ui::head(&v.t("slips-title"), Some(&list::where_it_is(v, &p.place))))
            (ui::notice(Tone::Warning, &html! { p { (v.t("slips-once")) } }))
        }
        @for slip in made { (one(v, p, slip)) }
        p.d-print-none { a href=(back) { (v.t("slips-back")) } }
    };
    staff_frame_within(v, &p.process, StaffSection::Events, &list::where_it_is(v, &p.place), &content)
}

/// One slip, in the language of who reads it.
fn one(v: &Visit, p: &Page, slip: &Slip) -> Markup {
    let lang = Lang::parse(&slip.lang).unwrap_or_default();
    let l: &Locale = v.app().locales.of(lang);
    let link = format!("{}/riletture/{}", v.app().config.base_url, slip.token);
    let (event, until) = (&p.place.event, p.known.map(|k| l.instant_long(k.until_at)).unwrap_or_default());
    html! {
        section.receipt lang=(lang.code()) {
            h2.receipt-label { (l.t("slip-head")) }
            p.receipt-number { (slip.name) }
            p { (event.title) ", " (l.date(event.starts_at)) ". " (list::where_in(l, &p.place)) }
            p { (l.t("slip-text")) }
            div role="img" aria-label=(l.t("slip-code")) { @if let Some(code) = svg(&link) { (PreEscaped(code)) } }
            p { (l.t("slip-by-hand")) br; strong { code.text-break { (link) } } }
            p { (l.t_with("slip-until", &[("when", Arg::from(until))])) }
            p { (l.t("slip-personal")) }
        }
    }
}
