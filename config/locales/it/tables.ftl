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
minutes-say-other = Su questo dispositivo ha effettuato l’accesso un altro account: da questa pagina non si scrive più. Ciò che manca resta conservato per chi l’ha scritto.
minutes-say-reload = Ricarica la pagina
minutes-say-others-one = Su questo dispositivo una cosa scritta con un altro account attende di essere inviata: parte quando la persona che l’ha scritta accede di nuovo da qui e apre questa pagina.
minutes-say-others-many = Su questo dispositivo {"{"}n{"}"} cose scritte con un altro account attendono di essere inviate: partono quando la persona che le ha scritte accede di nuovo da qui e apre questa pagina.
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
minutes-say-timer-start = Il tempo parte: {"{"}n{"}"} minuti.
minutes-say-timer-minute = Manca un minuto.
minutes-say-timer-over = Il tempo è finito.
minutes-say-timer-stop = Tempo azzerato.
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
minutes-to-register-what = Righe che diventano un contributo
minutes-to-register-text = Si può fare da quando una versione del piano ha avuto la sua consultazione. Insieme diventano un solo contributo fino a { $n } righe, anche di altre sessioni e di altri tavoli dello stesso incontro, che si aggiungono nella pagina che segue. Il contributo vale come ricevuto quando è stata detta l’ultima delle righe: se la consultazione era già chiusa, è tardivo. Una riga entra nel registro una volta sola e da quel momento non si corregge e non si toglie. Righe di incontri diversi restano contributi diversi.
minutes-register-title = Dal verbale al registro
minutes-register-text = Le righe qui sotto diventano un solo contributo, con un numero nel registro: da lì viene istruito come ogni altro contributo e riceve un riscontro. Accanto si legge il tavolo, mai chi ha parlato. Da quel momento queste righe non si correggono più.
minutes-register-reread = La rilettura di queste righe non è conclusa
minutes-register-reread-text = Durante la rilettura chi ha parlato può chiedere una correzione; delle righe già nel registro no. Se il tempo lo permette, conviene portarle nel registro dopo.
minutes-register-reread-until = rilettura aperta fino a { $when }
minutes-register-reread-never = rilettura non ancora aperta
minutes-register-button = Porta nel registro
minutes-register-named = Tavolo { $table }, { $event }
minutes-register-evidence = Verbale dell’incontro { $event }, tavolo { $table }, sessione { $session }
minutes-register-named-many = Tavoli { $table }, { $event }
minutes-register-named-more = Più tavoli, { $event }
minutes-and = { $some } e { $last }
minutes-register-place = tavolo { $table }, sessione { $session }
minutes-register-evidence-many = Verbali dell’incontro { $event }: { $places }
minutes-register-evidence-more = Verbali dell’incontro { $event }: { $n } sessioni
minutes-register-without = Lascia fuori questa riga
minutes-register-in-time = Il contributo parlerà della versione { $version }. L’ultima di queste righe è stata detta il { $said }: è in tempo, perché la consultazione va fino al { $closes }.
minutes-register-late = Il contributo parlerà della versione { $version }. L’ultima di queste righe è stata detta il { $said }, dopo la chiusura della consultazione ({ $closes }): il contributo sarà tardivo, numerato e contato a parte.
minutes-register-more = Aggiungi righe di un’altra sessione
minutes-register-more-text = Si possono mettere insieme fino a { $n } righe dello stesso incontro. Quelle già scelte restano scelte.
minutes-register-choose = Scelta delle righe
minutes-register-choose-none = In questa sessione non ci sono righe da portare nel registro.
minutes-register-choose-button = Continua con le righe scelte
minutes-register-line = riga delle { $hour }
minutes-register-lines = Le righe del verbale
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
refused-minutes-too-many = Un contributo raccoglie fino a 49 righe: le altre possono diventarne un altro.
refused-minutes-choose = Va scelta almeno una riga del verbale, con la casella alla sua sinistra.
refused-minutes-changed = Nel frattempo una delle righe scelte è stata corretta: va riletta prima di portarla nel registro.
refused-minutes-in-register = Questa riga è già nel registro dei contributi: resta come è stata ricevuta.
refused-minutes-no-window = Nel registro si entra da quando una versione del piano ha la sua consultazione: il contributo parla di quella versione.
action-keep_minutes = Verbali dei tavoli
minutes-before = Com’era prima
minutes-keys = Con la tastiera, Alt e freccia su o giù spostano la riga su cui ci si trova.

