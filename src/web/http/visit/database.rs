//! From a visit to the database: off the async thread, and once for one showing of a form.

use actix_web::web;
use domain::db::{Conn, Write};
use domain::{Error, once};
use tokio::sync::oneshot;

use super::Visit;
use crate::http::{Answer, Fault};

impl Visit {
    /// Reads.
    ///
    /// # Errors
    /// Whatever `f` returns.
    pub async fn read<T, F>(&self, f: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> domain::Result<T> + Send + 'static,
    {
        let db = self.0.app.db.clone();
        apart(move || db.read(f)).await
    }

    /// Reads everything as of one instant.
    ///
    /// # Errors
    /// Whatever `f` returns.
    pub async fn snapshot<T, F>(&self, f: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> domain::Result<T> + Send + 'static,
    {
        let db = self.0.app.db.clone();
        apart(move || db.snapshot(f)).await
    }

    /// Writes in one transaction, on disk when this returns.
    ///
    /// # Errors
    /// Whatever `f` returns; then nothing is kept.
    pub async fn write<T, F>(&self, f: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&mut Write<'_>) -> domain::Result<T> + Send + 'static,
    {
        let (db, now) = (self.0.app.db.clone(), self.0.now);
        let (tell, told) = oneshot::channel();
        // With one writer nobody's thread is kept waiting for its commit.
        match db.submit(now, f, move |done| drop(tell.send(done))) {
            Ok(()) => {
                told.await.map_err(|_| Fault::Internal("the writer has stopped".to_owned()))?.map_err(Fault::from)
            }
            Err((f, _)) => apart(move || db.write(now, f)).await,
        }
    }

    /// Hashes a password: slow work that takes a slot and waits its turn for one.
    ///
    /// # Errors
    /// Whatever `f` returns.
    pub async fn slow<T, F>(&self, f: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce() -> domain::Result<T> + Send + 'static,
    {
        let _slot = self.0.app.slots.acquire().await.map_err(|e| Fault::Internal(e.to_string()))?;
        apart(f).await
    }

    /// Sets a document for print: one at a time on this node, so that neither many readers nor a long plan take every core. `kept`
    /// is asked again when it is one's turn: who waited for another to make the same finds it.
    ///
    /// # Errors
    /// Whatever `kept` or `make` returns.
    pub async fn in_turn<T, K, M>(&self, kept: K, make: M) -> Result<T, Fault>
    where
        T: Send + 'static,
        K: FnOnce(&mut Conn) -> domain::Result<Option<T>> + Send + 'static,
        M: FnOnce() -> domain::Result<T> + Send + 'static,
    {
        let _turn = self.0.app.press.acquire().await.map_err(|e| Fault::Internal(e.to_string()))?;
        match self.read(kept).await? {
            Some(kept) => Ok(kept),
            None => apart(make).await,
        }
    }

    /// Writes once for one showing of the form and goes (303) to where `location` says its result is; sent again, it goes
    /// there without writing. The secret of a link is not kept beside the key: whoever sends the form again has it in the address.
    ///
    /// # Errors
    /// Whatever `f` returns.
    pub async fn write_once<T, L, F>(&self, location: L, f: F) -> Answer
    where
        T: Send + 'static,
        L: FnOnce(&T) -> String + Send + 'static,
        F: FnOnce(&mut Write<'_>) -> domain::Result<T> + Send + 'static,
    {
        let token = self.path("token").to_owned();
        let places = move |done: &T| {
            let to = location(done);
            let kept = if token.is_empty() { to.clone() } else { to.replace(&token, TOKEN) };
            (to, kept)
        };
        self.write_once_keeping(places, f).await
    }

    /// The same where its result stands behind a new secret: beside the address gone to, `places` says the one that is kept, to which
    /// the form leads that is sent again.
    ///
    /// # Errors
    /// Whatever `f` returns.
    pub async fn write_once_keeping<T, L, F>(&self, places: L, f: F) -> Answer
    where
        T: Send + 'static,
        L: FnOnce(&T) -> (String, String) + Send + 'static,
        F: FnOnce(&mut Write<'_>) -> domain::Result<T> + Send + 'static,
    {
        let key = self.once_key();
        let mine = key.clone();
        let done = self
            .write(move |w| {
                if let Some(key) = &mine {
                    once::claim(w, key)?;
                }
                let (to, kept) = places(&f(w)?);
                if let Some(key) = &mine {
                    once::done(w, key, &kept)?;
                }
                Ok(to)
            })
            .await;
        match (done, key) {
            (Ok(location), _) => self.see(&location),
            // Another node did the same form in this very instant: what it did is found under the key.
            (Err(Fault::Domain(e)), Some(key)) if e.is_unique_violation() => {
                self.write(move |w| once::claim(w, &key)).await.map_err(|fault| self.led(fault))?;
                Err(e.into())
            }
            (Err(fault), _) => Err(self.led(fault)),
        }
    }

    /// Where it leads that was done before, with the secret of this address in its place.
    fn led(&self, fault: Fault) -> Fault {
        match fault {
            Fault::Domain(Error::AlreadyDone(to)) => Error::AlreadyDone(to.replace(TOKEN, self.path("token"))).into(),
            fault => fault,
        }
    }

    /// Writes once for one showing of the form, and tells what came of it: for what is kept nowhere and can be shown in the answer
    /// alone. Sent again, it goes (303) to `again` without writing.
    ///
    /// # Errors
    /// Whatever `f` returns; [`Error::AlreadyDone`] when it was sent again.
    pub async fn write_once_told<T, F>(&self, again: String, f: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&mut Write<'_>) -> domain::Result<T> + Send + 'static,
    {
        let (key, place) = (self.once_key(), again.clone());
        let mine = key.clone();
        let done = self.write(move |w| {
            if let Some(key) = &mine {
                once::claim(w, key)?;
            }
            let told = f(w)?;
            if let Some(key) = &mine {
                once::done(w, key, &place)?;
            }
            Ok(told)
        });
        match (done.await, key) {
            // Another node did the same form in this very instant.
            (Err(Fault::Domain(e)), Some(_)) if e.is_unique_violation() => Err(Error::AlreadyDone(again).into()),
            (done, _) => done,
        }
    }

    /// The same, with a sentence (`done-...`) at the top of the page it goes to.
    ///
    /// # Errors
    /// Whatever `f` returns.
    pub async fn write_once_saying<T, L, F>(&self, done: &'static str, location: L, f: F) -> Answer
    where
        T: Send + 'static,
        L: FnOnce(&T) -> String + Send + 'static,
        F: FnOnce(&mut Write<'_>) -> domain::Result<T> + Send + 'static,
    {
        let answer = self.write_once(location, f).await?;
        self.say_next(done);
        Ok(answer)
    }

    fn once_key(&self) -> Option<String> {
        let key = self.once();
        (!key.is_empty()).then(|| self.0.app.key.bind(self.0.bound_to().unwrap_or(""), key))
    }
}

/// What stands for the secret of a link where an address is kept.
const TOKEN: &str = "{token}";

async fn apart<T: Send + 'static>(f: impl FnOnce() -> domain::Result<T> + Send + 'static) -> Result<T, Fault> {
    web::block(f).await.map_err(|e| Fault::Internal(e.to_string()))?.map_err(Fault::from)
}
