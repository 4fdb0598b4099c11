//! What was said at Turin's tables on 5 December 2024, in the demo. That there were five tables of two sessions is a fact; every word
//! here is invented, and so is who says it.

use super::files::RequestFile;
use super::people::{self, People};
use super::play;
use crate::db::Db;
use crate::id::{ContributionId, ProcessId};
use crate::register::Moderation;
use crate::tables::{Act, Kind, NewLine, Person, Place, Sent, Together, Who, contribute, ops};
use crate::{Result, register};

/// What one said: what it is, who says it, the words.
type Said = (Kind, By, &'static str);

/// What was said at each table, in its first session and in its second: what it is, who says it, the words. Who: nobody, the first
/// person of the list with an organisation, their organisation.
const SAID: [[[Said; 3]; 2]; 5] = {
    use By::{Nobody, Organisation, Somebody};
    use Kind::{Agreement, Criticism, Need, Proposal};
    [
        [
            [
                (
                    Need,
                    Organisation,
                    "Serve un luogo stabile dove enti pubblici e cooperative si parlino prima dei bandi.",
                ),
                (Criticism, Somebody, "Ai tavoli di oggi le piccole associazioni arrivano sempre ultime."),
                (Agreement, Nobody, "Un incontro fisso a stagione è meglio di dieci convocati in fretta."),
            ],
            [
                (
                    Proposal,
                    Organisation,
                    "Una segreteria comune, con una persona pagata, che tenga il filo fra un incontro e l'altro.",
                ),
                (Proposal, Somebody, "Verbali pubblici entro due settimane."),
                (Agreement, Nobody, "La segreteria parte nel 2025, ospitata a turno."),
            ],
        ],
        [
            [
                (Need, Somebody, "Chi scrive i bandi non sa come chiedere il valore sociale senza rischiare ricorsi."),
                (Criticism, Organisation, "Il prezzo pesa ancora più di tutto il resto."),
                (Proposal, Nobody, "Un quaderno di clausole già provate, da copiare."),
            ],
            [
                (Proposal, Organisation, "Due giornate l'anno fra uffici acquisti e fornitori sociali."),
                (Proposal, Somebody, "Un referente per ogni ente che sappia rispondere sulle clausole."),
                (Agreement, Nobody, "Si comincia dai servizi di ristorazione e di pulizia."),
            ],
        ],
        [
            [
                (Need, Organisation, "Piccoli prestiti, in fretta, per anticipare i contributi pubblici."),
                (
                    Criticism,
                    Nobody,
                    "Misurare l'impatto costa più del progetto, se ogni finanziatore chiede a modo suo.",
                ),
                (Proposal, Somebody, "Un solo questionario, accettato da tutti."),
            ],
            [
                (Proposal, Somebody, "Un fondo di garanzia con regole di una pagina."),
                (Proposal, Organisation, "Uno sportello che aiuti a leggere i bilanci."),
                (Agreement, Nobody, "Il questionario si scrive insieme entro l'estate."),
            ],
        ],
        [
            [
                (Need, Somebody, "I ragazzi non sanno che in una cooperativa si può lavorare a vita."),
                (Need, Organisation, "Mancano figure che sappiano far di conto e stare con le persone."),
                (Criticism, Nobody, "I corsi finiscono quando finisce il finanziamento."),
            ],
            [
                (Proposal, Organisation, "Tirocini dentro le cooperative dal terzo anno delle superiori."),
                (Proposal, Nobody, "Una scuola serale per chi amministra, tenuta da chi lo fa già."),
                (Agreement, Somebody, "Il primo gruppo di scuole si sceglie a primavera."),
            ],
        ],
        [
            [
                (Need, Organisation, "Chi esce da un percorso di cura non trova un primo lavoro vicino a casa."),
                (Criticism, Somebody, "Ogni servizio rifà da capo le stesse domande alla stessa persona."),
                (Agreement, Nobody, "Casa e lavoro vanno pensati insieme."),
            ],
            [
                (
                    Proposal,
                    Organisation,
                    "Un fascicolo unico, con il permesso della persona, fra servizi e imprese sociali.",
                ),
                (Proposal, Somebody, "Quote di inserimento scritte nei contratti, con chi accompagna."),
                (Agreement, Nobody, "Si prova in due comuni prima di estendere."),
            ],
        ],
    ]
};

/// Who says it.
#[derive(Debug, Clone, Copy)]
enum By {
    Nobody,
    Somebody,
    Organisation,
}

/// Turin's minutes, written by the facilitator while people talk.
pub fn torino(db: &Db, people: &People, process: ProcessId) -> Result<()> {
    let by = people::actor(db, people.facilitator)?;
    let begins = [play::rome("2024-12-05T15:10"), play::rome("2024-12-05T16:25")];
    for (n, sessions) in (1..).zip(SAID) {
        for (position, (said, begins)) in (1..).zip(sessions.into_iter().zip(begins)) {
            for (minutes, (kind, who, text)) in (0_i64..).zip(said) {
                let (by, key) = (by.clone(), format!("demo-{n}-{position}-{minutes}"));
                db.write(begins.plus_seconds(minutes * 420), move |w| {
                    let place = ops::place(w.conn, &by, process, 1, n, position)?;
                    let who = of(w.conn, &place, who)?;
                    let new = NewLine { kind, text: text.to_owned(), who, objective: String::new() };
                    ops::act(w, &by, &place, &Sent { key, at: None, act: Act::Add(new) }).map(|_| ())
                })?;
            }
        }
    }
    Ok(())
}

/// What two lines of the table on procurement became: said on 5 December, brought into the register once the consultation
/// was over, answered with the words of the second version. The rest is the request and its answer, as in
/// `contributions.json`.
pub struct Contributed {
    /// The contribution.
    pub id: ContributionId,
    /// Its words.
    pub text: String,
    /// The request in it, with its answer.
    pub request: RequestFile,
}

/// Brings them into the register, and publishes them.
pub fn contribute(db: &Db, people: &People, process: ProcessId) -> Result<Contributed> {
    const TABLE: i32 = 2;
    let [_, [said, _], ..] = SAID;
    let chosen = [0_usize, 2];
    let (reviewer, publisher) = (people::actor(db, people.reviewer)?, people::actor(db, people.reviewer)?);
    let mut new = Together {
        lines: chosen.iter().map(|n| format!("demo-{TABLE}-1-{n}")).collect(),
        seen: String::new(),
        kind: register::Kind::Addition,
        passage: None,
        named: "Tavolo 2, incontro 1".to_owned(),
        evidence: "Verbale dell’incontro 1, tavolo 2, sessione 1".to_owned(),
    };
    let receipt = db.write(play::rome("2025-03-12T09:30"), move |w| {
        let place = ops::place(w.conn, &reviewer, process, 1, TABLE, 1)?;
        let read = ops::chosen(w.conn, &reviewer, &place.event, &new.lines)?;
        new.seen = contribute::fingerprint(read.iter().flat_map(|at| &at.lines));
        contribute::contribute(w, &reviewer, &place.event, &new)
    })?;
    let id = receipt.id;
    db.write(play::rome("2025-03-12T10:00"), move |w| {
        register::ops::moderate(w, &publisher, register::Seen { id, revision: 1 }, Moderation::Published, None, "")
    })?;
    let excerpt = said.first().map(|(_, _, text)| (*text).to_owned()).unwrap_or_default();
    let request = RequestFile {
        excerpt,
        summary: "Dire che la difficoltà è di chi scrive i bandi, e che serve come metterli al riparo".to_owned(),
        outcome: "integrated".to_owned(),
        reason: "La bozza parlava di uffici in generale. Al tavolo è emerso che a chiedere esempi sicuri è chi prepara le gare: \
                 il testo ora lo dice. Il quaderno di clausole già provate corrisponde al vademecum, che la bozza prevedeva."
            .to_owned(),
        passages: vec!["ma gli uffici che preparano le gare chiedono esempi sicuri e".to_owned()],
        competence: None,
        deferred_to: None,
        theme: "Appalti a valore sociale".to_owned(),
        answer: None,
    };
    Ok(Contributed { id, text: receipt.text, request })
}

fn of(conn: &mut crate::db::Conn, place: &Place, by: By) -> Result<Who> {
    let (people, _): (Vec<Person>, _) = ops::people(conn, place)?;
    let person = people.into_iter().find(|p| p.present && !p.organisation.is_empty());
    Ok(match (by, person) {
        (By::Somebody, Some(p)) => Who::Person(p.id),
        (By::Organisation, Some(p)) => Who::Organisation(p.organisation),
        _ => Who::Nobody,
    })
}