event-desk-restitutions = Restituzioni
action-publish_restitution = Pubblicazione delle restituzioni
restitution-list = Restituzioni
restitution-list-text = Dal verbale di ogni sessione chi facilita ricava una sintesi e il piano d’azione emerso; poi una sola restituzione mette insieme l’intero incontro. Ogni frase si appoggia a righe del verbale. A pubblicare è una persona che non l’ha scritta.
restitution-to-list = Le restituzioni dei tavoli
restitution-public-text = Che cosa è emerso ai tavoli, nelle parole di chi li ha facilitati. Ogni frase si appoggia a ciò che è stato detto, e si può aprire.
restitution-none = Ancora nessuna restituzione
restitution-none-text = Le restituzioni compaiono qui quando chi facilita le ha scritte e un’altra persona le ha rilette e pubblicate.
restitution-title = Restituzione
restitution-of = Restituzione: { $of }
restitution-whole = Intero incontro
restitution-whole-text = Mette insieme le restituzioni delle sessioni: ogni frase si appoggia a ciò che esse dicono. Il piano d’azione è quello delle sessioni, riunito per obiettivo.
restitution-to-minutes = Apri il verbale
restitution-sentences-n = { $n ->
    [0] nessuna frase
    [one] una frase
   *[other] { $n } frasi
  }
restitution-actions-n = { $n ->
    [one] un’azione
   *[other] { $n } azioni
  }
restitution-synthesis = Sintesi
restitution-plan = Piano d’azione emerso
restitution-plan-text = Per ogni obiettivo: che cosa si fa, chi lo fa, quando e con che cosa, come è emerso in questa sessione.
restitution-points-none = Qui non c’è ancora nulla.
restitution-new-sentence = Aggiungi una frase
restitution-new-action = Aggiungi un’azione
restitution-mend-sentence = Correzione di una frase
restitution-mend-action = Correzione di un’azione
restitution-sentence = Frase o breve paragrafo
restitution-sentence-hint = In parole semplici, senza nominare nessuno.
restitution-objective = Obiettivo
restitution-objective-hint = Le azioni con lo stesso obiettivo si leggono insieme.
restitution-actions = Azioni: { $objective }
restitution-action = Azione
restitution-who = Chi
restitution-who-hint = Un ente, un ufficio, un gruppo: non una persona.
restitution-when = Quando
restitution-means = Con che cosa
restitution-rests = Righe del verbale a cui si appoggia
restitution-rests-whole = Che cosa dicono le sessioni, a cui si appoggia
restitution-rests-hint = Almeno una.
restitution-nothing-to-rest-on = Non c’è ancora nulla a cui appoggiarsi: prima occorre il verbale, e per l’intero incontro le restituzioni delle sessioni.
restitution-save = Salva
restitution-written = Scritta da { $name }
restitution-behind = { $n ->
    [one] Che cosa c’è dietro: una riga
   *[other] Che cosa c’è dietro: { $n } righe
  }
restitution-behind-plan = Che cosa c’è dietro ogni azione:
restitution-from = { $n ->
    [one] Da una sessione
   *[other] Da { $n } sessioni
  }
restitution-unshown = { $n ->
    [one] Un’altra riga non si mostra.
   *[other] Altre { $n } righe non si mostrano.
  }
