# Il resoconto.
doc-subtitle = Resoconto del percorso partecipativo
doc-number = Resoconto n. { $n }
doc-preview = Anteprima, non pubblicata
doc-preview-foot = può ancora cambiare
doc-label-contents = Indice
doc-label-page = Pagina
doc-label-of = di
doc-label-table = Tabella
doc-label-fingerprint = Impronta del contenuto (SHA-256)
doc-label-added = testo aggiunto
doc-label-removed = testo rimosso

doc-brief = In breve
doc-introduction = Introduzione
doc-promoters = Chi ha promosso il percorso
doc-phases = Le fasi
doc-events = Gli incontri
doc-consultation = La consultazione
doc-taken = Il recepimento
doc-acts = Atti di altri organi
doc-versions = Le versioni del piano
doc-unexplained = Modifiche che non nascono da una richiesta
doc-thanks = Ringraziamenti
doc-participants = Chi ha partecipato
doc-documents = Documenti di riferimento
doc-check = Come verificare

doc-figure-received = { $n ->
    [one] contributo ricevuto
   *[other] contributi ricevuti
  }
doc-figure-requests = { $n ->
    [one] richiesta con riscontro
   *[other] richieste con riscontro
  }
doc-figure-organisations = { $n ->
    [one] ente partecipante
   *[other] enti partecipanti
  }
doc-figure-citizens = { $n ->
    [one] privato cittadino
   *[other] privati cittadini
  }

doc-figure-present = { $n ->
    [one] presenza agli incontri
   *[other] presenze agli incontri
  }

doc-events-text = { $n ->
    [one] Si è svolto un incontro aperto
   *[other] Si sono svolti { $n } incontri aperti
  }{ $present ->
    [0] , senza presenze registrate
    [one] , con una presenza
   *[other] , con { $present } presenze
  }. { $n ->
    [one] Le persone sono contate e non nominate.
   *[other] Le persone sono contate e non nominate: chi è venuto a più incontri è contato ogni volta.
  }
doc-events-caption = Incontri svolti
doc-events-to-come = { $n ->
    [one] Alla data di questo resoconto un incontro è in programma.
   *[other] Alla data di questo resoconto { $n } incontri sono in programma.
  }
doc-events-unsaid = { $n ->
    [one] Di un incontro, la cui data è passata, non è indicato se si sia svolto.
   *[other] Di { $n } incontri, la cui data è passata, non è indicato se si siano svolti.
  }
doc-events-cancelled = Annullati, con il motivo:
doc-col-day = Giorno
doc-col-event = Incontro
doc-col-tables = Tavoli
doc-col-from-tables = Contributi dai tavoli
doc-col-present = Presenti
doc-event-online = Online
doc-event-restitution = Restituzione

doc-col-promoter = Ente promotore
doc-col-act = Atto di approvazione
doc-col-number = Numero
doc-col-date = Data
doc-promoters-caption = Enti promotori e atti con cui hanno approvato il piano
doc-founded = Il percorso nasce da: { $act }.
doc-founded-on = Il percorso nasce il { $day } da: { $act }.
doc-facilitator = Facilitazione: { $name }.
doc-phase = Fase { $n } – { $title }

doc-window = La versione { $version } è stata aperta ai contributi di chiunque da { $opens } a { $closes } (ora di Roma).
doc-extension = Il termine, prima fissato a { $before }, è stato prorogato a { $after }. Motivo: { $reason }
doc-counts-caption = Contributi ricevuti, ciascuno in un solo stato; quelli tardivi sono contati a parte
doc-col-state = Stato
doc-col-contributions = Contributi
doc-received-total = Ricevuti in tutto
doc-counts-text = Un contributo ha riscontro quando ogni richiesta che contiene ha ricevuto un esito motivato e pubblicato.
doc-late = { $n ->
    [one] Un contributo è arrivato dopo il termine: è nel registro, contato a parte.
   *[other] { $n } contributi sono arrivati dopo il termine: sono nel registro, contati a parte.
  }
