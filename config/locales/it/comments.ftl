# Scrivere un contributo
comment-title = Scrivere un contributo
comment-no-window = Nessuna consultazione
comment-no-window-text = Per questo percorso non è ancora stata fissata una consultazione: le date compaiono nella pagina del percorso.
comment-before-text = Si potrà scrivere da quando la consultazione apre. Intanto si può leggere la bozza e chiedere di essere avvisati all’apertura.
comment-read-plan = Leggi la bozza
comment-to-process = Vai alla pagina del percorso
comment-closed-title = La consultazione è chiusa
comment-closed-text = Il termine è passato: un contributo non può più essere inviato, modificato, ritirato o sostenuto.
comment-late-text = Un nuovo testo può essere depositato come «tardivo»: riceve un numero nel registro, ma è contato a parte e l’ente promotore non è tenuto a rispondere.
comment-visitor = Per inviare serve un account, ma si può scrivere subito: dopo l’accesso o la registrazione il testo si ritrova qui, pronto da inviare.
comment-no-organisation = Si scrive a nome di un ente? L’ente si aggiunge nella pagina dell’account:
comment-on-passage = Sul passaggio
comment-on-whole = Sul piano nel suo insieme:
comment-passage-whole = Rileggi il passaggio
comment-kind = Tipo di contributo
comment-text = Testo del contributo
comment-text-hint = Una cosa per volta, con le proprie parole. Meglio non scrivere dati personali, propri o di altri.
comment-proposed = Testo proposto
comment-proposed-hint = Solo per una riscrittura: il testo del passaggio come dovrebbe diventare. Parole tolte e aggiunte sono messe in evidenza da sole.
comment-shown = Il contributo può essere mostrato?
comment-shown-yes = Sì, può essere letto da chiunque
comment-shown-yes-hint = Compare nell’elenco pubblico dopo un controllo del personale.
comment-shown-no = No, lo legge solo il personale del percorso
comment-shown-no-hint = In pubblico restano il numero, la data e lo stato. La risposta è dovuta comunque.
comment-named-as = Con quale nome
comment-as-person = Una persona
comment-as-person-hint = Nessun nome, nessuna iniziale.
comment-as-pseudonym = Uno pseudonimo
comment-as-pseudonym-hint = Vale solo per questo contributo.
comment-as-organisation-hint = Il nome dell’ente è pubblicato, quello di chi scrive no.
comment-pseudonym = Pseudonimo
comment-pseudonym-hint = Solo se scelto sopra. Al massimo 40 caratteri; non il proprio nome.
comment-preview = Vedi l’anteprima
comment-send = Invia il contributo
comment-send-now = Invia subito
comment-file-late = Deposita come tardivo
comment-change = Modifica
comment-preview-title = Anteprima del contributo
comment-preview-lead = Non è ancora stato inviato. Così apparirà:
comment-preview-hidden = Non sarà mostrato in pubblico: lo legge solo il personale del percorso.
comment-preview-visitor = Dopo il pulsante si passa dall’accesso o dalla registrazione: il testo resta in attesa e si ritrova pronto.
comment-looks-like-name = Lo pseudonimo sembra un nome e cognome
comment-looks-like-name-text = «{ $pseudonym }» sarà leggibile da chiunque accanto al contributo. Per restare anonimi conviene modificarlo o scegliere «Una persona».
problem-proposed-same = È uguale al testo attuale: va cambiato, oppure va scelto un altro tipo di contributo
problem-passage = In quella versione non c’è un passaggio con questo codice
done-comment = Contributo ricevuto e registrato. Questa è la ricevuta, che arriva anche per posta elettronica.
done-filed-late = Testo depositato come tardivo. Questa è la ricevuta, che arriva anche per posta elettronica.

contribution-kind-appreciation = Apprezzamento
contribution-kind-appreciation-hint = La bozza va bene così.
contribution-kind-addition = Aggiunta
contribution-kind-addition-hint = Manca qualcosa.
contribution-kind-rewording = Riscrittura
contribution-kind-rewording-hint = Il passaggio va scritto in un altro modo, che si propone.
contribution-kind-question = Domanda
contribution-kind-question-hint = Qualcosa non è chiaro.
contribution-channel-online = Su questo sito
contribution-channel-certified_mail = Posta elettronica certificata
contribution-channel-paper = Carta
contribution-channel-other = Altro
refusal-offensive = contiene insulti o minacce
refusal-discriminatory = discrimina o incita all’odio
refusal-personal_data = contiene dati personali di altri che non si possono oscurare
refusal-off_topic = non riguarda il piano
refusal-advertising = è pubblicità
refusal-illegal = è contrario alla legge per altri motivi