restitution-removed = tolta dal verbale
restitution-mended = corretta dopo
restitution-barred = Non si mostra in pubblico: il registro trattiene questa riga, oppure qualcuno ne ha chiesto la correzione.
restitution-withheld = Non si mostra in pubblico.
restitution-withhold = Non mostrare in pubblico
restitution-show = Mostra in pubblico
restitution-overtaken-lines = Una riga a cui ci si appoggia è cambiata dopo: occorre rileggere, e salvare di nuovo.
restitution-overtaken = Nel frattempo { $name } ha riscritto questo punto
restitution-overtaken-text = Sopra si legge com’è adesso; qui sotto resta ciò che è stato scritto su questa pagina. Salvando, vale quello che sta qui sotto.
restitution-edition = Edizione { $n }
restitution-to-public = Come si legge in pubblico
restitution-same = Da quando è stata pubblicata non è cambiato nulla.
restitution-publish = Rileggi e pubblica
restitution-publish-text = Qui si legge ciò che si leggerà in pubblico, in pagina, PDF e DOCX. Una volta pubblicata, un’edizione non cambia più: le correzioni entrano in un’edizione nuova, accanto.
restitution-publish-button = Pubblica
restitution-publish-other = Chi l’ha scritta, anche solo in parte, non la pubblica: tocca a un’altra persona dell’ente promotore.
restitution-will-say = Che cosa dirà
restitution-back = Torna alla restituzione
restitution-missing = Prima di pubblicare
restitution-missing-nothing = Non c’è ancora nessuna frase.
restitution-missing-overtaken = Ciò che sta dietro è cambiato, da rileggere e salvare:
restitution-missing-named = Vi compare il nome di una persona, da togliere:
restitution-missing-named-behind = Una riga che si mostrerebbe contiene il nome di una persona, da correggere o da non mostrare:
restitution-missing-session = La restituzione di una sessione non è pubblicata, o è cambiata da allora:
refused-restitution-not-held = Una restituzione si pubblica quando ciò di cui parla è cominciato: la sessione, o l’incontro, deve ancora tenersi.
restitution-alike = Parole che sono anche un cognome, o il nome di un ente
restitution-alike-text = Queste parole sono anche il cognome (o l’unico nome) di una persona iscritta all’incontro o di chi facilita, oppure il nome di un ente che c’era e che non ha acconsentito a essere nominato. Se dicono chi ha parlato, vanno tolte; se sono parole comuni, o se dell’ente si parla soltanto, possono restare.
restitution-reread = Testo riletto: queste parole non dicono di nessuna persona né di nessun ente che cosa ha detto o fatto all’incontro
problem-restitution-named = Nomina qualcuno che c’era: il motivo si legge da tutti e non si può più cambiare
problem-restitution-alike = Va confermato che queste parole non dicono chi ha parlato, oppure vanno tolte
restitution-voices = Enti che parlano a proprio nome
restitution-voices-text = Accanto a ciò che è stato detto si legge il nome di un ente solo se l’ente ha acconsentito. Il nome di una persona non si legge mai.
restitution-voices-agreed = Hanno acconsentito a essere nominati
restitution-voices-none = Nessun ente nei verbali
restitution-voices-none-text = Qui compaiono gli enti per i quali qualcuno ha parlato a un tavolo.
restitution-names = Nessuna persona è nominata. Il nome di un ente si legge dove ha parlato a proprio nome e ha acconsentito.
restitution-question = Di che cosa si è discusso
restitution-official = La restituzione è pubblicata in italiano.
restitution-older = Questa edizione è stata sostituita.
restitution-newest = Leggi la più recente
restitution-editions = Tutte le edizioni:
restitution-fingerprint = Impronta del contenuto (SHA-256):
restitution-withdrawn-tag = ritirata
restitution-was-withdrawn = L’edizione { $n } è stata ritirata { $when }.
restitution-withdrawn-reason = Il motivo
restitution-withdrawn-text = Il testo e i file di questa edizione non si possono più leggere qui. Le altre edizioni restano come sono.
restitution-published-editions = Edizioni pubblicate
restitution-published-at = Pubblicata
restitution-withdraw-one = Ritira l’edizione { $n }
restitution-withdraw-title = Ritiro dell’edizione { $n }
restitution-withdraw-text = Una volta ritirata, l’edizione non si legge più, né in pagina né in PDF o DOCX. Al suo posto si leggono il giorno e il motivo. Le altre edizioni restano come sono. Il ritiro non si può annullare: se ne può pubblicare una nuova.
restitution-withdraw-whole = Se le stesse parole si leggono anche nella restituzione dell’intero incontro, va ritirata anche quella.
restitution-withdraw-other = Chi ha scritto la restituzione, anche solo in parte, non la ritira: tocca a un’altra persona dell’ente promotore.
restitution-withdraw-reason = Motivo, per tutti
restitution-withdraw-hint = Senza ripetere ciò che non deve più leggersi, e senza nominare nessuno.
restitution-withdraw-button = Ritira
done-restitution-withdrawn = Edizione ritirata.
refused-restitution-withdrawn = Questa edizione è già stata ritirata.
gone-restitution = Questa edizione della restituzione è stata ritirata: i suoi file non si possono più scaricare. Il motivo e le altre edizioni si leggono nella pagina della restituzione.
restitution-pdf = Scarica il PDF
restitution-docx = Scarica il DOCX
problem-rests-on-nothing = Va scelta almeno una riga a cui appoggiarsi
done-restitution = Restituzione aggiornata.
done-restitution-voices = Consensi degli enti aggiornati.
done-restitution-published = Restituzione pubblicata.
refused-restitution-full = La restituzione è piena: non ci stanno altri punti.
refused-restitution-overtaken = Nel frattempo un’altra persona ha riscritto questo punto: va riletto prima di toglierlo.
refused-restitution-rested-on = La restituzione dell’intero incontro si appoggia a questo punto: prima occorre cambiarla.
refused-restitution-missing = La restituzione non si può ancora pubblicare: la sua pagina dice che cosa manca.
refused-restitution-changed = Nel frattempo qualcosa è cambiato: conviene rileggere e riprovare.
refused-restitution-same = Da quando è stata pubblicata non è cambiato nulla.