doc-authors = Dei contributi ricevuti e non ritirati o rifiutati, { $organisations } { $organisations ->
    [one] è stato inviato
   *[other] sono stati inviati
  } a nome di enti e { $people } da persone a titolo personale.

doc-taken-text = { $n ->
    [0] Nessuna richiesta è stata ricevuta.
    [one] I contributi contenevano una sola richiesta. Ha ricevuto un esito e la sua motivazione.
   *[other] I contributi contenevano { $n } richieste distinte. Ciascuna ha ricevuto un esito e la sua motivazione.
  }
doc-outcomes-caption = Richieste per esito
doc-col-outcome = Esito
doc-col-requests = Richieste
doc-col-share = Quota
doc-total = Totale
doc-chapters-text = Di seguito le richieste capitolo per capitolo, con l’esito, la motivazione e i passaggi del piano che ne danno conto. Più richieste che hanno avuto lo stesso riscontro stanno insieme.
doc-whole-plan = Il piano nel suo insieme
doc-chapter-caption = { $title }: { $n ->
    [one] una richiesta
   *[other] { $n } richieste
  }
doc-col-request = Richiesta
doc-col-reason = Motivazione
doc-request-number = { $n }.
doc-request-of = (contributo n. { $n })
doc-competence = Competenza: { $whose }
doc-deferred = Passo successivo: { $step }, a cura di { $owner }
doc-passages = Passaggi:
doc-of-version = (versione { $n })

doc-acts-text = A questi atti il percorso fa riferimento: stanno accanto ai contributi e non sono contati fra le richieste.
doc-act-number = n. { $n }

doc-versions-caption = Versioni pubblicate e passaggi cambiati rispetto alla versione precedente
doc-col-version = Versione
doc-col-published = Pubblicata il
doc-col-passages = Passaggi
doc-col-edited = Modificati
doc-col-new = Nuovi
doc-col-moved = Spostati
doc-col-removed = Tolti
doc-col-reshaped = Solo nella forma
doc-version-note = Versione { $n }.
doc-agreement = { $n ->
    [one] Un riscontro dice che il testo è cambiato o che lo diceva già: il testo pubblicato, riletto ora, lo conferma.
   *[other] { $n } riscontri dicono che il testo è cambiato o che lo diceva già: il testo pubblicato, riletto ora, li conferma tutti.
}
doc-agreement-unfounded = { $n ->
    [one] Il riscontro che dice che il testo è cambiato o che lo diceva già non trova conferma nel testo pubblicato, riletto ora: { $list }.
   *[other] Di { $n } riscontri che dicono che il testo è cambiato o che lo diceva già, il testo pubblicato, riletto ora, non conferma i numeri: { $list }.
}
doc-agreement-typographic = { $n ->
    [one] Nella versione { $version } in un altro passaggio sono cambiati solo virgolette, apostrofi, trattini o spazi.
   *[other] Nella versione { $version } in altri { $n } passaggi sono cambiati solo virgolette, apostrofi, trattini o spazi.
}
doc-agreement-formal = { $n ->
    [one] Nella versione { $version } un altro passaggio ha le stesse parole e cambia solo nella forma: titolo, elenco, grassetto, celle di tabella.
   *[other] Nella versione { $version } altri { $n } passaggi hanno le stesse parole e cambiano solo nella forma: titoli, elenchi, grassetti, celle di tabella.
}
doc-agreement-renumbered = { $n ->
    [one] Nella versione { $version } di un altro passaggio cambia solo il numero.
   *[other] Nella versione { $version } di altri { $n } passaggi cambia solo il numero.
}
doc-unexplained-text = Questi passaggi sono cambiati senza che una richiesta lo chiedesse. Ecco perché.
doc-unexplained-unsaid = { $n ->
    [one] Nella versione { $version } è cambiato un altro passaggio: nessuna richiesta lo spiega e il motivo non è stato indicato. Si legge nel
   *[other] Nella versione { $version } sono cambiati altri { $n } passaggi: nessuna richiesta li spiega e il motivo non è stato indicato. Si leggono nel
}
doc-unexplained-compare = confronto tra le versioni
doc-unexplained-caption = Modifiche con altra origine
doc-col-why = Origine
doc-col-note = Motivo
doc-reason-editorial = Redazionale
doc-reason-motion = Atto di un altro organo
doc-reason-law = Norma di legge
doc-reason-none = Non indicata

