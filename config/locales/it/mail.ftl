letter-foot = { $owner } – Ascolto, { $base_url }
    Questa lettera è scritta da un programma: le risposte non vengono lette.

letter-confirm-subject = Conferma dell’indirizzo per partecipare
letter-confirm-body = Buongiorno,

    è stata chiesta una registrazione su Ascolto con questo indirizzo. Per confermarlo, aprire il collegamento entro tre giorni e scrivere la password scelta nel registrarsi:

    { $base_url }/conferma/{ $token }

    Chi non ha chiesto nulla può ignorare questa lettera: senza conferma non succede niente.

letter-already_registered-subject = Questo indirizzo ha già un account
letter-already_registered-body = Buongiorno,

    è stata chiesta una registrazione su Ascolto con questo indirizzo, che ha già un account. Per accedere:

    { $base_url }/accedi

    Se la password è stata dimenticata se ne può scegliere una nuova:

    { $base_url }/password-dimenticata

    Chi non ha chiesto nulla può ignorare questa lettera: l’account non è cambiato.

letter-reset-subject = Nuova password
letter-reset-body = Buongiorno,

    è stato chiesto di cambiare la password dell’account che su Ascolto ha questo indirizzo. Per sceglierne una nuova, aprire il collegamento entro un’ora:

    { $base_url }/password/{ $token }

    Chi non ha chiesto nulla può ignorare questa lettera: la password resta quella di prima.

letter-reset_unknown-subject = Nessun account con questo indirizzo
letter-reset_unknown-body = Buongiorno,

    è stato chiesto di cambiare la password di un account su Ascolto con questo indirizzo, che però non appartiene a nessun account. Se è stato usato un altro indirizzo, la richiesta va ripetuta con quello. Per registrarsi:

    { $base_url }/registrati

    Se la richiesta è partita da altri non occorre fare nulla.

letter-receipt-subject = Contributo n. { $number } ricevuto
letter-receipt-body = Buongiorno { $name },

    il contributo al percorso “{ $process }” è stato ricevuto. Questa lettera è la ricevuta: conviene conservarla.

    Numero di registro: { $number } (revisione { $revision })
    Ricevuto: { $received_at } (ora di Roma){ $late ->
        [yes] , dopo la chiusura: è registrato come tardivo
       *[no] {""}
    }{ $has_passage ->
        [yes] {""}
    Passaggio: { $passage }
       *[no] {""}
    }

    Il testo:

    { $text }{ $has_proposed ->
        [yes] {""}

    La formulazione proposta:

    { $proposed }
       *[no] {""}
    }

    Sale: { $salt }
    Impronta del testo: { $commitment }
    Impronta nel registro: { $hash }

    Con il sale e il testo chiunque può ricalcolare l’impronta del testo e trovarla nel registro pubblico:

    { $base_url }/percorsi/{ $slug }/registro

    La ricevuta si legge anche qui:

    { $base_url }/percorsi/{ $slug }/contributi/{ $number }/ricevuta

letter-held-subject = Contributo n. { $number }: la pubblicazione è sospesa
letter-held-body = Buongiorno,

    il contributo n. { $number } al percorso “{ $process }” resta nel registro e avrà un riscontro; per ora non è pubblicato.{ $has_note ->
        [yes] {""}

    Il motivo: { $note }
       *[no] {""}
    }

    { $base_url }/percorsi/{ $slug }/contributi/{ $number }/ricevuta

letter-refused-subject = Contributo n. { $number }: non può essere pubblicato
letter-refused-body = Buongiorno,

    il contributo n. { $number } al percorso “{ $process }” resta nel registro ma non può essere pubblicato. Il motivo: { $refusal_words }.{ $has_note ->
        [yes] {""}

    { $note }
       *[no] {""}
    }

    Chi ritiene che sia un errore può scrivere all’ente promotore:

    { $base_url }/percorsi/{ $slug }

letter-redacted-subject = Contributo n. { $number }: una parte è stata oscurata
letter-redacted-body = Buongiorno,

    una parte del contributo n. { $number } al percorso “{ $process }” è stata oscurata nella pubblicazione. L’originale resta sigillato nel registro. Il motivo: { $reason }

    { $base_url }/percorsi/{ $slug }/contributi/{ $number }/ricevuta