reread-open-title = Rilettura da parte di chi c’era
reread-open-text = Chi era al tavolo, o vi ha parlato, e ha lasciato un indirizzo riceve una lettera con un collegamento personale: vi legge le righe riportate come sue, o del suo ente, e può chiederne la correzione fino al termine indicato. A chi non ha lasciato un indirizzo il collegamento si consegna su un foglietto. Intanto il verbale resta scrivibile.
reread-open-until = La rilettura è aperta fino a { $when }. Il termine si può spostare in avanti: chi c’era riceve un’altra lettera.
reread-readers = { $n ->
    [0] Al tavolo non risulta presente nessuno che abbia lasciato un indirizzo: non parte nessuna lettera.
    [one] Parte una lettera.
   *[other] Partono { $n } lettere.
  }
reread-until = Fino a quando
reread-until-hint = Ora di Roma; al massimo 60 giorni.
reread-open-button = Chiudi la sessione e manda le lettere
reread-longer-button = Sposta il termine e manda le lettere
reread-list = Correzioni richieste
reread-list-none = Nessuna correzione richiesta
reread-list-none-text = Qui compare ciò che chiede di correggere chi rilegge le proprie righe.
reread-to-decide = { $n ->
    [one] Una correzione richiesta aspetta una decisione.
   *[other] { $n } correzioni richieste aspettano una decisione.
  }