doc-participants-text = { $n ->
    [one] Ha partecipato un ente.
   *[other] Hanno partecipato, attraverso i diversi canali, { $n } enti, elencati in ordine alfabetico.
  }
doc-citizen = { $first }. Si aggiunge un privato cittadino, contato e non nominato.
doc-citizens = { $first }–{ $last }. Si aggiungono { $n } privati cittadini, contati e non nominati.

doc-check-outcomes = Gli esiti di tutte le richieste sono pubblici e si possono leggere uno per uno:
doc-check-outcomes-link = esiti delle richieste
doc-check-register = Ogni contributo ricevuto è in un registro a catena: ciascuna voce contiene l’impronta di quella prima, così che nessuna può essere cambiata o tolta senza che si veda. Il registro non contiene dati personali. Con la propria ricevuta chiunque può controllare che il suo contributo ci sia, parola per parola:
doc-check-register-link = registro dei contributi
doc-check-head = Impronta dell’ultima voce del registro al momento di questo resoconto:
doc-check-fingerprint = L’impronta a piè di pagina identifica il contenuto di questo resoconto. È la stessa nella pagina pubblica e nei file PDF e DOCX.

participants-title = Chi ha partecipato
participants-page-title = Chi ha partecipato – { $process }
participants-lead = Gli enti in ordine alfabetico. I privati cittadini sono contati, mai nominati.
participants-none = Ancora nessun partecipante
participants-none-text = Gli enti che partecipano compaiono qui man mano.
participants-citizens-counted = { $n ->
    [one] Si aggiunge un privato cittadino, contato e non nominato.
   *[other] Si aggiungono { $n } privati cittadini, contati e non nominati.
  }
participants-to-desk = Aggiungi i partecipanti degli altri canali
participants-desk-title = Partecipanti
participants-desk-lead = Chi ha inviato contributi online e gli enti intervistati che hanno acconsentito sono già nell’elenco. Qui si aggiunge chi ha partecipato in altri modi.
participants-counts = Nell’elenco ora: { $n ->
    [one] un ente
   *[other] { $n } enti
  } e { $citizens ->
    [one] un privato cittadino
   *[other] { $citizens } privati cittadini
  }.
participants-see = Vedi l’elenco pubblico
participants-add = Nuova voce
participants-add-button = Aggiungi all’elenco
participants-channel = Canale
participants-channel-interview = Interviste
participants-channel-event = Incontro o tavoli
participants-channel-consultation = Consultazione, in altro modo
participants-channel-other = Altro
participants-organisations = Enti, uno per riga
participants-organisations-hint = Con il nome che avranno nel resoconto. Un nome già presente non si ripete. Mai nomi di persone.
participants-citizens = Privati cittadini
participants-citizens-hint = Solo quanti
participants-entries = Voci aggiunte
participants-entries-none = Ancora nessuna.
participants-entry-citizens = { $n ->
    [one] un privato cittadino
   *[other] { $n } privati cittadini
  }
participants-remove = Togli
participants-remove-named = Togli { $name }
done-participants = Elenco aggiornato.
done-participant-removed = Voce tolta dall’elenco.

editor-title = Resoconto
editor-lead = Introduzione e ringraziamenti si scrivono qui; tutto il resto viene da ciò che è stato registrato.
editor-state = A che punto è
editor-missing = { $n ->
    [one] Il resoconto non si può ancora pubblicare: manca una cosa
   *[other] Il resoconto non si può ancora pubblicare: mancano { $n } cose
  }
editor-missing-text = Ogni numero porta dove la cosa si fa.
editor-ready = { $n ->
    [0] Non manca nulla.
    [one] Il conto torna: l’unico contributo ricevuto ha riscontro o è fuori dal conto.
   *[other] Il conto torna: contributi ricevuti { $n }, tutti con riscontro o fuori dal conto.
  }
