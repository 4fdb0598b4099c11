//! `admin`: the first administrator is made by whoever has the server in hand.

use std::io::IsTerminal;

use anyhow::{Context, Result, bail};
use clap::Subcommand;
use domain::accounts::{NewAccount, ops};

use super::tell::say;
use super::{Config, open};

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make an administrator; the password is typed unseen, twice, or comes on standard input from a script
    Create {
        /// E-mail address
        #[arg(long)]
        email: String,
        /// Name and surname
        #[arg(long)]
        name: String,
    },
}

/// Runs it.
///
/// # Errors
/// A password that does not do, an address that is taken.
pub fn run(config: &Config, command: &Command) -> Result<()> {
    let Command::Create { email, name } = command;
    let db = open(config)?;
    let password = password()?;
    let new = NewAccount {
        name: name.clone(),
        email: email.clone(),
        password,
        lang: "it".to_owned(),
        ..NewAccount::default()
    };
    let prepared = ops::prepare(new).map_err(explain)?;
    db.write(web::Clock::System.now(), move |w| ops::create_prepared(w, &prepared, true).map(|_| ()))
        .map_err(explain)?;
    say(&format!("{email} is now an administrator"));
    Ok(())
}

/// From a person at the terminal, unseen and twice; from a script, one line.
fn password() -> Result<String> {
    say("password (at least 10 characters, not easily guessed), then Enter:");
    if !std::io::stdin().is_terminal() {
        let mut line = String::new();
        std::io::stdin().read_line(&mut line).context("cannot read the password")?;
        return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
    }
    let typed = rpassword::read_password().context("cannot read the password")?;
    say("once more, then Enter:");
    let again = rpassword::read_password().context("cannot read the password")?;
    if typed != again {
        bail!("the two passwords are not the same; nothing was made, try again");
    }
    Ok(typed)
}

fn explain(e: domain::Error) -> anyhow::Error {
    if e.is_unique_violation() {
        return anyhow::anyhow!("there is an account with this address already");
    }
    e.into()
}