reread-asked = da decidere
reread-accepted = accolta
reread-declined = non accolta
reread-decide = Correzione richiesta
reread-decide-what = Che cosa si decide
reread-accept = La riga si corregge
reread-decline = La riga resta com’è
reread-new-wording = La riga corretta
reread-new-wording-hint = Serve solo se la riga si corregge.
reread-reason = Motivazione
reread-reason-hint = Obbligatoria se la riga resta com’è. La legge chi ha chiesto la correzione.
reread-decide-button = Conferma la decisione
reread-as-it-is = La riga, com’è adesso
reread-as-it-was = Quando è stata chiesta la correzione diceva:
reread-wanted = Dovrebbe dire:
reread-note = Perché
reread-note-hint = Se serve a capire.
reread-own = Le proprie righe del verbale
reread-own-text = Qui si legge ciò che chi facilitava ha riportato. Il nome di chi ha parlato resta al tavolo: nelle restituzioni pubbliche non compare mai.
reread-own-until = Si può chiedere una correzione fino a { $when }.
reread-own-over = Il termine per chiedere correzioni è passato: era { $when }.
reread-own-none = Nessuna riga
reread-own-none-text = Nel verbale di questa sessione nessuna riga è riportata con questo nome o per questo ente.
reread-said-by-you = riportata con il nome di chi legge
reread-said-for = riportata per { $name }
reread-in-register = Questa riga è già nel registro dei contributi: resta come è stata ricevuta.
reread-ask = Chiedi una correzione
reread-ask-button = Invia la richiesta
reread-wording = Come dovrebbe dire
reread-wording-hint = Si parte dalle parole riportate.
reread-state-asked = Correzione richiesta: la risposta arriva per lettera, e si legge qui.
reread-state-asked-here = Correzione richiesta: la risposta si legge qui.
reread-state-accepted = Correzione accolta
reread-state-declined = Correzione non accolta
reread-organisation = Il nome dell’ente
reread-named = { $name } ha acconsentito a essere nominato accanto a ciò che è stato detto a suo nome. Si può cambiare idea per le edizioni che verranno.
reread-not-named = Accanto a ciò che è stato detto a nome di { $name } non si legge nessun nome. Se l’ente acconsente, vi si legge il suo.
reread-name-button = L’ente acconsente
reread-unname-button = L’ente non acconsente più
done-reread-open = La rilettura è aperta e le lettere sono in partenza.
done-reread-asked = Richiesta inviata.
done-reread-decided = Decisione presa: chi ha chiesto riceve una lettera, o la legge con il suo foglietto.

slips-list = Chi ha parlato e non ha lasciato un indirizzo
slips-text = A queste persone non può arrivare nessuna lettera. Per ciascuna si prepara un foglietto da consegnare, con il collegamento alle sue righe. Un foglietto rifatto prende il posto di quello di prima, che non vale più.
slips-before = A queste persone non può arrivare nessuna lettera. Dopo l’apertura della rilettura, qui si prepara per ciascuna un foglietto con il collegamento alle sue righe.
slips-lines = { $n ->
    [one] una riga
   *[other] { $n } righe
  }
slips-made = foglietto preparato
slips-one = Prepara il foglietto
slips-again = Rifai il foglietto
slips-all = Prepara tutti i foglietti che mancano
slips-title = Foglietti da consegnare
slips-once = I foglietti si vedono soltanto adesso: vanno stampati, o mostrati, prima di lasciare questa pagina. Chi ha un foglietto legge le righe di quella persona: va dato solo a lei.
slips-back = Torna alla rilettura
slip-head = Per rileggere le proprie righe
slip-text = Si può leggere ciò che è stato riportato come detto da questa persona, o per il suo ente, e chiederne la correzione.
slip-code = Codice QR con il collegamento
slip-by-hand = Si inquadra il codice con il telefono, oppure si scrive questo indirizzo nel browser:
slip-until = Fino a { $when } (ora di Roma).
slip-personal = Il foglietto è personale: conviene non darlo ad altri.
refused-slips-before = I foglietti si preparano dopo l’apertura della rilettura.
refused-slips-none = Non manca nessun foglietto.
problem-when = Indicare giorno e ora
problem-reread-too-far = Al massimo 60 giorni da adesso
problem-reread-shorter = Il termine già comunicato non si può anticipare
problem-reread-same = La riga dice già così
refused-reread-too-early = La rilettura si apre dopo l’incontro, quando nel verbale c’è almeno una riga.
refused-reread-over = Il termine per chiedere correzioni è passato.
refused-reread-asked = Per questa riga c’è già una richiesta in attesa di risposta.
refused-reread-changed = Nel frattempo la riga è stata corretta: conviene rileggerla.
refused-reread-decided = Su questa richiesta è già stato deciso.
refused-reread-mended = Nel frattempo la riga è stata corretta: va riletta prima di decidere.
problem-past = Il termine deve essere nel futuro