editor-words = Le parole dell’ente
editor-introduction = Introduzione
editor-introduction-hint = Che cosa è stato fatto e perché. Una riga vuota separa i paragrafi.
editor-thanks = Ringraziamenti
editor-thanks-hint = Senza nomi di privati cittadini.
editor-save = Salva
editor-preview = Anteprima
editor-preview-text = È un’anteprima: non è pubblica e non ha ancora un’impronta.
editor-back = Torna al resoconto
editor-publish = Pubblica il resoconto n. { $n }
editor-unsaid = { $n ->
    [one] Di un passaggio cambiato nessuna richiesta e nessun motivo dice perché: il resoconto lo direbbe così.
   *[other] Di { $n } passaggi cambiati nessuna richiesta e nessun motivo dice perché: il resoconto lo direbbe così.
}
editor-unsaid-link = Indica i motivi
editor-same = Dal resoconto n. { $n } non è cambiato nulla: non ne serve un altro.
editor-publish-who = La pubblicazione spetta all’ente promotore.
editor-published = Già pubblicati
editor-publish-title = Pubblicazione del resoconto
editor-publish-text = Sarà pubblicato il resoconto n. { $n }, come pagina, PDF e DOCX.
editor-publish-told = Chi ha chiesto di essere avvisato riceve una lettera.
editor-publish-final = Un resoconto pubblicato non cambia più: se servirà correggerlo, se ne pubblicherà un altro accanto.
editor-publish-button = Pubblica
editor-publish-slow = Occorre qualche secondo per comporre i file.
done-report-words = Testi salvati.
done-report = Resoconto pubblicato.

report-title = Resoconto
report-page-title = Resoconto – { $process }
report-none = Il resoconto non è ancora pubblicato
report-none-text = Uscirà quando ogni richiesta avrà un riscontro. Intanto si possono leggere gli esiti già pubblicati.
report-to-outcomes = Vai agli esiti
report-official = Il resoconto è un documento ufficiale ed è in italiano.
report-files = File del resoconto
report-file-pdf = Scarica il PDF
report-file-docx = Scarica il DOCX
report-file-html = Pagina da conservare
report-kilobytes = { $n } KB
report-hashes = Impronte dei file (SHA-256)
report-hashes-text = Con queste si controlla che un file sia quello pubblicato.
report-editions = Edizioni

doc-ways-caption = Come sono arrivati i contributi
doc-col-way = Via
doc-way-online = Consultazione online
doc-way-certified_mail = Posta elettronica certificata
doc-way-paper = Carta
doc-way-table = Tavoli degli incontri
doc-way-other = Altra via
doc-way-act = Atti di altri enti
doc-ways-outcomes = Richieste per esito e per via di arrivo
doc-acts-received = Questi atti sono stati ricevuti nel registro, con un numero proprio, e hanno avuto riscontro come gli altri contributi. Un atto non è mai tardivo.
doc-act-contribution = contributo n. { $n }
doc-act-file = documento

withdraw-report-one = Ritira il resoconto n. { $n }
withdraw-report-title = Ritiro del resoconto n. { $n }
withdraw-report-published = Pubblicato il
withdraw-report-read = Leggi il resoconto
withdraw-report-text = Una volta ritirato, il resoconto non si legge più, né in pagina né come PDF, DOCX o HTML. Al suo posto si leggono il giorno, il motivo e l’impronta. Gli altri resoconti restano come sono. Il ritiro non si può annullare: ciò che il resoconto diceva si può pubblicare di nuovo, con un altro numero.
withdraw-report-who = Lo ritira chi può pubblicarlo: l’ente promotore o l’amministrazione del sito.
withdraw-report-reason = Motivo, per tutti
withdraw-report-hint = Senza ripetere ciò che non deve più leggersi, e senza nominare nessuno.
withdraw-report-button = Ritira
done-report-withdrawn = Resoconto ritirato.
gone-report = Questo resoconto è stato ritirato: i suoi file non si possono più scaricare. Il motivo si legge nella sua pagina.
report-withdrawn = Questo resoconto è stato ritirato.
report-withdrawn-hash = Ne resta l’impronta del contenuto:
