# L’istruttoria.
intake-state-answered = Con riscontro
intake-state-open = Da istruire
intake-state-withdrawn = Ritirati
intake-state-duplicate = Duplicati
intake-state-refused = Rifiutati dalla moderazione

intake-title = Istruttoria
intake-lead = Dai contributi si ricavano le richieste; a ogni richiesta si dà un riscontro.
intake-sum-title = Il conto
intake-sum-received = ricevuti (i tardivi a parte)
intake-sum-late = { $n ->
    [one] Uno è tardivo, contato a parte.
   *[other] I tardivi sono { $n }, contati a parte.
  }
intake-sum-wrong = Il conto non torna: c’è un errore nel programma. Va segnalato prima di pubblicare il resoconto.
intake-complete = Non manca nulla: il resoconto si può pubblicare.
intake-to-report = Vai al resoconto
intake-missing-count = { $n ->
    [one] Manca una cosa
   *[other] Mancano { $n } cose
  }
intake-missing-lost-original = Ripetono un contributo ritirato, rifiutato o tardivo e vanno istruiti da sé: { $n ->
    [one] un contributo
   *[other] { $n } contributi
  }
intake-missing-moderation = Da moderare: { $n ->
    [one] un contributo
   *[other] { $n } contributi
  }
intake-missing-no-request = Senza richieste: { $n ->
    [one] un contributo
   *[other] { $n } contributi
  }
intake-missing-no-response = Senza riscontro: { $n ->
    [one] una richiesta
   *[other] { $n } richieste
  }
intake-missing-not-published = Da pubblicare: { $n ->
    [one] un riscontro
   *[other] { $n } riscontri
  }
intake-missing-still-accepted = Accolte ma non ancora integrate o rinviate: { $n ->
    [one] un riscontro
   *[other] { $n } riscontri
  }
intake-missing-more = e { $n ->
    [one] un altro
   *[other] altri { $n }
  }
intake-list-title = Contributi
intake-filter-all = Tutti
intake-filter-late = Tardivi
intake-search = Numero, o parole del testo o di una richiesta
intake-search-button = Cerca
intake-none = Nessun contributo in questo elenco
intake-none-text = Gli altri si vedono cambiando filtro.
intake-requests-count = { $n ->
    [0] nessuna richiesta
    [one] una richiesta, { $answered } con riscontro
   *[other] { $n } richieste, { $answered } con riscontro
  }

intake-contribution-title = Contributo n. { $n }
intake-way = Altri contributi da istruire
intake-way-on = Avanti con gli altri
intake-before = Prima: n. { $n }
intake-after = Dopo: n. { $n }
intake-next-uncut = Il prossimo senza richieste: n. { $n }
intake-all-cut = Tutti i contributi hanno richieste: prepara i riscontri
intake-on-passage = Sul passaggio
intake-supports = { $n ->
    [0] Nessuna adesione.
    [one] Un’adesione.
   *[other] { $n } adesioni.
  }
intake-to-moderation = Vedi il contributo e la moderazione
intake-requests-title = Richieste
intake-requests-none = Ancora nessuna. Un contributo senza richieste non può avere riscontro: anche un apprezzamento è una richiesta, con esito «presa d’atto».
intake-request = Richiesta { $n }.
intake-of-contribution = contributo n. { $n }
intake-whole-text = Tutto il testo
intake-theme = Tema: { $theme }
intake-answer = Dai riscontro alla richiesta { $n }
intake-answer-together = Dai un solo riscontro a tutte
intake-response-link = Riscontro { $n }
intake-uncut = Annulla la richiesta { $n }
intake-cut-title = Nuova richiesta
intake-cut-button = Ricava la richiesta
intake-kept = Brani di questa richiesta
intake-quote = Le parole del contributo che la contengono
intake-quote-hint = Si possono selezionare nel testo qui sopra, o copiare qui. Se il campo resta vuoto vale tutto il testo.
intake-quote-another = Un altro brano
intake-quote-another-hint = Si può selezionare nel testo qui sopra, o copiare qui. Se il campo resta vuoto valgono i brani già presi.
intake-another-excerpt = Tieni questo brano e scegline un altro
intake-summary = Che cosa chiede, in una riga
intake-summary-hint = Sarà pubblicato accanto all’esito: senza nomi di persone.
intake-theme-label = Tema
intake-theme-hint = Serve a ritrovare le richieste simili e dare un solo riscontro.
problem-quote = Queste parole non sono nel testo del contributo: vanno copiate come stanno
request-correct = Correggi la richiesta { $n }
request-correct-title = Richiesta { $n }: correggere che cosa chiede
request-correct-button = Salva la correzione
done-request-corrected = Richiesta corretta.
done-request-cut = Richiesta ricavata.
done-request-uncut = Richiesta annullata.

