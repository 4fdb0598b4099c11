minutes-title = Verbale
minutes-list-title = Verbali dei tavoli
minutes-list-none = Nessun verbale
minutes-list-none-text = Qui compaiono le sessioni dei tavoli di cui si può tenere il verbale. Le aggiunge chi prepara l’incontro.
minutes-lines = { $n ->
    [0] nessun intervento
    [one] un intervento
   *[other] { $n } interventi
  }
minutes-where = Tavolo { $n }. { $theme }, sessione { $session }
minutes-present = Al tavolo: { $n ->
    [0] nessuna presenza segnata
    [one] una presenza
   *[other] { $n } presenze
  }, { $all ->
    [0] nessun posto assegnato
    [one] un posto assegnato
   *[other] { $all } posti assegnati
  }
minutes-present-none = Nessuno ha un posto assegnato a questo tavolo. I presenti si segnano all’ingresso.
minutes-absent = non ancora all’ingresso
minutes-none = Ancora nessun intervento. Il primo si scrive qui sotto.
minutes-kind = Che cos’è
minutes-kind-need = Bisogno
minutes-kind-criticism = Critica
minutes-kind-proposal = Proposta
minutes-kind-agreement = Accordo
minutes-kind-heading = Titolo
minutes-who = Chi lo dice
minutes-nobody = Nessuno in particolare
minutes-somebody = Una persona
minutes-at-table = Al tavolo
minutes-organisations = Enti e organizzazioni
minutes-objective = Obiettivo o passaggio
minutes-text = Che cosa si è detto
minutes-entry = Nuovo intervento
minutes-add = Aggiungi
minutes-leave = Lascia com’era
minutes-mending = Correzione di una riga già scritta
minutes-choose = Scegli
minutes-acts = Che cosa si può fare
minutes-up = Su
minutes-down = Giù
minutes-mend = Correggi
minutes-remove = Togli
minutes-restore = Rimetti
minutes-removed = { $n ->
    [one] Una riga tolta
   *[other] { $n } righe tolte
  }
minutes-join = Riunisci sotto un titolo
minutes-join-text = Vale per le righe scelte con la casella a sinistra. Con un titolo nuovo, le righe vanno sotto quello.
minutes-under = Titolo
minutes-under-none = Nessun titolo
minutes-heading-new = Titolo nuovo
minutes-heading = Titolo
minutes-join-button = Riunisci
minutes-timer = Tempo che resta
minutes-timer-start = minuti: avvia
minutes-timer-stop = Azzera
minutes-mend-title = Correzione di una riga
minutes-mend-button = Salva la correzione
minutes-overtaken = Nel frattempo { $name } ha corretto questa riga
minutes-overtaken-text = Sopra si legge com’è adesso; qui sotto resta ciò che è stato scritto su questa pagina. Salvando, vale quello che sta qui sotto.

minutes-say-saved = Tutto salvato.
minutes-say-waiting-one = Una cosa da inviare: è al sicuro in questo dispositivo.
minutes-say-waiting-many = {"{"}n{"}"} cose da inviare: sono al sicuro in questo dispositivo.
minutes-say-offline = Senza rete: si può continuare a scrivere.
minutes-say-sign-in = L’accesso è scaduto: occorre accedere di nuovo, niente è andato perduto.
minutes-say-denied = Questo verbale spetta a chi facilita il tavolo: ciò che manca non si può inviare.
minutes-say-unkept = Questo browser non conserva i dati: conviene non chiudere la pagina.
minutes-say-not-sent = Il server non risponde come dovrebbe: si riprova fra poco.
minutes-say-new = Nuovo intervento scritto da
minutes-say-moved = Riga spostata al posto
minutes-say-added = Aggiunto:
minutes-say-overtaken = Nel frattempo questa riga è stata corretta da
minutes-say-refused = Non è stato possibile:
minutes-say-removed-one = Una riga tolta
minutes-say-removed-many = {"{"}n{"}"} righe tolte
minutes-say-use-mine = Usa la seconda
minutes-say-keep-theirs = Tieni la prima
minutes-say-remove-anyway = Togli lo stesso
minutes-say-write-again = Riscrivi
minutes-say-let-go = Va bene così

done-minutes = Verbale aggiornato.
done-minutes-added = Intervento aggiunto.
refused-minutes-key = L’invio non è completo. Conviene ricaricare la pagina e riprovare.
refused-minutes-closed = Il verbale si scrive da due giorni prima dell’incontro, se l’incontro è pubblico e non è annullato.
refused-minutes-full = Il verbale di questa sessione è pieno: non ci stanno altre righe.
refused-minutes-gone = La riga non c’è più in questo verbale.
refused-minutes-overtaken = Nel frattempo un’altra persona ha corretto questa riga: va riletta prima di toglierla.
refused-minutes-none-chosen = Va scelta almeno una riga, oppure va scritto un titolo nuovo.
refused-session-spoken = Il verbale di questa sessione è già cominciato: si può cambiare la domanda, ma la sessione resta.
event-desk-minutes = Verbali
minutes-contribution = Contributo n. { $n }
minutes-say-contribution = Contributo n. {"{"}n{"}"}
minutes-to-register = Porta nel registro le righe scelte
minutes-register-title = Dal verbale al registro
minutes-register-text = Le righe qui sotto diventano un solo contributo, con un numero nel registro: da lì viene istruito come ogni altro contributo e riceve un riscontro. Accanto si legge il tavolo, mai chi ha parlato. Da quel momento queste righe non si correggono più.
minutes-register-button = Porta nel registro
minutes-register-named = Tavolo { $table }, incontro { $event }
minutes-register-evidence = Verbale dell’incontro { $event }, tavolo { $table }, sessione { $session }
minutes-questions = Di che cosa si è discusso
minutes-became = Che cosa è diventato ciò che si è detto
minutes-became-none = Ciò che si è detto a questo tavolo non è ancora nel registro.
minutes-became-text = { $n ->
    [one] Ciò che si è detto a questo tavolo è diventato un contributo. Qui si legge, con il suo riscontro, se è pubblico.
   *[other] Ciò che si è detto a questo tavolo è diventato { $n } contributi. Qui si leggono quelli pubblici, ciascuno con il suo riscontro.
  }
minutes-to-event = Torna all’incontro
contribution-channel-table = Tavolo di un incontro
done-minutes-register = Le righe sono nel registro.
refused-minutes-choose = Va scelta almeno una riga del verbale, con la casella alla sua sinistra.
refused-minutes-in-register = Questa riga è già nel registro dei contributi: resta come è stata ricevuta.
refused-minutes-no-window = Nel registro si entra da quando una versione del piano ha la sua consultazione: il contributo parla di quella versione.
action-keep_minutes = Verbali dei tavoli
minutes-before = Com’era prima
minutes-keys = Con la tastiera, Alt e freccia su o giù spostano la riga su cui ci si trova.
