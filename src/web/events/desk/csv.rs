//! The list of who enrolled, for a spreadsheet: UTF-8 with its mark, semicolons as Italian spreadsheets expect, one part of the list at a
//! time. It speaks of people: that it was taken out stays in the trail.

use actix_web::HttpResponse;
use actix_web::http::header;
use domain::events::{Enrolment, Session, Table, ops, present};

use super::people::table_of;
use super::read;
use crate::http::pieces::pieces;
use crate::http::{Answer, Visit};
use crate::locale::Locale;

/// The columns, by the keys of their words.
const COLUMNS: [&str; 13] = [
    "people-turn",
    "people-name",
    "account-email",
    "organisation-name",
    "enrol-organisation-listed-short",
    "organisation-category",
    "enrol-zone",
    "people-needs",
    "enrol-mode",
    "people-table",
    "people-state",
    "people-enrolled",
    "people-came",
];

/// The file.
pub async fn take(v: Visit) -> Answer {
    let (_, event) = read(&v).await?;
    let (actor, id) = (v.actor().clone(), event.id);
    v.write(move |w| present::take_out(w, &actor, id)).await?;
    let tables = v.read(move |conn| ops::tables(conn, id)).await?;
    let name = format!("iscritti-incontro-{}.csv", event.number);
    let (actor, words, app) = (v.actor().clone(), v.lang(), v.app().clone());
    let body = pieces(v.clone(), move |conn, n| {
        let l = app.locales.of(words);
        let Some(rows) = present::part(conn, &actor, &event, n)? else {
            return Ok((n == 0).then(|| head(l).into_bytes()));
        };
        let mut out = if n == 0 { head(l) } else { String::new() };
        rows.iter().for_each(|e| line(&mut out, &cells(l, &tables, e)));
        Ok(Some(out.into_bytes()))
    });
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .streaming(body))
}

fn head(l: &Locale) -> String {
    let mut out = "\u{feff}".to_owned();
    line(&mut out, &COLUMNS.map(|key| l.t(key).into_owned()));
    out
}

fn cells(l: &Locale, tables: &[(Table, Vec<Session>)], e: &Enrolment) -> [String; 13] {
    let said = |yes: bool| l.t(if yes { "people-yes" } else { "people-no" }).into_owned();
    let category =
        if e.category.is_empty() { String::new() } else { l.t(&format!("category-{}", e.category)).into_owned() };
    [
        e.turn.to_string(),
        e.name.clone(),
        e.email.clone(),
        e.organisation.clone(),
        if e.organisation.is_empty() { String::new() } else { said(e.organisation_listed) },
        category,
        e.zone.clone(),
        e.needs.clone(),
        l.t(&format!("enrol-mode-{}", e.mode.as_str())).into_owned(),
        table_of(l, tables, e.table_id),
        l.t(&format!("people-one-{}", e.state.as_str())).into_owned(),
        l.instant(e.enrolled_at),
        said(e.present),
    ]
}

fn line(out: &mut String, cells: &[String]) {
    for (n, cell) in cells.iter().enumerate() {
        if n > 0 {
            out.push(';');
        }
        out.push_str(&quoted(cell));
    }
    out.push_str("\r\n");
}

/// A cell in its quotes. What a spreadsheet would take for a formula begins with an apostrophe.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("\"{}{}\"", if formula { "'" } else { "" }, cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stay_cells() {
        let table = [
            ("Ada", "\"Ada\""),
            ("a;b\n\"c\"", "\"a;b\n\"\"c\"\"\""),
            ("=HYPERLINK(1)", "\"'=HYPERLINK(1)\""),
            ("@x", "\"'@x\""),
            ("", "\"\""),
        ];
        for (cell, kept) in table {
            assert_eq!(quoted(cell), kept);
        }
    }
}