choose-title = Scelta delle richieste
choose-lead = Un riscontro può valere per più richieste: si scelgono quelle che dicono la stessa cosa.
choose-any-theme = Tutti i temi
choose-words = Parole
choose-filter = Filtra
choose-none = Nessuna richiesta senza riscontro
choose-none-text = Con questi filtri non ce ne sono. Se i filtri sono vuoti, ogni richiesta ha già un riscontro.
choose-button = Prepara il riscontro

answer-title = Nuovo riscontro
answer-title-again = Modifica del riscontro { $n }
answer-title-in-place = Sostituzione del riscontro { $n }
answer-requests = { $n ->
    [one] La richiesta
   *[other] Le { $n } richieste
  }
answer-only = Solo per alcune richieste
answer-only-hint = Se non se ne spunta nessuna, il nuovo riscontro vale per tutte.
answer-outcome = Esito
answer-reason = Motivazione
answer-reason-hint = La leggeranno chi ha scritto e chiunque: che cosa è cambiato o perché no, in parole semplici.
answer-passages-title = Passaggi
answer-passages-text = Servono per «integrata», «parzialmente integrata» e «già presente».
answer-codes = Passaggi cambiati
answer-codes-hint = Passaggi cambiati o tolti nella versione { $n } rispetto a quella commentata, nei capitoli di cui parlano le richieste. Si spuntano quelli che accolgono la richiesta.
answer-more-changes = Sono cambiati più passaggi di quelli elencati: i codici degli altri si scrivono sotto.
answer-commented = passaggio commentato
answer-passages = Altri passaggi, per codice
answer-passages-hint = Per esempio P-014, P-020
answer-version-label = Versione in cui si trovano
answer-version-auto = Quella giusta per l’esito
answer-version = Versione { $n }
answer-version-draft = Versione { $n } (bozza, non ancora pubblicata)
answer-version-hint = «Quella giusta» è la più recente per le richieste integrate e quella commentata per «già presente».
answer-change-new = Nuovo
answer-change-edited = Modificato
answer-change-reshaped = Cambia la forma
answer-change-removed = Tolto
answer-change-moved = Spostato
answer-change-moved-and-edited = Spostato e modificato
answer-elsewhere-title = Rinvio o competenza di altri
answer-step = Passo successivo
answer-step-hint = Serve se la richiesta è rinviata: in quale atto o fase sarà decisa
answer-owner = Chi se ne occupa
answer-owner-hint = Serve se la richiesta è rinviata: quale ente o ufficio
answer-competence = A chi compete
answer-competence-hint = Se la richiesta è fuori ambito o non accolta perché la decisione spetta ad altri
answer-draft = Da tenere in bozza
answer-draft-hint = Altrimenti va subito a chi lo deve approvare.
answer-button = Salva il riscontro
outcome-hint-accepted = Si è d’accordo, ma il testo deve ancora essere scritto. Conta come aperta finché non diventa integrata o rinviata.
outcome-hint-integrated = È nel testo: si indicano i passaggi cambiati.
outcome-hint-partially_integrated = È nel testo in parte: si indicano i passaggi cambiati e perché non tutto.
outcome-hint-already_present = Il piano lo diceva già: si indica il passaggio che lo dice.
outcome-hint-noted = Apprezzamento o osservazione che conferma la bozza.
outcome-hint-deferred = Si deciderà in un passo successivo: si indica quale e chi se ne occupa.
outcome-hint-out_of_scope = Non riguarda questo piano: si indica perché e, se c’è, a chi compete.
outcome-hint-not_accepted = Non si accoglie: si indica perché e, se c’è, a chi compete.
problem-codes = I codici si scrivono così: P-014, P-020

