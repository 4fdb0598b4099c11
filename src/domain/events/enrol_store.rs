//! The SQL of enrolments and of the links to them.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::model::{Enrolment, EnrolmentState, Mode, NewEnrolment, Wish};
use super::seats::Seat;
use super::{ended, present, rules};
use crate::access::{KeepDoor, Permit};
use crate::accounts;
use crate::clock::Instant;
use crate::db::schema::{door_acts, enrolment_links, enrolments, event_tables, events};
use crate::db::{Conn, Write};
use crate::id::{AccountId, EnrolmentId, EventId, ProcessId, TableId, random_hex, sha256};
use crate::paging::{Page, Slice};
use crate::{Result, error::Found};

/// What is kept of a new enrolment besides what was typed.
pub struct Row<'a> {
    pub event: EventId,
    pub turn: i32,
    pub account: Option<AccountId>,
    pub state: EnrolmentState,
    pub seat: Seat,
    pub new: &'a NewEnrolment,
}

pub fn insert(w: &mut Write<'_>, row: &Row<'_>) -> Result<Enrolment> {
    let (id, new) = (EnrolmentId::fresh(w.now), row.new);
    diesel::insert_into(enrolments::table)
        .values((
            enrolments::id.eq(id),
            enrolments::event_id.eq(row.event),
            enrolments::turn.eq(row.turn),
            enrolments::code.eq(random_hex::<5>()),
            enrolments::account_id.eq(row.account),
            enrolments::name.eq(&new.name),
            enrolments::name_key.eq(rules::name_key(&new.name)),
            enrolments::email.eq(&new.email),
            enrolments::email_key.eq(accounts::email_key(&new.email)),
            enrolments::lang.eq(&new.lang),
            (
                enrolments::organisation.eq(&new.organisation),
                enrolments::organisation_key.eq(rules::name_key(&new.organisation)),
                enrolments::organisation_listed.eq(new.organisation_listed),
                enrolments::category.eq(&new.category),
                enrolments::zone.eq(&new.zone),
                enrolments::needs.eq(&new.needs),
                enrolments::mode.eq(new.wish.mode),
                enrolments::first_table.eq(new.wish.first),
                enrolments::second_table.eq(new.wish.second),
                enrolments::table_id.eq(row.seat),
                enrolments::state.eq(row.state),
                enrolments::consented_at.eq(w.now),
                enrolments::enrolled_at.eq(w.now),
            ),
        ))
        .execute(w.conn)?;
    by_id(w.conn, id)
}

pub fn update(w: &mut Write<'_>, id: EnrolmentId, new: &NewEnrolment) -> Result<()> {
    diesel::update(enrolments::table.find(id))
        .set((
            enrolments::name.eq(&new.name),
            enrolments::name_key.eq(rules::name_key(&new.name)),
            enrolments::organisation.eq(&new.organisation),
            enrolments::organisation_key.eq(rules::name_key(&new.organisation)),
            enrolments::organisation_listed.eq(new.organisation_listed),
            enrolments::category.eq(&new.category),
            enrolments::zone.eq(&new.zone),
            enrolments::needs.eq(&new.needs),
        ))
        .execute(w.conn)?;
    Ok(())
}

/// The address of somebody who walked in.
pub fn set_email(w: &mut Write<'_>, _permit: &Permit<KeepDoor>, id: EnrolmentId, email: &str) -> Result<()> {
    diesel::update(enrolments::table.find(id))
        .set((enrolments::email.eq(email), enrolments::email_key.eq(accounts::email_key(email))))
        .execute(w.conn)?;
    Ok(())
}

/// A wish and the seat that came of it, if any.
pub fn set_wish(w: &mut Write<'_>, id: EnrolmentId, wish: Wish, seat: Option<Seat>) -> Result<()> {
    let state = if seat.is_some() { EnrolmentState::Seated } else { EnrolmentState::Waiting };
    diesel::update(enrolments::table.find(id))
        .set((
            enrolments::mode.eq(wish.mode),
            enrolments::first_table.eq(wish.first),
            enrolments::second_table.eq(wish.second),
            enrolments::table_id.eq(seat.flatten()),
            enrolments::state.eq(state),
        ))
        .execute(w.conn)?;
    Ok(())
}