letter-released-subject = Contributo n. { $number }: la verifica è conclusa
letter-released-body = Buongiorno,

    il contributo n. { $number } al percorso “{ $process }”, che era stato sospeso o rifiutato, ora è ammesso e avrà un riscontro. Si legge nell’elenco pubblico se al momento dell’invio era stato scelto così.

    { $base_url }/percorsi/{ $slug }/contributi/{ $number }/ricevuta

letter-duplicate-subject = Contributo n. { $number }: avrà lo stesso riscontro del n. { $original }
letter-duplicate-body = Buongiorno,

    il contributo n. { $number } al percorso “{ $process }” chiede la stessa cosa del contributo n. { $original }: resta nel registro e il riscontro dato a quello varrà per tutti e due. Gli esiti arrivano anche a questo indirizzo e si leggono qui:

    { $base_url }/i-miei-contributi

    In caso di errore si può scrivere all’ente promotore:

    { $base_url }/percorsi/{ $slug }

letter-reinstated-subject = Contributo n. { $number }: avrà un riscontro proprio
letter-reinstated-body = Buongiorno,

    il contributo n. { $number } al percorso “{ $process }” non è più segnato come ripetizione di un altro: avrà un riscontro proprio.

    { $base_url }/percorsi/{ $slug }/contributi/{ $number }/ricevuta

letter-outcomes-subject = Riscontro ai contributi inviati: { $process }
letter-outcomes-body = Buongiorno,

    sono stati pubblicati riscontri ai contributi inviati al percorso “{ $process }”:

    { $outcomes_words }

    Si leggono anche qui, con tutto quello che è stato inviato:

    { $base_url }/i-miei-contributi
letter-outcomes-line = n. { $contribution }{ $repeats ->
        [0] {""}
       *[other] {" "}(dice la stessa cosa del n. { $repeats })
    } – { $outcome }
    Richiesta: { $request }
    Motivazione: { $reason }

letter-outcomes-step = Passo successivo: { $text }
letter-outcomes-owner = Se ne occupa: { $text }
letter-outcomes-competence = Competenza: { $text }
letter-outcomes-passages = Passaggi del piano:

letter-new_version-subject = Nuova versione del piano: { $process }
letter-new_version-body = Buongiorno,

    è pubblicata la versione { $version } del piano del percorso “{ $process }”.{ $has_note ->
        [yes] {""}

    { $note }
       *[no] {""}
    }

    { $base_url }/percorsi/{ $slug }

    Questa lettera arriva a chi ha chiesto gli avvisi del percorso: si può smettere di riceverli dalla sua pagina.

letter-opened-subject = La consultazione è aperta: { $process }
letter-opened-body = Buongiorno,

    si può commentare il piano del percorso “{ $process }”, fino a { $closes_at } (ora di Roma).

    { $base_url }/percorsi/{ $slug }

    Questa lettera arriva a chi ha chiesto gli avvisi del percorso: si può smettere di riceverli dalla sua pagina.

letter-closing_soon-subject = La consultazione sta per chiudere: { $process }
letter-closing_soon-body = Buongiorno,

    la consultazione del percorso “{ $process }” chiude { $closes_at } (ora di Roma).

    { $base_url }/percorsi/{ $slug }

    Questa lettera arriva a chi ha chiesto gli avvisi del percorso: si può smettere di riceverli dalla sua pagina.

letter-extended-subject = La consultazione è prorogata: { $process }
letter-extended-body = Buongiorno,

    la consultazione del percorso “{ $process }” ora chiude { $closes_at } (ora di Roma).

    Il motivo: { $reason }

    { $base_url }/percorsi/{ $slug }

    Questa lettera arriva a chi ha chiesto gli avvisi del percorso: si può smettere di riceverli dalla sua pagina.

letter-report-subject = Il resoconto è pubblicato: { $process }
letter-report-body = Buongiorno,

    è pubblicato il resoconto n. { $number } del percorso “{ $process }”: che cosa è stato chiesto, che cosa è stato risposto e perché.

    { $base_url }/percorsi/{ $slug }

    Questa lettera arriva a chi ha chiesto gli avvisi del percorso: si può smettere di riceverli dalla sua pagina.

letter-refusal-offensive = è offensivo o minaccioso
letter-refusal-discriminatory = discrimina o incita all’odio
letter-refusal-personal_data = contiene dati personali di altri che non si possono oscurare
letter-refusal-off_topic = non riguarda il piano
letter-refusal-advertising = è pubblicità
letter-refusal-illegal = è contrario alla legge