responses-title = Riscontri
responses-lead = Chi prepara un riscontro non è chi lo approva. Quelli approvati si pubblicano insieme.
responses-new = Nuovo riscontro ({ $n ->
    [one] una richiesta in attesa
   *[other] { $n } richieste in attesa
  })
responses-publish = Pubblica gli approvati ({ $n })
responses-all = Tutti
responses-draft = In bozza
responses-submitted = Da approvare
responses-returned = Da rivedere
responses-approved = Approvati
responses-published = Pubblicati
responses-none = Nessun riscontro in questo elenco
responses-none-text = Gli altri si vedono cambiando filtro.
responses-tick = Scegli il riscontro { $n }
responses-for = { $n ->
    [one] Per la richiesta { $numbers }
   *[other] Per le richieste { $numbers }
  }
responses-by = preparato da { $name }
responses-submit = Manda in approvazione quelli scelti
responses-approve = Approva quelli scelti
responses-all-own = Questi riscontri li ha preparati chi sta guardando: deve approvarli un’altra persona.
done-responses-submitted = Riscontri mandati in approvazione.
done-responses-approved = Riscontri approvati. Ora si possono pubblicare.
done-responses-published = Riscontri pubblicati. Le lettere sono in partenza.

recheck-title = { $n ->
    [one] Un riscontro va ricontrollato
   *[other] { $n } riscontri vanno ricontrollati
  }
recheck-text = La bozza del piano è cambiata e i passaggi che indicano non corrispondono più. Finché non sono corretti non si pubblicano.
recheck-one = Questo riscontro va ricontrollato
recheck-how = Conviene modificarlo e indicare di nuovo i passaggi.
response-name = Riscontro { $n }
response-returned = È stato rimandato con questa nota
response-says = Che cosa dice
response-prepared = Preparato da
response-published = Pubblicato
response-replaces = Prende il posto di
response-replaced-by = Sostituito da
response-of-version = (versione { $n })
response-handed-over = Le richieste sono passate al riscontro che lo ha sostituito.
response-next = Che cosa fare ora
response-next-draft = È in bozza: quando è pronto va mandato a chi lo approva.
response-next-submitted = Aspetta l’approvazione di una seconda persona dell’ente promotore.
response-next-own = Questo riscontro è stato preparato da chi lo sta guardando. Le regole del percorso vogliono che lo legga e lo approvi un’altra persona dell’ente promotore: appena lo fa, si può pubblicare.
response-next-approve = Si leggono richieste e motivazione. Se tutto va bene si approva; se qualcosa non va si rimanda con una nota.
response-next-approved = È approvato: sarà pubblico con la prossima pubblicazione.
response-next-published = È pubblico e non si cambia. Se serve correggerlo, se ne prepara uno che prenda il suo posto: resta leggibile anche questo.
response-next-accepted = È pubblico. Finché l’esito è «accolta» la richiesta resta aperta: quando il testo è scritto si prepara il riscontro che ne prende il posto.
response-to-batch = Vai alla pubblicazione
response-to-outcomes = Vedi la pagina pubblica degli esiti
response-submit = Manda in approvazione
response-approve = Approva
response-replace = Prepara quello che lo sostituisce
response-send-back = Rimandare con una nota
response-send-back-button = Rimanda
response-note = Che cosa va rivisto
response-note-hint = La legge chi lo ha preparato.
response-edit = Modifica
response-discard = Eliminare questo riscontro
response-discard-text = Le richieste tornano senza riscontro. Non si può annullare.
response-discard-button = Elimina
done-response-draft = Riscontro salvato in bozza.
done-response-submitted = Riscontro mandato in approvazione.
done-response-approved = Riscontro approvato.
done-response-returned = Riscontro rimandato a chi lo ha preparato.
done-response-discarded = Riscontro eliminato.

batch-title = Pubblicazione dei riscontri approvati
batch-none = Nessun riscontro approvato
batch-none-text = Quando una seconda persona ne approva, si pubblicano da qui.
batch-to-submitted = Vedi quelli da approvare
batch-text = { $responses ->
    [one] Sarà pubblicato un riscontro
   *[other] Saranno pubblicati { $responses } riscontri
  }, per { $requests ->
    [one] una richiesta
   *[other] { $requests } richieste
  }.