pub fn seat(w: &mut Write<'_>, id: EnrolmentId, seat: Seat) -> Result<Enrolment> {
    diesel::update(enrolments::table.find(id))
        .set((enrolments::state.eq(EnrolmentState::Seated), enrolments::table_id.eq(seat)))
        .execute(w.conn)?;
    by_id(w.conn, id)
}

/// Gives a place at a table to somebody who is there without a seat: from then on they count as those who came to the door.
pub fn sit_down(w: &mut Write<'_>, id: EnrolmentId, table: TableId) -> Result<()> {
    diesel::update(enrolments::table.find(id))
        .set((enrolments::state.eq(EnrolmentState::WalkIn), enrolments::table_id.eq(Some(table))))
        .execute(w.conn)?;
    Ok(())
}

/// What is left of an enrolment that speaks of nobody any more: the one list of what is taken out.
#[derive(AsChangeset)]
#[diesel(table_name = enrolments, treat_none_as_null = true)]
struct Forgotten {
    forgotten_at: Option<Instant>,
    account_id: Option<AccountId>,
    name: &'static str,
    name_key: &'static str,
    email: &'static str,
    email_key: &'static str,
    organisation: &'static str,
    organisation_key: &'static str,
    organisation_listed: bool,
    needs: &'static str,
}

impl Forgotten {
    const fn at(now: Instant) -> Self {
        Self {
            forgotten_at: Some(now),
            account_id: None,
            name: "",
            name_key: "",
            email: "",
            email_key: "",
            organisation: "",
            organisation_key: "",
            organisation_listed: false,
            needs: "",
        }
    }
}

/// Gives an enrolment up; nothing that speaks of the person is kept, but its links still say that it was.
pub fn cancel(w: &mut Write<'_>, id: EnrolmentId) -> Result<()> {
    diesel::update(enrolments::table.find(id))
        .set((
            enrolments::state.eq(EnrolmentState::Cancelled),
            enrolments::table_id.eq(None::<TableId>),
            enrolments::cancelled_at.eq(w.now),
            Forgotten::at(w.now),
        ))
        .execute(w.conn)?;
    Ok(())
}

pub fn by_id(conn: &mut Conn, id: EnrolmentId) -> Result<Enrolment> {
    enrolments::table.find(id).select(Enrolment::as_select()).first(conn).found()
}

pub fn by_token(conn: &mut Conn, token: &str) -> Result<Enrolment> {
    enrolment_links::table
        .inner_join(enrolments::table.on(enrolments::id.eq(enrolment_links::enrolment_id)))
        .filter(enrolment_links::token_hash.eq(sha256(token)))
        .select(Enrolment::as_select())
        .first(conn)
        .found()
}

pub fn by_code(conn: &mut Conn, event: EventId, code: &str) -> Result<Enrolment> {
    let found = enrolments::table.filter(enrolments::event_id.eq(event).and(enrolments::code.eq(code)));
    found.select(Enrolment::as_select()).first(conn).found()
}

/// The enrolment that stands under an address.
pub fn by_address(conn: &mut Conn, event: EventId, email: &str) -> Result<Option<Enrolment>> {
    let key = accounts::email_key(email);
    let stands = enrolments::table.filter(
        enrolments::event_id
            .eq(event)
            .and(enrolments::email_key.eq(key))
            .and(enrolments::state.ne(EnrolmentState::Cancelled)),
    );
    Ok(stands.select(Enrolment::as_select()).first(conn).optional()?)
}

pub fn of_account(conn: &mut Conn, event: EventId, account: AccountId) -> Result<Option<Enrolment>> {
    let mine = enrolments::table.filter(
        enrolments::event_id
            .eq(event)
            .and(enrolments::account_id.eq(account))
            .and(enrolments::state.ne(EnrolmentState::Cancelled)),
    );
    Ok(mine.select(Enrolment::as_select()).first(conn).optional()?)
}

/// Makes a link to an enrolment; its token, which is nowhere else.
pub fn new_link(w: &mut Write<'_>, of: EnrolmentId) -> Result<String> {
    let token = random_hex::<24>();
    diesel::insert_into(enrolment_links::table)
        .values((
            enrolment_links::token_hash.eq(sha256(&token)),
            enrolment_links::enrolment_id.eq(of),
            enrolment_links::created_at.eq(w.now),
        ))
        .execute(w.conn)?;
    Ok(token)
}