letterbox-title = Posta della dimostrazione
letterbox-lead = Le lettere che sarebbero partite, dalla più recente.
letterbox-none = Nessuna lettera
letterbox-none-text = Dopo una registrazione o l’invio di un contributo la lettera compare qui entro un istante.
letterbox-to = A
letterbox-at = Del
letterbox-back = Tutte le lettere

letter-event-facts = { $event }
    { $starts_at } – { $ends_words } (ora di Roma){ $has_place ->
        [yes] {""}
    { $place }
       *[no] {""}
    }{ $has_address ->
        [yes] {""}
    { $address }
       *[no] {""}
    }{ $has_online ->
        [yes] {""}
    Collegamento online: { $online }
       *[no] { $attends ->
            [online] {""}
    Online
           *[room] {""}
        }
    }

letter-event-way-in = { $attends ->
    [online] { $has_online ->
        [yes] Si partecipa online, con il collegamento qui sopra: è di chi ha un posto, e conviene non inoltrarlo.
       *[no] Si partecipa online: il collegamento arriva con un’altra lettera.
    }
   *[room] All’ingresso si mostra il codice allegato, o si dice il nome.
  }

letter-enrolled-subject = Iscrizione confermata: { $event }
letter-enrolled-body = Buongiorno { $name },

    { $near ->
        [today] il posto c’è, e l’incontro è oggi. Questa lettera vale anche come promemoria.
        [tomorrow] il posto c’è, e l’incontro è domani. Questa lettera vale anche come promemoria.
       *[no] il posto c’è.
    }

    { letter-event-facts }{ $has_table ->
        [yes] {""}
    Tavolo { $table }
       *[no] {""}
    }

    Per guardare, cambiare o annullare l’iscrizione:

    { $base_url }/iscrizioni/{ $token }

    { letter-event-way-in } Se non si può partecipare, annullare lascia il posto a chi aspetta.

letter-enrolment_waiting-subject = In lista d’attesa: { $event }
letter-enrolment_waiting-body = Buongiorno { $name },

    l’iscrizione è arrivata, ma quello che è stato chiesto ora è al completo. Chi aspetta da più tempo ha il primo posto che si libera: in quel caso arriva un’altra lettera.

    { letter-event-facts }

    Per guardare, cambiare o annullare l’iscrizione:

    { $base_url }/iscrizioni/{ $token }

letter-moved_up-subject = Si è liberato un posto: { $event }
letter-moved_up-body = Buongiorno { $name },

    { $near ->
        [today] dalla lista d’attesa è arrivato un posto, e l’incontro è oggi. Questa lettera vale anche come promemoria.
        [tomorrow] dalla lista d’attesa è arrivato un posto, e l’incontro è domani. Questa lettera vale anche come promemoria.
       *[no] dalla lista d’attesa è arrivato un posto.
    }

    { letter-event-facts }{ $has_table ->
        [yes] {""}
    Tavolo { $table }
       *[no] {""}
    }

    Se non si può più venire, annullare lascia il posto a chi aspetta:

    { $base_url }/iscrizioni/{ $token }

    { letter-event-way-in }

letter-already_enrolled-subject = C’è già un’iscrizione: { $event }
letter-already_enrolled-body = Buongiorno,

    con questo indirizzo è stata chiesta un’iscrizione all’incontro, ma ce n’era già una: è rimasta com’era. Per guardarla, cambiarla o annullarla:

    { $base_url }/iscrizioni/{ $token }

    { letter-event-facts }

    Chi non ha chiesto nulla può ignorare questa lettera.

letter-enrolment_cancelled-subject = Iscrizione annullata: { $event }
letter-enrolment_cancelled-body = Buongiorno,

    l’iscrizione è stata annullata, e i suoi dati sono stati cancellati.

    { letter-event-facts }

    Finché le iscrizioni sono aperte ci si può iscrivere di nuovo:

    { $base_url }/percorsi/{ $slug }/incontri/{ $event_number }

letter-enrolment_removed-subject = Iscrizione tolta: { $event }
letter-enrolment_removed-body = Buongiorno,

    chi organizza l’incontro ha tolto questa iscrizione. Il motivo:

    { $why }

    { letter-event-facts }

    Per chiedere spiegazioni si può scrivere all’ente promotore:

    { $base_url }/percorsi/{ $slug }

