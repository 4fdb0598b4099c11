//! What stories are told with: [`House`] (a server of its own), [`Browser`] (a client that behaves like one), [`Page`].

mod browser;
mod database;
mod house;
mod page;

pub use browser::Browser;
pub use database::{Fresh, Holds, promoter};
pub use house::{House, PASSWORD, rome};
pub use page::Page;

/// Each `fn story(house)` becomes two tests, `story::sqlite` and `story::postgres`; `house` is a `&House`. A `house of Demo`
/// holds the demonstration: [`House::demo`] says what is in it. A `house of Published` holds its report too.
macro_rules! for_each_database {
    ($($(#[$meta:meta])* fn $name:ident($house:ident $(of $what:ident)? $(, $change:expr)?) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports, reason = "not every story needs all of its file's words")]
            use super::*;

            $(#[$meta])*
            fn story($house: &$crate::harness::House) $body

            #[allow(unused_variables, unused_assignments, reason = "a story may name settings of its own")]
            fn change() -> fn(&mut web::Settings) {
                let change: fn(&mut web::Settings) = |_| {};
                $(let change: fn(&mut web::Settings) = $change;)?
                change
            }

            #[allow(unused_variables, unused_assignments, reason = "a story may ask for a house that is not empty")]
            fn holds() -> $crate::harness::Holds {
                let holds = $crate::harness::Holds::Nothing;
                $(let holds = $crate::harness::Holds::$what;)?
                holds
            }

            #[test]
            fn sqlite() {
                story(&$crate::harness::House::on_sqlite(holds(), change()));
            }

            #[test]
            fn postgres() {
                if let Some(house) = $crate::harness::House::on_postgres(holds(), change()) {
                    story(&house);
                }
            }
        }
    )+};
}
