home-title = Percorsi partecipativi
home-lead = Le bozze dei piani si leggono e si commentano finché la consultazione è aperta; poi si può controllare che cosa è stato risposto.
home-none = Nessun percorso pubblicato
home-none-text = I percorsi compaiono qui quando un ente li pubblica.
home-promoted-by = Promosso da { $names }
home-new = Nuovo percorso
home-drafts = Non ancora pubblici
home-now = In corso
home-to-come = In arrivo
home-past = Conclusi
home-phase = Ora: { $phase }
home-comment-until = Si può commentare fino a { $when }
home-opens = La consultazione apre { $when }
home-do-comment = Leggi e commenta la bozza
home-do-report = Leggi il resoconto
home-do-plan = Leggi il piano
home-do-more = Vai al percorso

page-owner = Questo sito è gestito da { $owner }.
page-contact = Contatti:
page-no-contact = Il gestore di questa installazione non ha ancora indicato un recapito.

accessibility-title = Dichiarazione di accessibilità
accessibility-lead = Ascolto è costruito per essere usato da chiunque, con qualunque strumento.
accessibility-done = Che cosa è stato fatto
accessibility-done-text = Il riferimento sono le WCAG 2.1 di livello AA e la norma EN 301 549. Ogni pagina funziona senza JavaScript, con la sola tastiera e ingrandita al 400%; ogni modulo ha etichette sempre visibili e dice per primi gli errori; nessuna informazione è data solo dal colore.

    Ogni tipo di pagina è controllato con axe-core, in italiano e in buona parte in inglese, a larghezza di telefono e di scrivania; ogni modulo è provato a 320 pixel, con e senza JavaScript.
accessibility-limits = Che cosa non è ancora stato verificato
accessibility-limits-text = Non è ancora stata fatta una verifica da parte di persone con disabilità né una valutazione indipendente. La valutazione di conformità di questa installazione spetta al suo gestore, che la pubblica secondo le linee guida AGID.
accessibility-feedback = Segnalazioni
accessibility-feedback-text = Chi incontra un ostacolo può segnalare che cosa voleva fare e con quale strumento. Se la risposta non arriva entro trenta giorni o non basta, ci si può rivolgere al Difensore civico per il digitale.

privacy-title = Informativa sulla privacy
privacy-lead = Quali dati sono conservati, che cosa diventa pubblico e che cosa si può chiedere.
privacy-what = Che cosa è conservato
privacy-what-text = Nome, indirizzo e-mail, lingua e una forma cifrata della password; gli enti a nome dei quali si partecipa; quello che viene inviato, con l’istante in cui è arrivato. Di chi si iscrive a un incontro, o vi arriva senza iscrizione: nome, indirizzo, ente, zona, che cosa serve per partecipare e se è venuto; li legge solo chi organizza. Che cosa serve per partecipare si cancella trenta giorni dopo l’incontro, il nome e l’indirizzo dopo un anno, tutto subito se l’iscrizione è annullata. Durante un incontro il dispositivo di chi organizza può conservarne l’elenco, senza dire che cosa serve per partecipare, e lo cancella all’uscita dall’account, o alla prima pagina del sito aperta dopo dodici ore. Non è chiesto altro e non ci sono strumenti di tracciamento.
privacy-public = Che cosa diventa pubblico
privacy-public-text = I contributi che chi scrive sceglie di mostrare, come «una persona» o con lo pseudonimo scelto per quella volta, e i nomi degli enti. Il nome di una persona privata non viene mai pubblicato. Delle persone si dice solo quante hanno partecipato.
privacy-register = Il registro
privacy-register-text = Ogni contributo riceve un numero ed entra in un registro che nessuno può riscrivere. Il registro pubblico contiene solo impronte, da cui il testo non si può ricavare.
privacy-cookies = Cookie
privacy-cookies-text = Solo quelli necessari: la sessione dopo l’accesso, un segno per la sicurezza dei moduli, la lingua e la dimensione del testo scelte; per chi scrive prima di registrarsi, un segno che ritrova il testo in attesa. Chi legge senza accedere e non cambia lingua o dimensione del testo non riceve alcun cookie.
privacy-rights = I diritti
privacy-rights-text = Ciascuno può chiedere di vedere, correggere o cancellare i propri dati, e opporsi al loro uso, scrivendo al gestore, che decide nei termini di legge. Ci si può rivolgere anche al Garante per la protezione dei dati personali.
