//! The SQL of links from one passage of a draft to another.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::super::inner;
use super::super::model::Version;
use crate::Result;
use crate::db::schema::{passage_leads, passage_texts, passages, versions};
use crate::db::{Conn, Write};
use crate::id::{ProcessId, RowId, VersionId};

diesel::define_sql_function! {
    /// A text with all of one stretch made another.
    fn replace(text: Text, from: Text, to: Text) -> Text;
}

/// Lets what led to one place of a draft lead to another, and keeps in mind that it does: who had a passage open meanwhile
/// sends the old way. No revision changes: not a word does.
pub fn lead_anew(w: &mut Write<'_>, draft: VersionId, from: &str, to: &str) -> Result<()> {
    if from == to {
        return Ok(());
    }
    // As `serde_json` writes it. Within a text a quotation mark has a backslash before it: no words are ever taken for a link.
    let link = |to: &str| format!("\"link\":\"{to}\"");
    let there = passage_texts::version_id.eq(draft).and(passage_texts::block.like(format!("%{}%", link(from))));
    diesel::update(passage_texts::table.filter(there))
        .set(passage_texts::block.eq(replace(passage_texts::block, link(from), link(to))))
        .execute(w.conn)?;
    remember(w, draft, from, to)
}

fn remember(w: &mut Write<'_>, draft: VersionId, from: &str, to: &str) -> Result<()> {
    let led = |link: &str| passage_leads::version_id.eq(draft).and(passage_leads::to_link.eq(link.to_owned()));
    diesel::update(passage_leads::table.filter(led(from))).set(passage_leads::to_link.eq(to)).execute(w.conn)?;
    diesel::delete(passage_leads::table.find((draft, to))).execute(w.conn)?;
    diesel::delete(passage_leads::table.find((draft, from))).execute(w.conn)?;
    diesel::insert_into(passage_leads::table)
        .values((passage_leads::version_id.eq(draft), passage_leads::from_link.eq(from), passage_leads::to_link.eq(to)))
        .execute(w.conn)?;
    Ok(())
}

/// Forgets where ways of a draft led before: it is thrown away, replaced or published.
pub fn forget_leads(w: &mut Write<'_>, draft: VersionId) -> Result<()> {
    diesel::delete(passage_leads::table.filter(passage_leads::version_id.eq(draft))).execute(w.conn)?;
    Ok(())
}

/// The links of a block to others of its draft, as they are now. What waited to be said when they were typed may be known by
/// now, and a code that the draft has no longer may have become another.
pub fn settle(conn: &mut Conn, draft: VersionId, block: &mut reader::Block) -> Result<()> {
    let links: Vec<String> = inner::links(block).map(str::to_owned).collect();
    if links.is_empty() {
        return Ok(());
    }
    let leads: HashMap<String, String> = passage_leads::table
        .filter(passage_leads::version_id.eq(draft).and(passage_leads::from_link.eq_any(&links)))
        .select((passage_leads::from_link, passage_leads::to_link))
        .load::<(String, String)>(conn)?
        .into_iter()
        .collect();
    let there = standing(conn, draft, links.iter().chain(leads.values()))?;
    let stands = |link: &str| inner::target(link).is_some_and(|code| there.iter().any(|(_, other)| *other == code));
    let now =
        |link: &str| if stands(link) { link.to_owned() } else { leads.get(link).map_or(link, |to| to).to_owned() };
    let code = |row: RowId| there.iter().find(|(known, _)| *known == row).map(|(_, code)| *code);
    let settled = |link: &str| inner::row(link).and_then(code).map_or_else(|| link.to_owned(), inner::to);
    inner::relink(block, |link| Some(settled(&now(link))));
    Ok(())
}

/// Of the places some links lead to, those of the draft that have a code: the row and the code.
fn standing<'a>(
    conn: &mut Conn,
    draft: VersionId,
    links: impl Iterator<Item = &'a String>,
) -> Result<Vec<(RowId, i32)>> {
    let (mut rows, mut codes) = (Vec::new(), Vec::new());
    for link in links {
        rows.extend(inner::row(link));
        codes.extend(inner::target(link));
    }
    Ok(passage_texts::table
        .inner_join(passages::table.on(passage_texts::passage_id.eq(passages::id.nullable())))
        .filter(passage_texts::version_id.eq(draft))
        .filter(passage_texts::id.eq_any(&rows).or(passages::code.eq_any(&codes)))
        .select((passage_texts::id, passages::code))
        .load(conn)?)
}

/// Takes the ways out of a draft that is to be published that lead nowhere: to no passage of it, nor to one that was published before. The
/// words stay.
pub fn drop_blind(w: &mut Write<'_>, draft: &Version) -> Result<()> {
    let there = super::passages(w.conn, draft.id)?;
    let places = inner::Places::of(&there);
    let away = |link: &&str| !places.leads(link);
    let codes: Vec<i32> =
        there.iter().flat_map(|p| inner::links(&p.block)).filter(away).filter_map(inner::target).collect();
    let known = if codes.is_empty() { Vec::new() } else { published(w.conn, draft.process_id, &codes)? };
    let leads = |link: &str| places.leads(link) || inner::target(link).is_some_and(|code| known.contains(&code));
    for mut p in there {
        if inner::links(&p.block).any(|link| !leads(link)) {
            inner::relink(&mut p.block, |link| leads(link).then(|| link.to_owned()));
            diesel::update(passage_texts::table.find(p.row))
                .set(passage_texts::block.eq(serde_json::to_string(&p.block)?))
                .execute(w.conn)?;
        }
    }
    Ok(())
}

/// Of some codes, those that a published version has.
fn published(conn: &mut Conn, process: ProcessId, codes: &[i32]) -> Result<Vec<i32>> {
    Ok(passage_texts::table
        .inner_join(versions::table.on(versions::id.eq(passage_texts::version_id)))
        .inner_join(passages::table.on(passage_texts::passage_id.eq(passages::id.nullable())))
        .filter(passages::process_id.eq(process).and(versions::published_at.is_not_null()))
        .filter(passages::code.eq_any(codes))
        .select(passages::code)
        .distinct()
        .load(conn)?)
}
