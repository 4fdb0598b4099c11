//! The SQL of lists of contributions.

use std::collections::HashSet;

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use crate::Result;
use crate::db::Conn;
use crate::db::schema::{contribution_texts as texts, contributions, organisations, passages, requests, responses};
use crate::id::{AccountId, PassageId, ProcessId, VersionId};
use crate::intake::ResponseState;
use crate::paging::Page;
use crate::register::{Channel, Contribution, Filter, Moderation, NamedAs, Text};

/// A row of a list before supports are counted: the contribution, its words, the organisation's name, the passage's code.
pub type Row = (Contribution, Text, Option<String>, Option<i32>);

/// Contributions of a process, by number; `public` leaves only those that may be shown.
pub fn list(
    conn: &mut Conn,
    process: ProcessId,
    filter: &Filter,
    public: bool,
    newest_first: bool,
    page: Page,
) -> Result<Vec<Row>> {
    let mut query = contributions::table
        .inner_join(
            texts::table
                .on(texts::contribution_id.eq(contributions::id).and(texts::revision.eq(contributions::revision))),
        )
        .left_join(organisations::table.on(contributions::organisation_id.eq(organisations::id.nullable())))
        .left_join(passages::table.on(contributions::passage_id.eq(passages::id.nullable())))
        .filter(contributions::process_id.eq(process))
        .select((
            Contribution::as_select(),
            Text::as_select(),
            organisations::name.nullable(),
            passages::code.nullable(),
        ))
        .limit(page.limit())
        .offset(page.offset())
        .into_boxed();
    if public {
        query = query.filter(
            contributions::shown
                .eq(true)
                .and(contributions::moderation.eq(Moderation::Published))
                .and(contributions::withdrawn_at.is_null())
                .and(contributions::duplicate_of.is_null()),
        );
    }
    if let Some(numbers) = &filter.numbers {
        query = query.filter(contributions::number.eq_any(numbers));
    }
    if let Some(outcome) = filter.outcome {
        let published = requests::table
            .inner_join(responses::table.on(requests::response_id.eq(responses::id.nullable())))
            .filter(requests::contribution_id.eq(contributions::id))
            .filter(responses::state.eq(ResponseState::Published));
        query = match outcome {
            Some(outcome) => query.filter(exists(published.filter(responses::outcome.eq(outcome)))),
            None => query.filter(not(exists(published))),
        };
    }
    if filter.standing {
        query = query.filter(contributions::withdrawn_at.is_null());
    }
    if let Some(passage) = filter.passage {
        query = query.filter(contributions::passage_id.eq(passage));
    }
    if filter.whole {
        query = query.filter(contributions::passage_id.is_null());
    }
    if let Some(kind) = filter.kind {
        query = query.filter(contributions::kind.eq(kind));
    }
    if let Some(moderation) = filter.moderation {
        query = query.filter(contributions::moderation.eq(moderation));
    }
    if let Some(late) = filter.late {
        query = query.filter(contributions::late.eq(late));
    }
    // In public an organisation's contribution that does not name it is a person's like any other.
    query = match filter.organisations {
        Some(true) if public => query.filter(contributions::named_as.eq(NamedAs::Organisation)),
        Some(false) if public => query.filter(contributions::named_as.ne(NamedAs::Organisation)),
        Some(true) => query.filter(contributions::organisation_id.is_not_null()),
        Some(false) => query.filter(contributions::organisation_id.is_null()),
        None => query,
    };
    query = if newest_first { query.order(contributions::number.desc()) } else { query.order(contributions::number) };
    Ok(query.load(conn)?)
}

/// Contributions sent from one account, newest first, in all processes.
pub fn of_account(conn: &mut Conn, account: AccountId, page: Page) -> Result<Vec<Row>> {
    Ok(contributions::table
        .inner_join(
            texts::table
                .on(texts::contribution_id.eq(contributions::id).and(texts::revision.eq(contributions::revision))),
        )
        .left_join(organisations::table.on(contributions::organisation_id.eq(organisations::id.nullable())))
        .left_join(passages::table.on(contributions::passage_id.eq(passages::id.nullable())))
        .filter(contributions::account_id.eq(account))
        .select((
            Contribution::as_select(),
            Text::as_select(),
            organisations::name.nullable(),
            passages::code.nullable(),
        ))
        .order(contributions::id.desc())
        .limit(page.limit())
        .offset(page.offset())
        .load(conn)?)
}

/// What an account sent on passages of a process, speaking of another version than `but`, in the order of codes.
pub fn places_of_account(
    conn: &mut Conn,
    account: AccountId,
    process: ProcessId,
    but: VersionId,
    page: Page,
) -> Result<Vec<(i32, VersionId, PassageId, i32)>> {
    Ok(contributions::table
        .inner_join(passages::table.on(contributions::passage_id.eq(passages::id.nullable())))
        .filter(contributions::account_id.eq(account).and(contributions::process_id.eq(process)))
        .filter(contributions::version_id.ne(but).and(contributions::withdrawn_at.is_null()))
        .order((passages::code, contributions::number))
        .select((contributions::number, contributions::version_id, passages::id, passages::code))
        .limit(page.limit())
        .offset(page.offset())
        .load(conn)?)
}

/// Evidence, text and proposed text of what came by other channels; the texts as they were first received.
pub fn entered(conn: &mut Conn, process: ProcessId) -> Result<HashSet<(String, String, String)>> {
    let rows = contributions::table
        .inner_join(texts::table.on(texts::contribution_id.eq(contributions::id).and(texts::revision.eq(1))))
        .filter(
            contributions::process_id
                .eq(process)
                .and(contributions::channel.ne(Channel::Online))
                .and(contributions::withdrawn_at.is_null()),
        )
        .select((contributions::evidence, texts::text, texts::proposed));
    Ok(rows.load(conn)?.into_iter().collect())
}
