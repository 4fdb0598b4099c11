# Le interviste: chi è stato ascoltato e, a parte, che cosa si è appreso.
section-interviews = Interviste
staff-section-interviews = Interviste

interviews-page-title = Interviste – { $process }
interviews-title = Interviste
interviews-lead = Quante persone sono state ascoltate, e che cosa se ne è appreso, per temi. Nessuna frase è attribuita a chi l’ha detta.
interviews-public-none = Ancora nessuna intervista
interviews-public-none-text = Quando il percorso prevede interviste, qui compare quanto se ne è appreso.
interviews-how = L’ascolto
interviews-heard-total = { $n ->
    [one] È stata svolta un’intervista.
   *[other] Sono state svolte { $n } interviste.
  }
interviews-heard-few = Sono state svolte meno di { $n } interviste.
interviews-heard-online = Si sono svolte tutte online.
interviews-heard-in-person = Si sono svolte tutte in presenza.
interviews-heard-both = Di queste, { $in_person } in presenza e { $online } online.
interviews-heard-minutes = In media sono durate circa { $n } minuti.
interviews-asked = Le domande poste
interviews-learnt = Che cosa si è appreso
interviews-learnt-none = Le risultanze non sono ancora pubbliche.
interviews-learnt-text = Le risultanze riguardano l’insieme delle interviste. L’ordine in cui compaiono è casuale. Un tema è pubblico solo se poggia su almeno tre interviste.
interviews-theme-rests = { $n ->
    [one] Tema emerso in un’intervista.
   *[other] Tema emerso in { $n } interviste.
  }
interviews-theme-rests-few = Tema emerso in almeno tre interviste.
interviews-cited-by = Fonte di:
interviews-to-desk = Gestione delle interviste

passage-sources = Fonti
passage-sources-text = Questo passaggio tiene conto di quanto appreso dalle interviste:
passage-source-theme = Tema:
plan-sources = { $n ->
    [one] una fonte
   *[other] { $n } fonti
  }
plan-of-passage = del passaggio { $code }
doc-interviews = Le interviste
doc-findings-withdrawn = { $n ->
    [one] Una risultanza di questo tema è stata pubblicata e poi ritirata: il motivo si legge nella pagina delle interviste.
   *[other] { $n } risultanze di questo tema sono state pubblicate e poi ritirate: il motivo si legge nella pagina delle interviste.
  }

interviews-nav = Pagine delle interviste
interviews-heard = Interviste
interviews-heard-lead = Chi è stato ascoltato. Questi dati restano riservati: in pubblico compaiono solo i numeri e gli enti che hanno acconsentito.
interviews-questions = Domande
interviews-questions-lead = La griglia usata in tutte le interviste. È pubblica.
interviews-questions-label = Domande, una per riga
interviews-questions-hint = Nell’ordine in cui sono poste. Al massimo 500 caratteri ciascuna.
interviews-themes = Temi
interviews-themes-lead = I temi sotto cui si scrive quanto si è appreso, nell’ordine in cui compaiono, e il numero di interviste su cui ciascuno poggia.
interviews-findings = Risultanze
interviews-findings-lead = Quanto si è appreso, per temi e per l’insieme delle interviste: senza nomi e senza particolari che facciano riconoscere qualcuno. Di ciò che si scrive qui non si conservano né l’autore né l’ora.
interviews-sources = Fonti del piano
interviews-sources-lead = Una risultanza pubblica può essere indicata come fonte di un passaggio del piano.
interviews-publish = Pubblicazione
interviews-publish-lead = Le risultanze diventano pubbliche tutte insieme, in ordine casuale.
interviews-record = Registra un’intervista
interviews-record-lead = Si registra che l’intervista c’è stata. Quanto si è appreso si scrive a parte, per temi.
interviews-none = Nessuna intervista registrata
interviews-none-text = Le interviste svolte si registrano una per una; la loro durata e il loro numero entrano nel resoconto.
interviews-count = { $n ->
    [one] Un’intervista registrata, per data.
   *[other] { $n } interviste registrate, dalla più recente.
  }
interviews-see-public = Vedi la pagina pubblica

