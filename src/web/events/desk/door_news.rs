//! What the door's page asks every few seconds: whom the other doors let in, whose seat changed, who will not come.

use actix_web::HttpResponse;
use domain::events::{Enrolment, door_news, ops};
use serde_json::{Value, json};

use super::super::{found, staff_address};
use super::door;
use crate::http::{Answer, Visit};

/// What is new since `?segno=`, in the words of the page; nothing (204) where nothing is. A page of another account (`?di=`) is told
/// nothing.
pub async fn since(v: Visit) -> Answer {
    v.same_account(v.query("di").unwrap_or(""))?;
    let (process, event) = found(&v).await?;
    let (actor, of, mark) = (v.actor().clone(), event.clone(), v.query("segno").unwrap_or("").to_owned());
    let news = v
        .read(move |conn| {
            let Some(news) = door_news::since(conn, &actor, &of, &mark)? else { return Ok(None) };
            Ok(Some((news, ops::tables(conn, of.id)?)))
        })
        .await?;
    let Some((news, tables)) = news else { return Ok(HttpResponse::NoContent().finish()) };
    let at = |t| news.at.iter().filter(|(table, _)| *table == Some(t)).map(|(_, n)| n).sum();
    let row = |e: &Enrolment| -> Value {
        json!({ "id": e.id.to_string(), "here": e.present, "row": door::person(&v, &tables, e, door::Needs::Said).into_string() })
    };
    let action = staff_address(&process, &event, "/porta");
    Ok(HttpResponse::Ok().insert_header(("cache-control", "no-store")).json(json!({
        "mark": news.mark,
        "present": news.at.iter().map(|(_, n)| n).sum::<i64>() + news.heads,
        "tables": door::at_tables(&v, &tables, &at),
        "people": news.people.iter().map(row).collect::<Vec<_>>(),
        "gone": news.gone.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "last": door::last(&v, &news.acts, &action).into_string(),
    })))
}
