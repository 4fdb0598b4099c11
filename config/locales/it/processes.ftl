breadcrumb-label = Percorso di navigazione
section-nav = Parti del percorso
section-process = Il percorso
section-plan = Il piano
section-events = Incontri
section-contributions = Contributi
section-outcomes = Esiti
section-register = Registro
section-participants = Partecipanti
section-report = Resoconto
section-staff = Gestione
staff-section-nav = Gestione del percorso
staff-section-dashboard = Da fare
staff-section-settings = Dati del percorso
staff-section-plan = Piano
staff-section-consultation = Consultazione
staff-section-events = Incontri
staff-section-contributions = Contributi
staff-section-intake = Istruttoria
staff-section-responses = Riscontri
staff-section-participants = Partecipanti
staff-section-report = Resoconto
process-unpublished = Questo percorso non è ancora pubblico: lo vede solo chi ci lavora.

now-title = Che cosa si può fare ora
now-before-text = La consultazione non è ancora aperta. Si può chiedere una lettera quando apre.
now-open-text = Chiunque può leggere la bozza e commentarla, un passaggio alla volta o nel suo insieme. Ogni contributo riceve un numero di registro e una risposta.
now-closed-text = La consultazione è chiusa. Ogni contributo ricevuto avrà una risposta motivata, pubblicata qui.
now-answered-text = Le risposte ai contributi sono pubblicate: per ogni richiesta l’esito, il motivo e i passaggi cambiati.
now-report-text = Il percorso ha il suo resoconto: che cosa è stato chiesto, che cosa è stato risposto e che cosa è cambiato nel piano.
now-plan-text = Il piano si può leggere. Le date della consultazione non sono ancora state fissate.
now-nothing-text = Per ora non c’è una bozza da leggere. Si può chiedere una lettera quando ci sarà qualcosa da fare.
now-tell-opening = Ricevi un avviso quando apre
now-tell = Ricevi gli avvisi per posta elettronica
now-read-draft = Leggi la bozza
now-comment = Leggi e commenta la bozza
now-comment-whole = Commenta tutto il piano
now-read-comments = Leggi i contributi
now-read-outcomes = Leggi gli esiti
now-read-report = Leggi il resoconto
now-read-plan = Leggi il piano

process-about = Di che cosa si tratta
process-events = I prossimi incontri
process-phases = Le fasi
process-no-phases = Le fasi non sono ancora state fissate.
process-calendar = Aggiungi le date al calendario
calendar-opens = Apre la consultazione: { $title }
calendar-closes = Chiude la consultazione: { $title }
process-figures = In cifre
process-received = Contributi ricevuti
process-organisations = Enti e organizzazioni che hanno scritto
process-late = Contributi arrivati dopo la chiusura
process-answered = Richieste con riscontro pubblicato
process-consultation = La consultazione
process-about-version = Riguarda
process-opens = Apre
process-opened = Aperta
process-closes = Chiude
process-closed = Chiusa
process-window-rule = Vale l’ora di Roma, sull’orologio di questo sito. Alla chiusura non si può più inviare, modificare o ritirare; chi scrive dopo può depositare il testo come tardivo.
process-extended = Prorogata: dalla chiusura di { $from } a quella di { $to }
process-extended-on = Decisa il
process-reason = Motivo:
process-versions = Il piano
process-version = Versione { $n }
process-published-on = pubblicata il
process-who = Chi ne risponde
process-founding-act = Atto che lo ha avviato
process-facilitator = Facilitazione
process-contact = Per scrivere
process-approval = Approvato con:
process-documents = Documenti di riferimento
process-acts = Atti di altri enti
act-number = n. { $number }
act-of = del { $day }

letters-title = Avvisi per posta elettronica
letters-text = Chi li chiede riceve una lettera quando:
letters-opening = apre la consultazione
letters-closing = mancano due giorni alla chiusura
letters-extension = la consultazione è prorogata
letters-version = è pubblicata una nuova versione del piano
letters-report = è pubblicato il resoconto
letters-on = Gli avvisi arrivano all’indirizzo
letters-off = Gli avvisi arriverebbero all’indirizzo
letters-start = Ricevi gli avvisi
letters-stop = Non ricevere più gli avvisi
letters-back = Torna al percorso
done-subscribed = Fatto: gli avvisi di questo percorso arriveranno per posta elettronica.
done-unsubscribed = Fatto: gli avvisi di questo percorso non arriveranno più.