interview-way-in_person = In presenza
interview-way-online = Online
interview-minutes-short = { $n } min
interview-by = a cura di { $name }
interview-consent-written = Consenso scritto
interview-consent-recorded = Consenso registrato
interview-consent-spoken = Consenso a voce, annotato
interview-listed = fra i partecipanti
interview-not-listed = riservato
interview-correct = Correzione di un’intervista
interview-name = Chi è stato ascoltato
interview-name-hint = Nome e cognome. Non compare in alcuna pagina pubblica.
interview-organisation = Ente
interview-organisation-hint = Con il nome che avrebbe nel resoconto. Vuoto per chi è stato ascoltato a titolo personale.
interview-organisation-listed = L’ente può comparire fra i partecipanti
interview-organisation-listed-hint = Solo se la persona ha acconsentito. Un nome già presente nell’elenco non si ripete.
interview-held-on = Giorno
interview-minutes = Durata in minuti
interview-way = Modalità
interview-conducted-by = Chi ha condotto l’intervista
interview-consent = Consenso
interview-consent-hint = Come la persona ha acconsentito a essere ascoltata e all’uso di quanto detto, in forma anonima
interview-record-button = Registra
interview-correct-button = Salva
interview-remove = Elimina l’intervista
interview-remove-text = I dati della persona ascoltata sono cancellati. Le risultanze restano: nulla le collega a un’intervista. Se l’intervista contava per un tema, il numero di interviste di quel tema va corretto a mano; in pubblico non se ne dicono comunque più di quante sono registrate, e con meno di tre le risultanze non si mostrano.
interview-remove-button = Elimina
done-interview = Intervista registrata.
done-interview-corrected = Intervista corretta.
done-interview-removed = Intervista eliminata. Se contava per un tema, il numero di interviste di quel tema va corretto.

interview-theme-row = Tema { $n }
interview-theme-title = Titolo
interview-theme-interviews = Interviste su cui poggia
interview-theme-enough = Risultanze pubbliche: { $public }. Ancora da pubblicare: { $waiting }.
interview-theme-few = Poggia su meno di tre interviste: le sue risultanze ({ $waiting }) restano riservate.

findings-no-theme = Prima servono i temi
findings-no-theme-text = Ogni risultanza si scrive sotto un tema.
findings-to-themes = Scrivi i temi
finding-new = Nuova risultanza
finding-theme = Tema
finding-theme-choose = Scelta del tema
finding-text = Che cosa si è appreso
finding-text-hint = Una cosa sola, con parole proprie: mai una citazione, mai un nome di persona o di ente.
finding-button = Aggiungi
findings-written = Risultanze scritte
findings-none = Ancora nessuna.
finding-theme-rests = { $n ->
    [one] Poggia su un’intervista.
   *[other] Poggia su { $n } interviste.
  }
finding-theme-too-few = Ne servono almeno tre perché sia pubblico.
finding-public = pubblica
finding-mend-link = Correggi
finding-mend = Correzione di una risultanza
finding-mend-button = Salva
finding-remove = Elimina la risultanza
finding-remove-text = La risultanza è cancellata e non se ne conserva traccia.
finding-remove-button = Elimina
done-finding = Risultanza aggiunta.
done-finding-mended = Risultanza corretta.
done-finding-removed = Risultanza eliminata.

findings-will-be-public = Che cosa sarà pubblico
findings-ready = { $n ->
    [0] Nessuna risultanza nuova si può pubblicare ora.
    [one] Una risultanza nuova diventerà pubblica.
   *[other] { $n } risultanze nuove diventeranno pubbliche.
  }
findings-public-already = { $n ->
    [one] Una è già pubblica e non cambia.
   *[other] { $n } sono già pubbliche e non cambiano.
  }
findings-held-back-title = Che cosa resta riservato
findings-held-back = { $n ->
    [one] Una risultanza resta riservata, perché il suo tema poggia su meno di tre interviste.
   *[other] { $n } risultanze restano riservate, perché i loro temi poggiano su meno di tre interviste.
  }
findings-publish-final = Una risultanza pubblicata non si può più correggere né eliminare: si può solo ritirare, con un motivo che si legge al suo posto.
findings-publish-again = Chi confronta la pagina di prima e quella di dopo vede quali risultanze sono nuove. Se da allora le interviste sono state meno di tre, conviene attendere.
findings-publish-order = Pubblicando, tutte le risultanze non ancora pubbliche sono riscritte in ordine casuale e con nuovi numeri: l’ordine in cui sono state scritte si perde.
findings-publish-button = Pubblica le risultanze
findings-publish-who = La pubblicazione spetta all’ente promotore.
findings-ready-words = Le parole che diventeranno pubbliche
findings-over-held = Più interviste di quante ne sono registrate
findings-over-held-text = Questi temi poggiano su più interviste di quante ne sono registrate. Va corretto il numero del tema, oppure vanno registrate le interviste che mancano.
findings-named = Nomi di chi è stato ascoltato
findings-named-text = In queste risultanze c’è il nome e cognome di una persona ascoltata, o di chi ha condotto un’intervista. Prima di pubblicare va tolto.
findings-alike = Parole che sono anche un cognome, o il nome di un ente riservato
findings-alike-text = Queste parole sono anche il cognome (o l’unico nome) di una persona ascoltata o di chi l’ha ascoltata, oppure il nome di un ente che ha chiesto di non comparire. Se fanno riconoscere qualcuno vanno tolte; se sono parole comuni, o se dell’ente si parla soltanto, possono restare.
findings-reread = Testo riletto: queste parole non fanno riconoscere nessuna persona né alcun ente ascoltato
problem-findings-alike = Va confermato che queste parole non fanno riconoscere nessuno, oppure vanno tolte
refused-findings-over-held = Un tema poggia su più interviste di quante ne sono registrate: va corretto il suo numero, oppure vanno registrate le interviste che mancano.
refused-findings-named = In una risultanza c’è il nome e cognome di una persona ascoltata, o di chi ha condotto un’intervista: prima di pubblicare va tolto.
refused-findings-changed = Nel frattempo le risultanze da pubblicare sono cambiate. Vanno rilette prima di pubblicarle.
interview-themes-held = { $n ->
    [0] Nessuna intervista è registrata: prima della pubblicazione un tema non può poggiare su più interviste di quante sono registrate.
    [one] È registrata un’intervista: prima della pubblicazione un tema non può poggiare su più interviste di quante sono registrate.
   *[other] Sono registrate { $n } interviste: prima della pubblicazione un tema non può poggiare su più interviste di quante sono registrate.
  }
