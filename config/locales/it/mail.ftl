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

letterbox-title = Posta della dimostrazione
letterbox-lead = Le lettere che sarebbero partite, dalla più recente.
letterbox-none = Nessuna lettera
letterbox-none-text = Registrati o invia un contributo: la lettera compare qui dopo un istante.
letterbox-to = A
letterbox-at = Del
letterbox-back = Tutte le lettere