settings-nav = Dati del percorso
settings-save = Salva
settings-facts = Dati
settings-promoters = Enti promotori
settings-promoters-hint = Chi risponde del percorso, nell’ordine in cui deve comparire. L’atto di approvazione si può aggiungere quando c’è.
settings-promoters-row = Ente { $n }
settings-phases = Fasi
settings-phases-hint = I passi del percorso, con le loro date. Una data che ancora non si conosce si può lasciare vuota.
settings-phases-row = Fase { $n }
settings-figures = Cifre
settings-figures-hint = I numeri da mostrare nella pagina del percorso e nel resoconto, accanto alla loro fase. I contributi ricevuti si contano da soli.
settings-figures-row = Cifra { $n }
settings-documents = Documenti
settings-documents-hint = I documenti a cui il percorso fa riferimento, con un collegamento se sono pubblici.
settings-documents-row = Documento { $n }
settings-acts = Atti di altri enti
settings-acts-hint = Qui stanno gli atti a cui il percorso fa riferimento e che al piano non chiedono nulla: compaiono nel resoconto accanto ai contributi. Un atto che chiede qualcosa si inserisce invece nel registro, dalla pagina Contributi, e riceve riscontro. I resoconti già pubblicati non cambiano.
settings-roles = Ruoli
settings-roles-hint = Chi prepara un riscontro non può approvarlo: servono almeno due persone, una delle quali per l’ente promotore.
rows-hint = Per togliere una riga basta svuotarla; per spostarla basta cambiare il numero della posizione.
rows-more = Servono altre righe? Dopo aver salvato ne compaiono ancora due vuote.
rows-place = Posizione
done-saved = Salvato.

facts-address = Indirizzo della pagina:
facts-title = Titolo
facts-summary = Di che cosa si tratta
facts-summary-hint = Poche frasi, per chi non ne sa nulla. La prima parte compare anche nella pagina iniziale.
facts-founding-act = Atto che lo ha avviato
facts-founding-act-hint = Per esempio un accordo o una deliberazione, con il suo numero
facts-founded-on = Data dell’atto
facts-contact = A chi scrivere
facts-contact-hint = Un indirizzo dell’ufficio, non di una persona: viene pubblicato
facts-facilitator = Chi facilita
facts-facilitator-hint = L’organizzazione incaricata, se c’è
problem-date = La data non è completa, o non esiste

promoter-name = Nome dell’ente
promoter-contact = Recapito dell’ufficio
promoter-act-kind = Atto di approvazione
promoter-act-number = Numero dell’atto
promoter-act-date = Data dell’atto
phase-title = Titolo
phase-kind = Tipo di fase
phase-kind-analysis = Analisi documentale
phase-kind-interviews = Interviste
phase-kind-event = Evento partecipativo
phase-kind-consultation = Redazione e consultazione
phase-kind-presentation = Approvazione e presentazione
phase-description = Che cosa succede
phase-starts-on = Primo giorno
phase-ends-on = Ultimo giorno
figure-value = Quanto
figure-label = Che cosa è stato contato
figure-phase = Fase
figure-no-phase = Del percorso intero
document-title = Titolo
document-note = Che cos’è
document-link = Collegamento
document-link-hint = Comincia con https://

act-body = Ente che lo ha adottato
act-body-hint = Per esempio un consiglio comunale
act-title = Titolo o oggetto
act-number-label = Numero
act-date = Data
act-note = Che cosa occorre sapere
act-note-hint = Viene pubblicato accanto all’atto
acts-none = Nessun atto
acts-none-text = Se un altro ente adotta un atto che riguarda il piano, si inserisce qui.
acts-new = Nuovo atto
acts-button = Inserisci
act-correct = Correggere l’atto
act-correct-button = Salva la correzione
act-remove = Togliere questo atto
act-remove-text = L’atto sparisce dalle pagine del percorso e dal prossimo resoconto. Resta traccia di chi lo ha tolto.
act-remove-button = Togli l’atto
done-act-corrected = Atto corretto.
done-act-removed = Atto tolto.
done-act = Atto inserito.

