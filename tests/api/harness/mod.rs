//! What stories are told with: [`House`] (a server of its own), [`Browser`] (a client that behaves like one), [`Page`].

mod browser;
mod database;
mod house;
mod page;

pub use browser::Browser;
pub use house::{House, PASSWORD, rome};
pub use page::Page;

/// Each `fn story(house)` becomes two tests, `story::sqlite` and `story::postgres`; `house` is a `&House`.
macro_rules! for_each_database {
    ($($(#[$meta:meta])* fn $name:ident($house:ident $(, $change:expr)?) $body:block)+) => {$(
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

            #[test]
            fn sqlite() {
                story(&$crate::harness::House::on_sqlite(change()));
            }

            #[test]
            fn postgres() {
                if let Some(house) = $crate::harness::House::on_postgres(change()) {
                    story(&house);
                }
            }
        }
    )+};
}