interview-theme-over-held = { $held ->
    [0] Poggia su { $n }, ma nessuna intervista è registrata.
    [one] Poggia su { $n }, ma ne è registrata una.
   *[other] Poggia su { $n }, ma ne sono registrate { $held }.
  }
problem-theme-over-held = { $n ->
    [one] È registrata una sola intervista
   *[other] Al massimo { $n }: tante sono le interviste registrate
  }
finding-withdraw-link = Ritira
finding-withdrawn-tag = ritirata
finding-withdrawn = Risultanza ritirata ({ $when }). Motivo: { $reason }
finding-withdraw = Ritiro di una risultanza
finding-withdraw-text = Una volta ritirata, la risultanza non si legge più, né fra le interviste né dove un passaggio del piano la cita. Al suo posto si leggono il giorno e il motivo. Il ritiro non si può annullare.
finding-withdraw-reports = I resoconti e le guide già pubblicati restano come sono: un resoconto che riporta queste parole va ritirato a parte.
finding-withdraw-reason = Motivo, per tutti
finding-withdraw-hint = Senza ripetere ciò che non deve più leggersi, e senza nominare nessuno.
finding-withdraw-button = Ritira la risultanza
done-finding-withdrawn = Risultanza ritirata.
refused-finding-withdrawn = Questa risultanza è già stata ritirata.
problem-finding-reason-named = Nomina una persona ascoltata o un ente riservato: il motivo si legge da tutti e non si può più cambiare
done-findings-published = Risultanze pubblicate.

sources-nothing = Nessuna risultanza pubblica
sources-nothing-text = Si possono citare solo risultanze già pubblicate.
source-new = Nuova fonte
source-finding = Risultanza
source-finding-choose = Scelta della risultanza
source-code = Codice del passaggio
source-code-hint = Come si legge accanto al passaggio, per esempio P-014. Il passaggio deve stare in una versione pubblicata.
source-button = Aggiungi la fonte
sources-cited = Fonti indicate
sources-none = Ancora nessuna.
source-remove = Togli
source-remove-named = Togli la fonte del passaggio { $code }
done-source = Fonte aggiunta.
done-source-removed = Fonte tolta.

problem-held-later = Il giorno non può essere nel futuro
problem-held-long-ago = Serve un giorno dal 2000 in poi
problem-minutes = Serve un numero intero di minuti, da 1 a 1440
problem-organisation-to-list = Per farlo comparire fra i partecipanti serve il nome dell’ente
problem-too-many = Al massimo { $n }
problem-theme-published = Il tema ha risultanze pubbliche: deve poggiare su almeno { $n } interviste
problem-theme-title-published = Il tema ha risultanze pubbliche: il titolo non cambia più
problem-source-stands = Questo passaggio ha già questa fonte
problem-finding-stands = Sotto questo tema c’è già una risultanza con le stesse parole
refused-theme-has-findings = Uno dei temi tolti ha delle risultanze. Prima vanno spostate sotto un altro tema, oppure eliminate.
refused-finding-published = La risultanza è pubblica e non cambia più. Chi può pubblicarla può ritirarla, con un motivo.
refused-no-findings = Non c’è nulla da pubblicare: nessuna risultanza nuova, oppure i loro temi poggiano su meno di tre interviste.

trail-of-findings-published = risultanze pubbliche: { $a }, in { $b } temi
trail-of-finding-withdrawn = risultanza ritirata
trail-of-interview-changed = intervista corretta
trail-of-interview-questions = domande delle interviste
trail-of-interview-recorded = intervista registrata
trail-of-interview-removed = intervista eliminata
trail-of-interview-themes = temi delle interviste
trail-of-source = fonte del passaggio { $a }
trail-of-source-removed = fonte del passaggio { $a } tolta
action-record_interview = Registrazione delle interviste
action-keep_findings = Temi delle interviste
action-publish_findings = Pubblicazione delle risultanze
action-cite_finding = Fonti del piano

privacy-interviews = Chi viene intervistato
privacy-interviews-text = Di ogni intervista si conservano il nome di chi è stato ascoltato, l’ente, il giorno, la durata, chi l’ha condotta e il consenso: li vede solo chi gestisce il percorso. Quanto si è appreso è scritto a parte, per temi, e nulla permette di risalire a chi l’ha detto.