role-visitor = Visitatore
role-participant = Partecipante
role-facilitator = Facilitatore
role-facilitator-hint = Legge quello che arriva e registra gli incontri
role-reviewer = Istruttore
role-reviewer-hint = Importa le bozze, modera, prepara i riscontri
role-promoter = Ente promotore
role-promoter-hint = Pubblica, apre la consultazione, approva i riscontri preparati da altri
role-administrator = Amministratore
roles-none = Nessun ruolo assegnato
roles-none-text = Finché è così, del percorso si occupa solo chi amministra il sito.
roles-new = Nuovo ruolo
roles-role = Ruolo
roles-email-hint = La persona deve avere già un account con l’indirizzo confermato
roles-button = Assegna
roles-since = dal
roles-revoke = Revoca
roles-revoke-named = Revoca il ruolo { $role } a { $name }
done-granted = Ruolo assegnato.
done-revoked = Ruolo revocato.

launch-title = Pubblicazione del percorso
launch-text = Da quel momento la pagina del percorso è visibile a chiunque, con i suoi enti promotori, le fasi e i documenti. Non si può tornare indietro.
launch-preview = Guarda la pagina come la vedranno tutti
launch-button = Pubblica il percorso
launch-already = Il percorso è già pubblico.
launch-look = Vai alla pagina del percorso
launch-no-promoter = Aggiungi almeno un ente promotore
launch-no-phase = Aggiungi almeno una fase
done-process-published = Il percorso è pubblico.

create-title = Nuovo percorso
create-lead = Resta visibile solo a chi ci lavora finché non viene pubblicato.
create-slug = Parola per l’indirizzo della pagina
create-slug-hint = Lettere minuscole, cifre e trattini. Se resta vuota si ricava dal titolo. Poi non si cambia più.
create-button = Crea il percorso
done-created = Percorso creato. Qui sotto, in ordine, quello che resta da fare.

manage-title = Gestione: { $title }
manage-next = Prossimo passo:
manage-do = Vai
manage-all-done = tutto fatto
manage-nothing = Nulla da fare adesso
manage-nothing-text = Quello che spetta a questo ruolo è fatto, oppure aspetta un’altra persona o una data.
manage-account = Quello che è arrivato
manage-received = Ricevuti in tempo
manage-answered = Con riscontro
manage-open = Ancora aperti
manage-withdrawn = Ritirati
manage-duplicate = Duplicati
manage-refused = Rifiutati
manage-public-page = Guarda la pagina pubblica del percorso

steps-process = Il percorso
steps-consultation = La bozza e la consultazione
steps-answers = I contributi e i riscontri
steps-report = La nuova versione e il resoconto
step-state-done = Fatto
step-state-todo = Da fare
step-state-later = Più avanti
step-state-optional = Se serve
step-not-yours = Spetta a un altro ruolo.

step-facts = Dati del percorso
step-facts-done = Titolo, atto e recapiti ci sono.
step-facts-todo = Manca l’atto che lo ha avviato, oppure a chi scrivere.
step-promoters = Enti promotori
step-promoters-done = Ci sono.
step-promoters-todo = Serve almeno un ente promotore.
step-phases = Fasi
step-phases-done = Ci sono.
step-phases-todo = Serve almeno una fase, con le sue date.
step-roles = Ruoli
step-roles-done = C’è chi prepara i riscontri e chi li approva.
step-roles-todo = Servono due persone: una prepara i riscontri, l’altra li approva per l’ente promotore.
step-documents = Documenti di riferimento
step-documents-done = Ci sono.
step-documents-todo = Si possono aggiungere in ogni momento.
step-publish = Pubblicare il percorso
step-publish-done = Il percorso è pubblico.
step-publish-todo = Tutto è pronto per renderlo visibile a chiunque.
step-publish-later = Prima servono gli enti promotori e le fasi.
step-draft = Bozza del piano
step-draft-import = Importare la bozza, da un file (Word, LibreOffice, pagina web o Markdown).
step-draft-decide = { $n ->
    [one] Un passaggio aspetta una decisione.
   *[other] { $n } passaggi aspettano una decisione.
  }