# Il testo che aspetta
resume-title = Un testo in attesa
resume-title-many = Testi in attesa
resume-many-text = Sono stati scritti prima dell’accesso e non sono ancora stati inviati. Se ne invia uno alla volta.
resume-this = Riprendi questo testo
resume-found = Il testo scritto prima dell’accesso è qui
resume-found-text = Non è ancora stato inviato: va controllato e inviato con uno dei pulsanti in fondo.
resume-none = Nessun testo in attesa
resume-none-text = Quello che si scrive prima di accedere compare qui. Se è già stato inviato, si trova fra i propri contributi.
resume-lost = La bozza di cui parlava questo testo non è più disponibile. Le parole scritte sono queste:
resume-discard = Elimina il testo in attesa
done-waiting-text-discarded = Il testo in attesa è stato eliminato.

# Ricevuta
receipt-title = Ricevuta del contributo n. { $number }
receipt-late = Depositato come tardivo: dopo la chiusura della consultazione, contato a parte.
receipt-number = Numero di registro
receipt-process = Percorso
receipt-received = Ricevuto
receipt-rome = ora di Roma
receipt-passage = Passaggio
receipt-whole = il piano nel suo insieme
receipt-shown-yes = sì
receipt-shown-no = no
receipt-revision = Revisione
receipt-salt = Sale
receipt-commitment = Impronta del testo
receipt-hash = Impronta nella catena
receipt-state = Stato:
receipt-edit = Modifica
receipt-withdraw = Ritira
receipt-closed = La consultazione è chiusa: il contributo non può più essere modificato o ritirato.
receipt-text = Testo
receipt-redacted = In pubblico alcune parti sono oscurate. L’originale, che è questo, resta sigillato nel registro.
receipt-check = Come verificare
receipt-check-text = Il registro pubblico non contiene il testo ma la sua impronta, calcolata insieme al sale di questa ricevuta. Chi ha la ricevuta può dimostrare in ogni momento che il testo è stato ricevuto, quando, e che nessuno lo ha cambiato.

    Il sale va custodito: senza, l’impronta non dice nulla.
receipt-check-now = Verifica adesso
receipt-check-how = Verificare con un altro programma
receipt-check-formula = L’impronta è lo SHA-256 di sale, numero, revisione, testo e testo proposto, separati da un byte nullo. Il testo comincia e finisce senza spazi; gli a capo sono singoli (LF).

    Per esempio, con il sale e i testi in tre variabili:
receipt-var-salt = sale
receipt-var-text = testo
receipt-var-proposed = proposta
receipt-register = Il registro pubblico
receipt-history = Revisioni precedenti
receipt-revision-of = Revisione { $n } del { $at }

# Modificare, ritirare, sostenere
change-closed = La consultazione non è aperta: il contributo resta com’è e non si può più modificare né ritirare.
change-closed-back = Torna alla ricevuta
edit-title = Modificare un contributo
edit-lead = Contributo n. { $number }. Il numero resta lo stesso; la versione precedente resta nella sua storia. Se altri hanno aderito, le adesioni ripartono da zero: riguardavano altre parole.
edit-button = Salva la modifica
done-edited = Modifica registrata. La ricevuta è stata aggiornata e arriva anche per posta elettronica.
withdraw-title = Ritirare il contributo n. { $number }?
withdraw-text = Numero, data e il fatto che è stato ritirato restano visibili; il testo non sarà più mostrato e non avrà risposta. Non si può annullare.
withdraw-button = Ritira il contributo
done-withdrawn = Contributo ritirato.
support-title = Sostenere il contributo n. { $number }
support-lead = Chi sostiene un contributo dice «anche per me». Si vede quante persone sono, mai chi.
support-button = Sostieni
support-undo = Non sostenere più
support-given = Questo contributo è già sostenuto da questo account.
support-closed = La consultazione non è aperta: non si può sostenere né ritirare il sostegno.
support-back = Torna al contributo
done-supported = Sostegno registrato.
done-support-undone = Sostegno tolto.

# I miei contributi
mine-title = I miei contributi
mine-lead = Quello che è stato inviato da questo account, e che cosa ne è stato.
mine-none = Ancora nessun contributo
mine-none-text = Si può scrivere da ogni passaggio di una bozza mentre la consultazione è aperta.
mine-waiting = C’è un testo scritto e non ancora inviato.
mine-resume = Riprendilo
mine-receipt = Ricevuta
mine-since = Che cosa è cambiato da allora

