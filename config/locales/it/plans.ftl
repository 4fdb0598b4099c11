plan-title = Il piano
plan-version-title = { $title }, versione { $n }
plan-none = La bozza non è ancora pubblicata
plan-none-text = Comparirà qui, con tutti i suoi passaggi, quando l’ente promotore la pubblicherà.
plan-to-process = Torna al percorso
plan-facts = Versione { $n }, pubblicata il { $date }: { $passages ->
    [one] un passaggio
   *[other] { $passages } passaggi
  }.
plan-versions = Versioni del piano
plan-version = Versione { $n }
plan-version-newest = Versione { $n } (la più recente)
plan-older = Questa non è la versione più recente.
plan-older-link = Leggi la più recente
plan-compare = Confronta le versioni
plan-comment = Commenta
plan-the-passage = il passaggio { $code }
plan-on-passage = sul passaggio { $code }
plan-comment-whole = Commenta il piano nel suo insieme
plan-whole-count = { $n ->
    [one] Un contributo sul piano nel suo insieme
   *[other] { $n } contributi sul piano nel suo insieme
  }
plan-count = { $n ->
    [one] Un contributo
   *[other] { $n } contributi
  }
plan-contents = Indice
plan-passage = Passaggio
plan-undecided-code = da decidere
plan-table-label = Tabella { $code }
plan-long = Il piano ha { $n } passaggi: qui c’è il primo capitolo, gli altri si aprono dall’indice.
plan-all = Leggi tutto il testo in una pagina
plan-chapters = Capitoli
plan-chapter-before = Capitolo precedente
plan-chapter-after = Capitolo successivo
plan-chapter-where = Capitolo { $n } di { $of }

passage-title = Passaggio { $code }
passage-text = Testo del passaggio
passage-version = Si legge in
passage-in-version = Versione { $n } del piano
passage-chapter = Capitolo
passage-before = Prima
passage-after = Dopo
passage-comment = Commenta questo passaggio
passage-ended = Dalla versione { $n } questo passaggio non è più nel piano. Qui resta il suo ultimo testo, con tutto ciò che è stato detto.
passage-ended-into = Il suo contenuto è confluito nel passaggio
passage-ended-nowhere = Il suo contenuto non è confluito in un altro passaggio.
passage-history = Storia del passaggio
passage-first = Così nella prima versione.
passage-born = Nuovo in questa versione.
passage-same = Nessuna modifica rispetto alla versione precedente.
passage-contributions = Contributi su questo passaggio
passage-no-contributions = Nessun contributo pubblicato su questo passaggio.
passage-author-person = una persona
passage-supports = { $n ->
    [one] Un’adesione
   *[other] { $n } adesioni
  }
passage-proposed = Testo proposto:
passage-kind-appreciation = Apprezzamento
passage-kind-addition = Aggiunta
passage-kind-rewording = Modifica del testo
passage-kind-question = Domanda

redline-added = [aggiunto:
redline-removed = [tolto:
redline-key-removed = testo tolto
redline-key-added = testo aggiunto

change-unexplained = Nessuna spiegazione.
change-request = Richiesta n. { $n }
change-contribution = contributo n. { $n }
change-reason-editorial = Correzione redazionale
change-reason-motion = Atto di un altro organo
change-reason-law = Norma di legge