step-draft-publish = La bozza è importata: si può rileggere e pubblicare.
step-draft-done = La bozza è pubblicata.
step-window = Finestra della consultazione
step-window-later = Prima va pubblicata la bozza.
step-window-todo = Stabilire quando apre e quando chiude.
step-window-before = Le date sono stabilite: deve ancora aprire.
step-window-open = È aperta. Si può solo prorogare, con un motivo pubblico.
step-window-after = È chiusa.
step-moderate = Moderazione
step-moderate-done = Nessun contributo aspetta.
step-moderate-later = Comincia con la consultazione.
step-moderate-todo = { $n ->
    [one] Un contributo aspetta di essere pubblicato.
   *[other] { $n } contributi aspettano di essere pubblicati.
  }
step-held = Contributi trattenuti
step-held-todo = { $n ->
    [one] Un contributo è da rivedere.
   *[other] { $n } contributi sono da rivedere.
  }
step-held-done = Nessuno.
step-held-later = Nessuno.
step-cut = Richieste da ricavare
step-cut-done = Ogni contributo ha le sue richieste.
step-cut-later = Comincia quando la consultazione chiude.
step-cut-open = { $n ->
    [one] Un contributo è arrivato: si istruisce dopo la chiusura, perché fino ad allora può cambiare.
   *[other] { $n } contributi sono arrivati: si istruiscono dopo la chiusura, perché fino ad allora possono cambiare.
  }
step-cut-todo = { $n ->
    [one] Un contributo è senza richieste.
   *[other] { $n } contributi sono senza richieste.
  }
step-answer = Riscontri da preparare
step-answer-done = Ogni richiesta ha un riscontro.
step-answer-later = Comincia quando ci sono richieste.
step-answer-todo = { $n ->
    [one] Una richiesta è senza riscontro.
   *[other] { $n } richieste sono senza riscontro.
  }
step-returned = Riscontri da rivedere
step-returned-todo = { $n ->
    [one] Un riscontro è tornato indietro con una nota.
   *[other] { $n } riscontri sono tornati indietro con una nota.
  }
step-returned-done = Nessuno.
step-approve = Riscontri da approvare
step-approve-done = Nessuno aspetta.
step-approve-later = Comincia quando ci sono riscontri.
step-approve-todo = { $n ->
    [one] Un riscontro aspetta una seconda persona.
   *[other] { $n } riscontri aspettano una seconda persona.
  }
step-release = Riscontri da pubblicare
step-release-done = Nessuno aspetta.
step-release-later = Comincia quando ci sono riscontri approvati.
step-release-todo = { $n ->
    [one] Un riscontro è approvato e non ancora pubblico.
   *[other] { $n } riscontri sono approvati e non ancora pubblici.
  }
step-accepted = Richieste accolte, ancora senza testo
step-accepted-todo = { $n ->
    [one] Una richiesta è accolta, ma il testo deve ancora cambiare: fino ad allora resta aperta.
   *[other] { $n } richieste sono accolte, ma il testo deve ancora cambiare: fino ad allora restano aperte.
  }
step-accepted-done = Nessuna.
step-version = Nuova versione del piano
step-version-done = È pubblicata.
step-version-todo = Importare la versione con le modifiche nate dai contributi.
step-version-decide = { $n ->
    [one] Un passaggio aspetta una decisione.
   *[other] { $n } passaggi aspettano una decisione.
  }
step-version-publish = È importata: si può rileggere e pubblicare.
step-participants = Partecipanti di altri canali
step-participants-todo = Chi ha partecipato in altri modi, o è stato intervistato a titolo personale, si aggiunge qui.
step-acts = Atti di approvazione
step-acts-done = Ogni ente promotore ha il suo, con numero e data.
step-acts-todo = Manca l’atto di approvazione di almeno un ente promotore.
step-words = Introduzione del resoconto
step-words-done = È scritta.
step-words-todo = L’introduzione e i ringraziamenti li scrive chi ci lavora; il resto si compone da sé.
step-report = Resoconto
step-report-done = È pubblicato.
step-report-todo = Tutto torna: si può guardare e pubblicare.
step-report-missing = { $n ->
    [one] Manca una cosa: l’elenco dice quale.
   *[other] Mancano { $n } cose: l’elenco dice quali.
  }
