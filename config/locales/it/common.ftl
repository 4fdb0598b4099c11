# Frasi comuni a tutte le pagine.
layout-skip = Vai al contenuto
layout-main-nav = Principale
layout-processes = Percorsi
layout-mine = I miei contributi
layout-administration = Amministrazione
layout-account = Il mio account
layout-sign-in = Accedi
layout-sign-out = Esci
layout-register = Registrati
layout-accessibility = Dichiarazione di accessibilità
layout-privacy = Informativa sulla privacy
layout-small = Ascolto: consultazioni pubbliche di { $owner }. Ogni contributo ricevuto ha un numero e una risposta.
layout-demo = Dimostrazione: persone e contributi sono inventati, nessuna lettera parte davvero.
layout-demo-label = Dimostrazione
layout-demo-mail = Leggi le lettere

form-optional = facoltativo
form-choose = Scegli…
form-cancel = Annulla
form-errors = { $n ->
    [one] C’è una cosa da correggere
   *[other] Ci sono { $n } cose da correggere
  }
form-error-title = Da correggere: { $title }
form-at-most = Al massimo { $n } caratteri
form-left-one = Resta {"{"}n{"}"} carattere
form-left-many = Restano {"{"}n{"}"} caratteri
form-restored = È stato ritrovato il testo scritto in questo browser.
form-discard = Elimina e ricomincia

pager-label = Pagine
pager-previous = Pagina precedente
pager-next = Pagina successiva
pager-where = Pagina { $n }

date-unknown = date da definire
duration-days = { $n ->
    [one] un giorno
   *[other] { $n } giorni
  }
duration-hours = { $n ->
    [one] un’ora
   *[other] { $n } ore
  }
duration-minutes = { $n ->
    [one] 1 minuto
   *[other] { $n } minuti
  }
duration-moments = meno di un minuto
countdown-left = Tempo rimasto: { $left }
countdown-opens-in = Apre fra { $left }
countdown-opens = Apre { $when } (ora di Roma)
countdown-closes = Chiude { $when } (ora di Roma)
countdown-closed = Chiusa { $when } (ora di Roma)
countdown-ended = Consultazione chiusa

phase-state-past = Conclusa
phase-state-now = In corso
phase-state-future = In programma

outcome-accepted = Accolta
outcome-integrated = Integrata
outcome-partially_integrated = Parzialmente integrata
outcome-already_present = Già presente
outcome-noted = Presa d’atto
outcome-deferred = Rinviata alla progettazione esecutiva
outcome-out_of_scope = Fuori ambito
outcome-not_accepted = Non accolta
outcome-none = Ancora senza riscontro

status-received = Ricevuto
status-waiting = In attesa di pubblicazione
status-published = Pubblicato
status-held = Trattenuto
status-refused = Rifiutato
status-withdrawn = Ritirato
status-duplicate = Duplicato
status-late = Tardivo
status-open = Da istruire
status-answered = Con riscontro
status-draft = Bozza
status-closed = Chiuso
status-submitted = Da approvare
status-approved = Approvato
status-returned = Da rivedere
status-error = Errore

contribution-number-short = n.
response-title = Riscontro
response-passages = Passaggi:
response-became = Le parole che è diventata:

problem-required = Questo campo va compilato
problem-file-large = Il file è troppo grande: al massimo 20 MB
problem-too-long = Al massimo { $n } caratteri
problem-choose = Va scelta una delle voci
problem-email = Serve un indirizzo e-mail, come nome@esempio.it
problem-password-short = Almeno { $n } caratteri
problem-password-guessable = È troppo facile da indovinare: conviene aggiungere una o due parole
problem-no-account = Nessun account confermato ha questo indirizzo: la persona deve prima registrarsi
problem-taken = È già in uso: ne serve un altro

kept-title = Il testo scritto
kept-text = Non è stato salvato. Si può copiare da qui, per non perderlo.
kept-files = I file allegati vanno scelti di nuovo.
kept-again = Invia di nuovo