# In pubblico
contributions-title = Contributi
contributions-title-of = Contributi – { $process }
contributions-lead = Quello che è arrivato e può essere mostrato, con le risposte. Le persone non sono mai nominate.
contributions-received = Ricevuti in tempo
contributions-shown = Mostrati
contributions-late = Tardivi
contributions-write = Scrivi un contributo
contributions-none = Ancora nessun contributo pubblicato
contributions-none-text = I contributi compaiono qui dopo il controllo del personale.
contributions-none-such = Nessun contributo con queste caratteristiche
contributions-none-such-text = Si può togliere uno dei filtri.
contributions-register = Tutto quello che è arrivato, anche se non mostrato, ha un numero nel registro:
filter-title = Filtri
filter-all = Tutti
filter-author = Da chi
filter-organisations = Enti
filter-people = Persone
filter-arrival = Arrivo
filter-in-time = In tempo
filter-late = Tardivi
filter-outcome = Esito
filter-passage = Passaggio
filter-passage-example = P-012 o piano
filter-button = Filtra
filter-clear = Togli i filtri
contribution-title = Contributo n. { $number }
contribution-person = una persona
contribution-pseudonym = «{ $name }»
contribution-proposed = Testo proposto
contribution-redacted = Alcune parti sono state oscurate dal personale; l’originale è sigillato.
contribution-supports = { $n ->
    [one] Una persona lo sostiene
   *[other] { $n } persone lo sostengono
  }
contribution-support = Sostieni
contribution-answers = { $n ->
    [one] Un riscontro:
   *[other] { $n } riscontri:
  }
contribution-asked = Richiesta: { $what }
contribution-competence = Competenza: { $whose }
contribution-deferred = Rinviata a: { $step }. Se ne occupa: { $owner }
contribution-mine = È un contributo di questo account: la ricevuta
contribution-moderate = Apri nella gestione
contribution-all = Tutti i contributi
contribution-refused-because = Motivo:
contribution-duplicate-of = Ripete il contributo n. { $number }
contribution-answer-of = Vale anche qui il riscontro dato al contributo n. { $number }, che dice la stessa cosa.
tombstone-received = Ricevuto:
tombstone-withdrawn = Chi lo ha scritto lo ha ritirato.
tombstone-refused = Il personale non lo ha ammesso alla pubblicazione. Resta nel registro.
tombstone-duplicate = Ripete un contributo arrivato prima, e ha la stessa risposta.
tombstone-duplicate-lost = Era segnato come ripetizione di un contributo che non ha più una sua risposta: avrà un riscontro proprio.
tombstone-waiting = È stato ricevuto e aspetta il controllo del personale.
tombstone-not-shown = Chi lo ha scritto ha chiesto di non mostrarlo. È stato ricevuto e avrà risposta come gli altri.

# Il registro
chain-title = Registro
chain-lead = Ogni cosa ricevuta lascia qui una riga, legata alla precedente: nessuna si può togliere o cambiare senza che si veda.
chain-whole = La catena è integra
chain-whole-text = { $n ->
    [one] Ricalcolata adesso per intero: una riga.
   *[other] Ricalcolata adesso per intero: { $n } righe, ciascuna segue dalla precedente.
  }
chain-head = Ultima impronta:
chain-broken = La catena è interrotta
chain-broken-text = La riga { $at } non segue dalla precedente. Il gestore è tenuto a spiegarlo.
chain-verify = Verifica una ricevuta
chain-how = Come funziona e come ricalcolarla
chain-how-text = Una riga contiene numero del contributo, istante, che cosa è successo, l’impronta del testo e l’impronta di tutta la catena fin lì. Non contiene testi né dati personali: l’impronta del testo è calcolata con un sale che sta solo sulla ricevuta.

    Chi conserva l’ultima impronta può controllare più avanti che le righe di prima sono le stesse. L’impronta di una riga è lo SHA-256 dei suoi campi separati da una barra, con l’istante in microsecondi UTC:
chain-formula = precedente|riga|istante|atto|numero|revisione|impronta-del-testo
chain-json = Le righe per un programma (JSON)
chain-none = Nessuna riga
chain-none-text = Il registro comincia con il primo contributo ricevuto.
chain-entries = Righe del registro
chain-when = Istante
chain-what = Che cosa
chain-number = Contributo
chain-commitment = Impronta del testo
chain-hash = Impronta della catena
chain-act-received = Ricevuto
chain-act-edited = Modificato
chain-act-withdrawn = Ritirato
chain-act-published = Pubblicato
chain-act-held = Trattenuto
chain-act-refused = Rifiutato
chain-act-redacted = Oscurato in parte
chain-act-duplicate = Segnato come ripetizione
chain-act-reinstated = Di nuovo autonomo, non più ripetizione
chain-act-erased = Testo cancellato
verify-title = Verificare una ricevuta
verify-lead = Con i dati della ricevuta si controlla se il registro contiene proprio queste parole. Quello che si scrive qui non viene conservato.
verify-text-hint = Esattamente come sulla ricevuta.
verify-button = Verifica
verify-yes = Corrisponde
verify-yes-text = Il registro contiene queste parole alla riga { $seq }, del { $at }. L’impronta della catena a quella riga:
verify-no = Non corrisponde
verify-no-text = Il registro non ha, per questo numero e questa revisione, l’impronta di queste parole. Basta uno spazio o un a capo in più: conviene copiare dalla ricevuta e riprovare.