pub fn waiting(conn: &mut Conn, event: EventId) -> Result<Vec<(EnrolmentId, Wish)>> {
    let rows: Vec<(EnrolmentId, Mode, Option<TableId>, Option<TableId>)> = enrolments::table
        .filter(enrolments::event_id.eq(event).and(enrolments::state.eq(EnrolmentState::Waiting)))
        .order(enrolments::turn)
        .select((enrolments::id, enrolments::mode, enrolments::first_table, enrolments::second_table))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, mode, first, second)| (id, Wish { mode, first, second })).collect())
}

/// How many wait before this turn.
pub fn waiting_before(conn: &mut Conn, event: EventId, turn: i32) -> Result<i64> {
    let before = enrolments::table.filter(
        enrolments::event_id
            .eq(event)
            .and(enrolments::state.eq(EnrolmentState::Waiting))
            .and(enrolments::turn.lt(turn)),
    );
    Ok(before.count().get_result(conn)?)
}

pub fn in_states(conn: &mut Conn, event: EventId, states: &[EnrolmentState]) -> Result<Vec<Enrolment>> {
    let rows = enrolments::table.filter(enrolments::event_id.eq(event).and(enrolments::state.eq_any(states)));
    Ok(rows.order(enrolments::turn).select(Enrolment::as_select()).load(conn)?)
}

/// Says that these have had a letter that serves as the reminder.
pub fn set_reminded(w: &mut Write<'_>, ids: &[EnrolmentId]) -> Result<()> {
    // Either database bounds how many values one statement may hold.
    for some in ids.chunks(500) {
        let mine = enrolments::table.filter(enrolments::id.eq_any(some));
        diesel::update(mine).set(enrolments::reminded_at.eq(w.now)).execute(w.conn)?;
    }
    Ok(())
}

/// The last place in the order of arrival; 0 while nobody has enrolled.
pub fn last_turn(conn: &mut Conn, event: EventId) -> Result<i32> {
    let last = enrolments::table.filter(enrolments::event_id.eq(event)).select(diesel::dsl::max(enrolments::turn));
    Ok(last.first::<Option<i32>>(conn)?.unwrap_or(0))
}

/// Those who enrolled, by state; the waiting list in its order, all others by name.
pub fn page(conn: &mut Conn, event: EventId, state: EnrolmentState, page: Page) -> Result<Slice<Enrolment>> {
    let mut rows = enrolments::table
        .filter(enrolments::event_id.eq(event).and(enrolments::state.eq(state)))
        .select(Enrolment::as_select())
        .limit(page.limit())
        .offset(page.offset())
        .into_boxed();
    rows = if state == EnrolmentState::Waiting {
        rows.order(enrolments::turn)
    } else {
        rows.order((enrolments::name_key, enrolments::id))
    };
    Ok(page.slice(rows.load(conn)?))
}

/// How many enrolments stand in each state.
pub fn counts(conn: &mut Conn, event: EventId) -> Result<Vec<(EnrolmentState, i64)>> {
    let rows = enrolments::table.filter(enrolments::event_id.eq(event)).group_by(enrolments::state);
    Ok(rows.select((enrolments::state, count_star())).load(conn)?)
}

/// Whether anybody has chosen a table or sits at it.
pub fn chosen(conn: &mut Conn, table: TableId) -> Result<bool> {
    let table = Some(table);
    let of =
        enrolments::first_table.eq(table).or(enrolments::second_table.eq(table)).or(enrolments::table_id.eq(table));
    Ok(enrolments::table.filter(of).count().get_result::<i64>(conn)? > 0)
}

/// Everybody the door may have to find, by name.
pub fn door_list(conn: &mut Conn, event: EventId, limit: i64) -> Result<Vec<Enrolment>> {
    let rows = enrolments::table
        .filter(enrolments::event_id.eq(event).and(enrolments::state.ne(EnrolmentState::Cancelled)))
        .order((enrolments::name_key, enrolments::id));
    Ok(rows.select(Enrolment::as_select()).limit(limit).load(conn)?)
}