step-report-later = Si può fare quando la consultazione è chiusa e ogni richiesta ha il suo riscontro.

administration-lead = Tutti i percorsi, anche quelli non ancora pubblici.
administration-none = Nessun percorso
administration-none-text = Il primo si crea con «Nuovo percorso».
administration-process = Percorso
administration-state = Stato
administration-promoters = Enti promotori
administration-days = Date
administration-desk = Lavoro
trail-title = Tracce
trail-lead = Ogni atto ufficiale: chi, quando, in quale ruolo, che cosa e perché. L’elenco cresce soltanto.
trail-all = Tutti i percorsi
trail-filter = Mostra
trail-none = Nessun atto
trail-none-text = Qui non è ancora stato fatto nulla di ufficiale.
trail-when = Quando
trail-who = Chi
trail-action = Atto
trail-subject = Oggetto
trail-reason = Motivo
trail-nobody = il sistema, o un account cancellato
trail-of-account-role = ruolo di { $b } all’account { $a }
trail-of-act = atto di un altro ente
trail-of-act-changed = atto di un altro ente, corretto
trail-of-act-removed = atto di un altro ente, tolto
trail-of-act-file-kept-back = documento del contributo { $a } non più pubblico
trail-of-act-file-shown = documento del contributo { $a } reso pubblico
trail-of-contribution-entered = contributo { $a } registrato
trail-of-contribution-redacted = contributo { $a } oscurato in parte
trail-of-contribution-published = contributo { $a } pubblicato
trail-of-contribution-held = contributo { $a } trattenuto
trail-of-contribution-refused = contributo { $a } rifiutato
trail-of-contribution-duplicate = contributo { $a } segnato come ripetizione del n. { $b }
trail-of-contribution-stands = contributo { $a } non più ripetizione
trail-of-calendar-feed = indirizzo del proprio calendario
trail-of-calendar-feed-ended = indirizzo del proprio calendario tolto
trail-of-documents = documenti
trail-of-draft-discarded = bozza eliminata
trail-of-draft-from = bozza dal file { $a }
trail-of-draft-position = bozza, brano in posizione { $a }
trail-of-draft-version = bozza dalla versione { $a }
trail-of-draft-inserted = bozza, aggiunto il passaggio { $a }
trail-of-draft-summary = bozza, sintesi
trail-of-draft-split = bozza, diviso il passaggio { $a }
trail-of-draft-moved = bozza, spostato il passaggio { $a }
trail-of-draft-joined = bozza, unito il passaggio { $a } al precedente
trail-of-draft-removed = bozza, tolto il passaggio { $a }
trail-of-facts = dati del percorso
trail-of-figures = cifre
trail-of-grant-revoked = ruolo revocato
trail-of-organisation = ente rappresentato
trail-of-entry-removed = partecipanti tolti dall’elenco
trail-of-entry = inseriti { $a } enti e { $b } cittadini
trail-of-event-restitution-withdrawn = incontro { $a }: restituzione ritirata (tavolo e sessione, o incontro, ed edizione: { $b })
trail-of-event-restitution-whole = incontro { $a }: restituzione dell’intero incontro pubblicata
trail-of-event-restitution = incontro { $a }: restituzione pubblicata (tavolo e sessione { $b })
trail-of-event-voices = incontro { $a }: enti che hanno acconsentito a essere nominati
trail-of-event-rereading = incontro { $a }: rilettura delle righe (tavolo e sessione { $b })
trail-of-event-slips = incontro { $a }: foglietti per rileggere le righe (tavolo e sessione { $b }; fra le parole dell’atto, i posti nell’ordine di arrivo)
trail-of-event-address = incontro { $a }: indirizzo di chi è arrivato senza iscrizione ({ $b } nell’ordine di arrivo)
trail-of-event-correction-accepted = incontro { $a }: correzione di una riga accolta
trail-of-event-correction-declined = incontro { $a }: correzione di una riga non accolta
trail-of-event-created = incontro { $a } creato
trail-of-event-changed = incontro { $a } modificato
trail-of-event-published = incontro { $a } pubblicato
trail-of-event-held = incontro { $a } svolto
trail-of-event-moved = incontro { $a } spostato online
trail-of-event-cancelled = incontro { $a } annullato
trail-of-event-documents = incontro { $a }: documenti
trail-of-event-file-added = incontro { $a }: documento caricato
trail-of-event-file-removed = incontro { $a }: documento tolto
trail-of-event-guest = incontro { $a }: persona invitata
trail-of-event-guest-removed = incontro { $a }: persona non più invitata
trail-of-event-table = incontro { $a }: tavolo { $b }
trail-of-event-table-changed = incontro { $a }: tavolo { $b } modificato
trail-of-event-table-removed = incontro { $a }: tavolo { $b } tolto
trail-of-event-enrolment-table = incontro { $a }: iscrizione { $b } al tavolo { $c }
trail-of-event-deleted = incontro { $a }: bozza eliminata
trail-of-event-enrolment-removed = incontro { $a }: iscrizione { $b } tolta
trail-of-event-guide = incontro { $a }: edizione { $b } della guida
trail-of-event-guide-written = incontro { $a }: testo della guida
trail-of-passage-ends = il passaggio { $a } finisce
trail-of-passage-explained = passaggio { $a } nella versione { $b }: motivo della modifica
trail-of-password = password cambiata
trail-of-phases = fasi
trail-of-process = percorso { $a }
trail-of-promoters = enti promotori
trail-of-published = percorso pubblicato
trail-of-report-words = introduzione e ringraziamenti del resoconto
trail-of-report-published = resoconto { $a } pubblicato
trail-of-report-withdrawn = resoconto { $a } ritirato
trail-of-request-corrected = richiesta { $a } corretta
trail-of-request-cut = richiesta { $a }, dal contributo { $b }
trail-of-request-back = richiesta { $a } annullata
trail-of-request-put = richiesta { $a }, proposta messa nel passaggio { $b }
trail-of-response-approved = riscontro { $a } approvato
trail-of-response-discarded = riscontro { $a } eliminato
trail-of-response-instead = riscontro { $a } al posto del { $b }
trail-of-response-returned = riscontro { $a } rimandato
trail-of-response-submitted = riscontro { $a } presentato
trail-of-response-prepared = riscontro { $a }: { $b }
trail-of-responses-published = riscontri pubblicati: { $a }
trail-of-signed-out = uscita da tutti i dispositivi
trail-of-version-published = versione { $a } pubblicata
trail-of-window-to = chiusura al { $a }
trail-of-window-set = apertura al { $a }, chiusura al { $b }