# Moderazione
moderation-title = Contributi ricevuti
moderation-lead = Da leggere e pubblicare, dal più vecchio. Chi ha chiesto di non mostrare il proprio testo non compare comunque in pubblico.
moderation-enter = Inserisci un contributo arrivato per PEC o su carta
moderation-count-waiting = in attesa
moderation-count-held = trattenuti
moderation-count-published = pubblicati
moderation-count-refused = rifiutati
moderation-count-all = Tutti
moderation-none = Niente in questo elenco
moderation-none-text = Gli altri stati sono qui sopra, con i loro numeri.
moderation-select-text = Dopo averli letti si possono pubblicare insieme quelli segnati.
moderation-select = Contributo n. { $number }: da pubblicare
moderation-publish-selected = Pubblica quelli segnati
moderation-open = Apri il n. { $number }
moderation-shown = Può essere mostrato
moderation-not-shown = Da non mostrare
moderation-one-title = Contributo n. { $number }
moderation-decide = Decisione
moderation-publish = Pubblica
moderation-hold = Trattieni
moderation-refuse = Rifiuta
moderation-redact = Oscura parti
moderation-duplicate = Segna come ripetizione
moderation-intake = Istruttoria di questo contributo
moderation-withdrawn = Chi lo ha scritto lo ha ritirato: non c’è più nulla da decidere.
moderation-facts = Dati
moderation-received = Ricevuto
moderation-recorded = Inserito
moderation-channel = Canale
moderation-sender = Mittente
moderation-evidence = Prova dell’arrivo
moderation-refusal = Motivo del rifiuto
moderation-note = Nota
moderation-note-hint = La riceve chi ha scritto, per posta elettronica.
moderation-duplicate-of = Ripete il n.
moderation-history = Storia
moderation-next = Il prossimo in attesa: n. { $number }
done-none-selected = Nessun contributo era segnato.
done-published-selected = Contributi pubblicati.
done-published = Contributo pubblicato.
done-held = Contributo trattenuto. Chi lo ha scritto viene avvisato.
done-refused = Contributo rifiutato. Chi lo ha scritto viene avvisato, con il motivo.
done-redacted = Parti oscurate; l’originale è sigillato. Chi lo ha scritto viene avvisato.
done-duplicate = Segnato come ripetizione.
done-not-duplicate = Non è più segnato come ripetizione.
hold-title = Trattenere il contributo n. { $number }
hold-lead = Resta fuori dall’elenco pubblico finché non si decide. Chi lo ha scritto viene avvisato.
hold-button = Trattieni
refuse-title = Rifiutare il contributo n. { $number }
refuse-lead = Resta nel registro e in pubblico se ne vedono numero, data e motivo. Non condividere un’opinione non è un motivo.
refuse-button = Rifiuta
redact-title = Oscurare parti del contributo n. { $number }
redact-lead = Il testo qui sotto prende in pubblico il posto dell’originale, che resta sigillato.
redact-text-hint = Al posto di quello che va oscurato si scrive [omissis].
redact-reason = Motivo
redact-reason-hint = Lo riceve chi ha scritto, e resta agli atti.
redact-button = Oscura
duplicate-title = Il contributo n. { $number } ripete un altro?
duplicate-lead = Una ripetizione resta nel registro e rimanda a un altro contributo, la cui risposta vale per entrambi. Se quello viene ritirato o rifiutato, questo torna da istruire.
duplicate-number = Numero del contributo che dice la stessa cosa
duplicate-number-hint = Vuoto: non ripete nessun altro.
duplicate-button = Salva

# Altri canali
other-title = Inserire un contributo arrivato per altra via
other-lead = Quello che arriva per posta certificata o su carta entro il termine vale come gli altri, con il suo istante di arrivo e la prova.
other-no-window-text = Prima va fissata una consultazione.
other-received-at = Arrivato il
other-received-at-hint = Giorno e ora di Roma, come dalla ricevuta della PEC o dal protocollo. Dopo la chiusura vale come tardivo.
other-evidence-hint = Per esempio numero e data di protocollo.
other-sender-hint = Lo vede solo il personale.
other-organisation-hint = Solo se scrive a nome di un ente: il nome viene pubblicato.
other-version = Bozza di cui parla
other-passage = Codice del passaggio
other-passage-hint = Per esempio P-012; vuoto per il piano nel suo insieme.
other-button = Inserisci nel registro
done-entered = Contributo inserito nel registro.