batch-letters = { $letters ->
    [0] Nessuna lettera parte: le richieste vengono da altri canali.
    [one] Chi ha inviato i contributi riceve una lettera con tutti gli esiti.
   *[other] { $letters } persone ricevono una lettera ciascuna, con tutti gli esiti dei loro contributi.
  }
batch-which = Riscontri:
batch-final = Un riscontro pubblicato non si cambia più: si può solo sostituire con uno nuovo, accanto al vecchio.
batch-button = Pubblica
batch-waiting = indica passaggi di una versione del piano non ancora pubblicata
batch-to-plan = Prima va pubblicata la versione: vai al piano
batch-left-out = { $n ->
    [one] Un riscontro approvato resta fuori
   *[other] { $n } riscontri approvati restano fuori
  }
batch-none-now = Per ora nessun riscontro si può pubblicare
batch-none-now-text = Quelli approvati restano fuori per il motivo indicato qui sotto.
batch-back = Tutti i riscontri

outcomes-title = Esiti
outcomes-page-title = Esiti – { $process }
outcomes-lead = Ogni richiesta ricevuta, che cosa ne è stato e perché.
outcomes-none = Ancora nessun esito pubblicato
outcomes-none-text = Dopo la chiusura della consultazione ogni richiesta riceve un esito con la sua motivazione, che compare qui.
outcomes-total = Totale
outcomes-late = { $n ->
    [one] Una richiesta viene da un contributo tardivo, contato a parte.
   *[other] { $n } richieste vengono da contributi tardivi, contati a parte.
  }
outcomes-chapter = Capitolo
outcomes-any = Tutti
outcomes-list = { $n ->
    [one] Una richiesta
   *[other] { $n } richieste
  }
outcomes-nothing = Nessuna richiesta con questi filtri.
outcomes-all = Vedi tutte
outcomes-request = Richiesta { $n }
outcomes-contribution = dal contributo n. { $n }

intake-author-person = una persona
intake-author-pseudonym = «{ $name }» (pseudonimo)

put-from = Parole che vengono da:
put-from-one = richiesta { $request } (contributo n. { $number })
put-from-whole = come proposta
put-from-adapted = adattata
put-link = Metti nel testo la proposta (richiesta { $n })
put-title = La proposta della richiesta { $n } nel testo
put-proposed = Che cosa è stato proposto
put-changed = { $code } è già cambiato nella bozza della versione { $n }
put-into = Nella bozza della versione { $n }, passaggio { $code }
put-text = Testo del passaggio
put-text-hint = Così com’è stato proposto: si può mettere con un solo atto, oppure adattare prima. **grassetto**, *corsivo*, [parole](https://indirizzo).
put-button = Metti nella bozza
put-no-draft = Non c’è una bozza in cui metterla: si comincia dalla versione pubblicata, o importando un file.
put-no-passage = Nella bozza non c’è un passaggio che continua quello commentato.
put-no-text = Il passaggio è una tabella o un’immagine: va cambiato nel testo della bozza.
put-to-plan = Vai al piano
put-clash = Nel modulo c’è il testo appena scritto. Mettendolo di nuovo, prende il posto di quello che c’è ora.
put-whole = Messa nel passaggio { $code } della versione { $n }, com’era stata proposta.
put-adapted = Messa nel passaggio { $code } della versione { $n }, adattata.
put-filled = Il riscontro comincia da quello che è già nel testo.
done-put = La proposta è nella bozza. Resta da scrivere il riscontro.
put-after = Passaggio nuovo dopo { $code }, nella bozza della versione { $n }
put-no-such = Nella bozza non c’è un passaggio con questo codice.
put-other-hint = Qui si scrive ciò che della proposta va in questo passaggio. **grassetto**, *corsivo*, [parole](https://indirizzo).
put-button-more = Metti e continua con un altro passaggio
put-elsewhere = Anche in altri passaggi
put-elsewhere-text = Una proposta può toccare più passaggi, o chiederne di nuovi: si indica il codice di un passaggio della bozza.
put-code = Codice del passaggio (per esempio P-014)
put-way-in = Cambia quel passaggio
put-way-after = Aggiungi un passaggio dopo
done-put-more = La proposta è in quel passaggio. Si può continuare con un altro.
