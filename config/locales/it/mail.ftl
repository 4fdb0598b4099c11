letter-foot = { $owner } – Ascolto, { $base_url }
    Questa lettera è scritta da un programma: le risposte non vengono lette.

letter-confirm-subject = Conferma il tuo indirizzo per partecipare
letter-confirm-body = Buongiorno,

    qualcuno, probabilmente tu, si è registrato su Ascolto con questo
    indirizzo. Per confermarlo apri questo collegamento entro tre giorni
    e premi il pulsante:

    { $base_url }/conferma/{ $token }

    Se non sei stato tu non fare nulla: senza conferma non succede niente.

letter-already_registered-subject = Hai già un account
letter-already_registered-body = Buongiorno,

    qualcuno, probabilmente tu, ha provato a registrarsi su Ascolto con
    questo indirizzo, che ha già un account. Per entrare:

    { $base_url }/accedi

    Se hai dimenticato la password puoi sceglierne una nuova:

    { $base_url }/password-dimenticata

    Se non sei stato tu non fare nulla: il tuo account non è cambiato.

letter-reset-subject = Scegli una nuova password
letter-reset-body = Buongiorno,

    qualcuno, probabilmente tu, ha chiesto di cambiare la password del
    tuo account su Ascolto. Apri questo collegamento entro un’ora:

    { $base_url }/password/{ $token }

    Se non sei stato tu non fare nulla: la password resta quella di prima.

letter-reset_unknown-subject = Nessun account con questo indirizzo
letter-reset_unknown-body = Buongiorno,

    è stato chiesto di cambiare la password di un account su Ascolto con
    questo indirizzo, che però non appartiene a nessun account. Se è
    stato usato un altro indirizzo, la richiesta va ripetuta con quello.
    Per registrarsi:

    { $base_url }/registrati

    Se la richiesta è partita da altri non occorre fare nulla.

letter-receipt-subject = Contributo n. { $number } ricevuto
letter-receipt-body = Buongiorno { $name },

    abbiamo ricevuto il tuo contributo al percorso “{ $process }”.
    Conserva questa lettera: è la tua ricevuta.

    Numero di registro: { $number } (revisione { $revision })
    Ricevuto: { $received_at } (ora di Roma){ $late ->
        [yes] , dopo la chiusura: è registrato come tardivo
       *[no] {""}
    }

    Il testo:

    { $text }{ $has_proposed ->
        [yes] {""}

    La formulazione che proponi:

    { $proposed }
       *[no] {""}
    }

    Sale: { $salt }
    Impegno: { $commitment }
    Impronta nel registro: { $hash }

    Con il sale e il testo chiunque può ricalcolare l’impegno e trovarlo
    nel registro pubblico:

    { $base_url }/percorsi/{ $slug }/contributi/{ $number }/ricevuta

letter-held-subject = Contributo n. { $number }: la pubblicazione è sospesa
letter-held-body = Buongiorno,

    il tuo contributo n. { $number } al percorso “{ $process }” resta nel
    registro e avrà un riscontro; per ora non è pubblicato.{ $has_note ->
        [yes] {""}

    Il motivo: { $note }
       *[no] {""}
    }

    { $base_url }/percorsi/{ $slug }/contributi/{ $number }/ricevuta

letter-refused-subject = Contributo n. { $number }: non può essere pubblicato
letter-refused-body = Buongiorno,

    il tuo contributo n. { $number } al percorso “{ $process }” resta nel
    registro ma non può essere pubblicato. Il motivo: { $refusal_words }.{ $has_note ->
        [yes] {""}

    { $note }
       *[no] {""}
    }

    Se pensi che sia un errore, scrivi all’ente promotore:

    { $base_url }/percorsi/{ $slug }

letter-redacted-subject = Contributo n. { $number }: una parte è stata oscurata
letter-redacted-body = Buongiorno,

    una parte del tuo contributo n. { $number } al percorso “{ $process }”
    è stata oscurata nella pubblicazione. L’originale resta sigillato nel
    registro. Il motivo: { $reason }

    { $base_url }/percorsi/{ $slug }/contributi/{ $number }/ricevuta

letter-outcomes-subject = Riscontro ai tuoi contributi: { $process }
letter-outcomes-body = Buongiorno,

    sono stati pubblicati dei riscontri ai tuoi contributi al percorso
    “{ $process }”:

    { $outcomes_words }

    Si leggono anche qui, con tutto quello che hai inviato:

    { $base_url }/i-miei-contributi
letter-outcomes-line = n. { $contribution } – { $outcome }
    Richiesta: { $request }
    Motivazione: { $reason }

letter-new_version-subject = Nuova versione del piano: { $process }
letter-new_version-body = Buongiorno,

    è pubblicata la versione { $version } del piano del percorso
    “{ $process }”.{ $has_note ->
        [yes] {""}

    { $note }
       *[no] {""}
    }

    { $base_url }/percorsi/{ $slug }

    Ricevi questa lettera perché segui il percorso: puoi smettere dalla
    sua pagina.

letter-opened-subject = La consultazione è aperta: { $process }
letter-opened-body = Buongiorno,

    si può commentare il piano del percorso “{ $process }”, fino a
    { $closes_at } (ora di Roma).

    { $base_url }/percorsi/{ $slug }

    Ricevi questa lettera perché segui il percorso: puoi smettere dalla
    sua pagina.

letter-closing_soon-subject = La consultazione sta per chiudere: { $process }
letter-closing_soon-body = Buongiorno,

    la consultazione del percorso “{ $process }” chiude
    { $closes_at } (ora di Roma).

    { $base_url }/percorsi/{ $slug }

    Ricevi questa lettera perché segui il percorso: puoi smettere dalla
    sua pagina.

letter-extended-subject = La consultazione è prorogata: { $process }
letter-extended-body = Buongiorno,

    la consultazione del percorso “{ $process }” ora chiude
    { $closes_at } (ora di Roma).

    Il motivo: { $reason }

    { $base_url }/percorsi/{ $slug }

    Ricevi questa lettera perché segui il percorso: puoi smettere dalla
    sua pagina.

letter-report-subject = Il resoconto è pubblicato: { $process }
letter-report-body = Buongiorno,

    è pubblicato il resoconto n. { $number } del percorso “{ $process }”:
    che cosa è stato chiesto, che cosa è stato risposto e perché.

    { $base_url }/percorsi/{ $slug }

    Ricevi questa lettera perché segui il percorso: puoi smettere dalla
    sua pagina.

letter-refusal-offensive = è offensivo o minaccioso
letter-refusal-discriminatory = discrimina o incita all’odio
letter-refusal-personal_data = contiene dati personali di altri che non si possono oscurare
letter-refusal-off_topic = non riguarda il piano
letter-refusal-advertising = è pubblicità
letter-refusal-illegal = è contrario alla legge

letterbox-title = Posta della dimostrazione
letterbox-lead = Le lettere che sarebbero partite, dalla più recente.
letterbox-none = Nessuna lettera
letterbox-none-text = Registrati o invia un contributo: la lettera compare qui dopo un istante.
letterbox-to = A
letterbox-at = Del
letterbox-back = Tutte le lettere