action-register = Registrazione
action-manage_own_account = Gestione del proprio account
action-manage_process = Modifica del percorso
action-create_process = Creazione del percorso
action-grant_role = Ruoli
action-import_version = Importazione di una versione
action-publish_version = Pubblicazione di una versione
action-set_window = Finestra della consultazione
action-extend_window = Proroga
action-comment = Invio di un contributo
action-edit_comment = Modifica di un contributo
action-withdraw_comment = Ritiro di un contributo
action-support = Adesione
action-file_late = Deposito di un contributo tardivo
action-enter_other_channel = Contributo da un altro canale
action-read_register = Lettura del registro
action-moderate = Moderazione
action-prepare_response = Istruttoria
action-approve_response = Approvazione dei riscontri
action-explain_change = Motivo di una modifica
action-prepare_report = Preparazione del resoconto
action-publish_report = Pubblicazione del resoconto
action-read_audit = Lettura delle tracce
action-manage_events = Incontri
action-enrol = Iscrizione a un incontro
action-read_enrolments = Lettura degli iscritti
action-keep_door = Ingresso agli incontri

trail-of-event-taken-out = incontro { $a }: elenco delle iscrizioni scaricato

steps-interviews = Le interviste
step-interviews = Interviste e risultanze
step-interviews-todo = Qui si registra chi viene ascoltato e ciò che se ne impara, per tema.
step-interviews-findings = { $n ->
    [one] Un’intervista registrata: le risultanze non sono ancora pubbliche.
   *[other] { $n } interviste registrate: le risultanze non sono ancora pubbliche.
  }
step-interviews-done = Le risultanze sono pubbliche.