fault-home = Vai alla pagina iniziale
fault-back = Torna alla pagina
fault-gone = Non c’è più
gone-enrolment = È passato un anno dall’incontro: l’iscrizione e i dati di chi si era iscritto sono stati cancellati, come annunciato, e questo collegamento non serve più. Che cosa è emerso all’incontro resta pubblico: il percorso si trova dalla pagina iniziale.
gone-reread = Il tempo per rileggere e correggere è finito, ed è passato un anno dall’incontro: i dati di chi ha partecipato sono stati cancellati, come annunciato, e questo collegamento non serve più. Le restituzioni dei tavoli restano pubbliche: il percorso si trova dalla pagina iniziale, e per una correzione si può scrivere all’ente promotore.
gone-slip = Questo foglietto è stato sostituito da uno nuovo: vale l’ultimo che è stato consegnato. Per averne un altro ci si rivolge a chi organizza l’incontro.
fault-not-found = Pagina non trovata
fault-not-found-text = A questo indirizzo non c’è nulla, oppure non è pubblico. Conviene controllare il collegamento, o partire dalla pagina iniziale.
fault-method = Questo indirizzo non si apre così
fault-method-text = La pagina esiste, ma risponde solo all’invio del suo modulo. Conviene partire dalla pagina che lo contiene.
fault-invalid = Qualcosa non va in quello che è stato inviato
fault-invalid-text = La richiesta non è stata eseguita. Ecco che cosa non va:
fault-refused = Non si può fare
fault-race = Qualcuno è stato più veloce
fault-race-text = Nello stesso istante è stato registrato qualcosa di uguale. Ricaricando la pagina si vede se è già fatto.
fault-stale = La pagina era aperta da troppo tempo
fault-stale-text = Per sicurezza ogni modulo vale per una sola sessione, e questa nel frattempo è cambiata. Non è stato inviato nulla: si può controllare e inviare di nuovo.
fault-forged = Modulo non riconosciuto
fault-forged-text = L’invio non viene da una pagina di questo sito, oppure i cookie sono bloccati. Per sicurezza non è stato eseguito. Si può riaprire la pagina e riprovare.
fault-too-many = Troppi tentativi
fault-too-many-text = Sono arrivati troppi invii in poco tempo. Si può riprovare fra { $seconds ->
    [one] un secondo
   *[other] { $seconds } secondi
  }.
fault-too-large = Troppo grande
fault-too-large-text = Si possono inviare al massimo { $kilobytes } KB. Conviene ridurre il testo o il file e riprovare.
fault-malformed = Invio incompleto
fault-malformed-text = I dati non sono arrivati per intero. Conviene controllare la connessione e riprovare.
fault-internal = Errore nostro
fault-internal-text = Qualcosa si è rotto dalla nostra parte e non è stato salvato nulla. Si può riprovare fra poco; se succede ancora, va segnalato il numero { $number }.

denied-sign-in = Serve accedere
denied-sign-in-text = Per farlo bisogna aver effettuato l’accesso: la sessione manca o è scaduta.
denied-sign-in-next = Accedi e torna qui
denied-role = Manca il ruolo necessario
denied-role-text = Questa azione spetta a chi ha un altro ruolo nel percorso. Chi ritiene che gli spetti può chiedere all’ente promotore di assegnarglielo.
denied-role-next = Vai all’account
denied-not-yet-open = La consultazione non è ancora aperta
denied-not-yet-open-text = Si potrà fare da quando apre: la data è nella pagina del percorso.
denied-closed = La consultazione è chiusa
denied-closed-text = Il termine è passato: non si può più inviare, modificare, ritirare o aderire.
denied-not-yet-closed = La consultazione è ancora aperta
denied-not-yet-closed-text = Si potrà fare solo dopo la chiusura: la data è nella pagina del percorso.
denied-not-yours = È di un’altra persona
denied-not-yours-text = Può farlo solo chi lo ha scritto.
denied-same-person = Serve una seconda persona
denied-same-person-text = Chi prepara un riscontro non può approvarlo: deve farlo un’altra persona dell’ente promotore.

refused-link-over = Il collegamento è già stato usato, è scaduto oppure è incompleto. Se ne può chiedere uno nuovo.
refused-draft-too-long = Il testo è troppo lungo per essere conservato. Va accorciato, oppure scritto dopo aver effettuato l’accesso.
refused-changed-meanwhile = Nel frattempo l’autore ha modificato il testo: va riletto prima di decidere.
refused-response-changed = Nel frattempo il riscontro è stato modificato: va riletto prima di approvarlo.
refused-drafts-too-many = I testi in attesa sono già venti: prima di scriverne altri occorre accedere, e inviarli o eliminarli.
refused-process-incomplete = Il percorso si può pubblicare quando ha almeno un ente promotore e una fase.