/// Says whether somebody came, unless something was done later already.
pub fn set_present(w: &mut Write<'_>, id: EnrolmentId, present: bool, at: Instant) -> Result<()> {
    let mine = enrolments::table.find(id).filter(enrolments::door_at.is_null().or(enrolments::door_at.le(at)));
    diesel::update(mine).set((enrolments::present.eq(present), enrolments::door_at.eq(at))).execute(w.conn)?;
    Ok(())
}

/// How many came: at each table, and in the room in all.
pub fn present_at(conn: &mut Conn, event: EventId) -> Result<Vec<(Option<TableId>, Mode, i64)>> {
    let rows = enrolments::table
        .filter(enrolments::event_id.eq(event).and(enrolments::present.eq(true)))
        .filter(enrolments::state.ne(EnrolmentState::Cancelled))
        .group_by((enrolments::table_id, enrolments::mode));
    Ok(rows.select((enrolments::table_id, enrolments::mode, count_star())).load(conn)?)
}

/// What figures are made of: enrolments alike in everything that is counted, and how many they are.
pub type Alike = (EventId, Option<TableId>, String, String, EnrolmentState, bool, i64);

pub fn alike(conn: &mut Conn, of: &[EventId]) -> Result<Vec<Alike>> {
    let rows = enrolments::table.filter(enrolments::event_id.eq_any(of)).group_by((
        enrolments::event_id,
        enrolments::table_id,
        enrolments::zone,
        enrolments::category,
        enrolments::state,
        enrolments::present,
    ));
    Ok(rows
        .select((
            enrolments::event_id,
            enrolments::table_id,
            enrolments::zone,
            enrolments::category,
            enrolments::state,
            enrolments::present,
            count_star(),
        ))
        .load(conn)?)
}

/// The tables of several events.
pub fn tables_of(conn: &mut Conn, process: ProcessId) -> Result<Vec<(EventId, TableId, i32, String)>> {
    let rows = event_tables::table
        .inner_join(events::table.on(events::id.eq(event_tables::event_id)))
        .filter(events::process_id.eq(process))
        .order((event_tables::event_id, event_tables::number));
    Ok(rows.select((event_tables::event_id, event_tables::id, event_tables::number, event_tables::theme)).load(conn)?)
}

/// Forgets what people needed, of events that ended before `limit`.
pub fn forget_needs(w: &mut Write<'_>, limit: Instant) -> Result<()> {
    let over: Vec<EventId> = over_with(w.conn, limit, true)?;
    diesel::update(enrolments::table.filter(enrolments::event_id.eq_any(&over)))
        .set(enrolments::needs.eq(""))
        .execute(w.conn)?;
    Ok(())
}

/// Forgets who people were, of events that ended before `limit`.
pub fn forget_people(w: &mut Write<'_>, limit: Instant) -> Result<()> {
    let over: Vec<EventId> = over_with(w.conn, limit, false)?;
    present::keep(w, &over)?;
    if over.is_empty() {
        return Ok(());
    }
    let ids = over.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let theirs = format!("SELECT id FROM enrolments WHERE event_id IN ({ids})");
    ended::keep(w, &format!("SELECT token_hash FROM enrolment_links WHERE enrolment_id IN ({theirs})"))?;
    let of = enrolments::table.filter(enrolments::event_id.eq_any(&over));
    let theirs = of.select(enrolments::id);
    diesel::delete(enrolment_links::table.filter(enrolment_links::enrolment_id.eq_any(theirs))).execute(w.conn)?;
    let acts = door_acts::table.filter(door_acts::event_id.eq_any(&over).and(door_acts::enrolment_id.is_not_null()));
    diesel::delete(acts).execute(w.conn)?;
    diesel::update(enrolments::table.filter(enrolments::event_id.eq_any(&over)))
        .set(Forgotten::at(w.now))
        .execute(w.conn)?;
    Ok(())
}

/// Events over before `limit` of which something is still to be forgotten.
fn over_with(conn: &mut Conn, limit: Instant, needs: bool) -> Result<Vec<EventId>> {
    let mut kept = enrolments::table
        .inner_join(events::table.on(events::id.eq(enrolments::event_id)))
        .filter(events::ends_at.lt(limit).and(enrolments::forgotten_at.is_null()))
        .select(enrolments::event_id)
        .distinct()
        .limit(50)
        .into_boxed();
    if needs {
        kept = kept.filter(enrolments::needs.ne(""));
    }
    Ok(kept.load(conn)?)
}
