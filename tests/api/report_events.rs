//! Events in the report: those that were held with who came, those that were cancelled with their reason, nothing of the steering
//! committee.

use domain::access::Actor;
use domain::events::door::{self, Act, Sent};
use domain::events::{self, Admission, Facts, Kind, State};
use domain::id::{EventId, ProcessId};
use domain::report;

use crate::events::facts;
use crate::harness::House;
use crate::intake;
use crate::tables::actor;

fn event(house: &House, by: &Actor, process: ProcessId, facts: Facts) -> EventId {
    let by = by.clone();
    house.write(move |w| {
        let number = events::ops::create(w, &by, process, &facts)?;
        let event = events::ops::by_number(w.conn, &by, process, number)?;
        events::ops::publish(w, &by, event.id)?;
        Ok(event.id)
    })
}

/// Heads are counted at the door, and the event was held.
fn held(house: &House, by: &Actor, event: EventId, heads: i32) {
    let by = by.clone();
    house.write(move |w| {
        door::act(w, &by, event, &Sent { key: format!("teste-{}", event.0), at: None, act: Act::Heads(heads) })?;
        events::ops::set_state(w, &by, event, State::Held, "", "")
    });
}

for_each_database! {
    fn what_was_held_stands_in_the_report_and_what_was_not_has_its_reason(house of Demo) {
        let process = intake::published(house);
        let by = actor(house, "promotore@example.org");
        let before = house.db().snapshot(|c| report::gather(c, process)).unwrap();
        let report::Ready::Yes(before) = before else { panic!("not ready") };
        let begun = house.now();
        let at = |days: i64, title: &str| Facts {
            kind: Kind::Evening,
            admission: Admission::Headcount,
            room_seats: 0,
            starts_at: begun.plus_days(days),
            ends_at: begun.plus_days(days).plus_seconds(7200),
            ..facts(title)
        };
        let first = event(house, &by, process, at(1, "Serata dell’<b>acqua</b>"));
        let second = event(house, &by, process, at(1, "Serata dell’ombra"));
        let off = event(house, &by, process, at(2, "Serata del vento"));
        event(house, &by, process, at(9, "Serata che verrà"));
        event(house, &by, process, Facts { kind: Kind::Steering, ..at(1, "Cabina riservata") });
        house.pass_seconds(24 * 3600 + 600);
        held(house, &by, first, 31);
        held(house, &by, second, 12);
        let cancels = by.clone();
        house.write(move |w| events::ops::set_state(w, &cancels, off, State::Cancelled, "Allerta meteo.", ""));

        let report::Ready::Yes(now) = house.db().snapshot(|c| report::gather(c, process)).unwrap() else { panic!("not ready") };
        let new = |e: &&report::EventFacts| !before.events.iter().any(|known| known.number == e.number);
        let present: Vec<Option<i64>> = now.events.iter().filter(new).map(|e| e.present).collect();
        assert_eq!(present, [Some(31), Some(12), None, None], "by their beginning; the steering committee is nobody's");
        let total: i64 = before.events.iter().filter_map(|e| e.present).sum::<i64>() + 43;

        let promoter = intake::enter(house, "promotore@example.org");
        let page = promoter.get(&intake::desk("/resoconto/anteprima"));
        let attended = format!("{total} presenze");
        for words in ["Serata dell’<b>acqua</b>", &attended, "Serata informativa. Sala Esempio", "Serata del vento", "Allerta meteo.", "in programma"] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        assert!(!page.says("Cabina riservata") && !page.says("Serata che verrà"), "{}", page.text());
        // What is past and of which nobody said what became of it is no event to come.
        let unsaid = || now.events.iter().filter(|e| matches!(e.state, State::Planned | State::MovedOnline) && e.starts_at <= house.now()).count();
        let known = unsaid();
        house.pass_seconds(9 * 24 * 3600);
        let page = promoter.get(&intake::desk("/resoconto/anteprima"));
        assert!(unsaid() > known.max(1) && page.says(&format!("Di {} incontri, la cui data è passata", unsaid())), "{}", page.text());
        // Without events nothing is said of them, nor in what is frozen.
        let none = report::Content { events: Vec::new(), ..*now };
        assert!(!serde_json::to_string(&none).unwrap().contains("\"events\""));
    }

    fn the_hundred_of_torino_are_in_the_report(house of Demo) {
        let filled = house.demo();
        let report::Ready::Yes(content) = house.db().snapshot(|c| report::gather(c, filled.torino)).unwrap() else { panic!("not ready") };
        let event = content.events.first().unwrap();
        assert_eq!((event.state, event.present, event.tables, event.contributions), (State::Held, Some(104), 5, 1));
    }
}