letter-event_changed-subject = Cambiano ora, luogo o collegamento: { $event }
letter-event_changed-body = Buongiorno { $name },

    l’incontro è cambiato. Ora è così:

    { letter-event-facts }

    Se non si può più venire, annullare lascia il posto a chi aspetta:

    { $base_url }/iscrizioni/{ $token }

letter-event_moved-subject = L’incontro si tiene online: { $event }
letter-event_moved-body = Buongiorno { $name },

    l’incontro si tiene online. Il motivo:

    { $reason }

    { letter-event-facts }

    L’iscrizione resta valida. Per cambiarla o annullarla:

    { $base_url }/iscrizioni/{ $token }

letter-event_cancelled-subject = L’incontro è annullato: { $event }
letter-event_cancelled-body = Buongiorno { $name },

    l’incontro è annullato. Il motivo:

    { $reason }

    { letter-event-facts }

    Gli altri incontri del percorso “{ $process }”:

    { $base_url }/percorsi/{ $slug }/incontri

letter-event_guide-subject = La guida alla discussione: { $event }
letter-event_guide-body = Buongiorno { $name },

    la guida alla discussione si legge qui:

    { $base_url }/iscrizioni/{ $token }/guida/{ $edition }
    { $standing ->
        [waiting] {""}
    L’iscrizione è ancora in lista d’attesa: la guida arriva già ora, perché un posto può liberarsi fino all’ultimo. Se si libera, arriva un’altra lettera.
    {""}
       *[other] {""}
    }
    { letter-event-facts }

letter-event_reminder-subject = Promemoria: { $event }
letter-event_reminder-body = Buongiorno { $name },

    { $near ->
        [today] l’incontro è oggi.
        [tomorrow] l’incontro è domani.
       *[no] l’incontro è vicino.
    }

    { letter-event-facts }{ $has_table ->
        [yes] {""}
    Tavolo { $table }
       *[no] {""}
    }

    { letter-event-way-in } Se non si può partecipare, annullare lascia il posto a chi aspetta:

    { $base_url }/iscrizioni/{ $token }

letter-enrolment_table-subject = Cambia il tavolo: { $event }
letter-enrolment_table-body = Buongiorno { $name },

    chi organizza l’incontro ha assegnato un altro tavolo:

    Tavolo { $table }

    { letter-event-facts }

    Per guardare, cambiare o annullare l’iscrizione:

    { $base_url }/iscrizioni/{ $token }

letter-event_invited-subject = Invito a una riunione riservata: { $event }
letter-event_invited-body = Buongiorno { $name },

    c’è un invito a una riunione riservata del percorso “{ $process }”.

    { letter-event-facts }

    La pagina della riunione si apre dopo l’accesso con questo indirizzo:

    { $base_url }/percorsi/{ $slug }/incontri/{ $event_number }

letter-file-calendar = incontro.ics
letter-file-code = codice-ingresso.png
letterbox-attachments = Allegati

letter-lines_to_reread-subject = Rileggere ciò che è stato riportato: { $event }
letter-lines_to_reread-body = Buongiorno { $name },

    si possono rileggere le righe del verbale riportate con questo nome, o per il proprio ente:

    { $base_url }/riletture/{ $token }

    Tavolo { $table }, sessione { $session }
    { $question }

    Se una riga non dice ciò che è stato detto, se ne può chiedere la correzione fino a questo termine:

    { $until_at } (ora di Roma)

    Nelle restituzioni pubbliche nessuna persona è nominata. Il collegamento è personale: conviene non inoltrarlo.

letter-line_correction-subject = { $accepted ->
    [yes] Correzione accolta: { $event }
   *[no] Correzione non accolta: { $event }
  }
letter-line_correction-body = Buongiorno { $name },

    { $accepted ->
        [yes] la riga del verbale è stata corretta.
       *[no] la riga del verbale resta com’era.
    }

    Diceva:
    { $before }

    { $accepted ->
        [yes] Adesso dice:
       *[no] La richiesta era:
    }
    { $wording }{ $has_reason ->
        [yes] {""}

    Motivazione:
    { $reason }
       *[no] {""}
    }

    Tavolo { $table }, sessione { $session }

    Le proprie righe si leggono qui:

    { $base_url }/riletture/{ $token }
