# L’istruttoria.
intake-state-answered = Con riscontro
intake-state-open = Da istruire
intake-state-withdrawn = Ritirati
intake-state-duplicate = Duplicati
intake-state-refused = Rifiutati dalla moderazione
