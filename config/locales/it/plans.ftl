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
plan-comment-whole = Commenta tutto il piano
plan-changed-why = Modificato: perché?
plan-reshaped-why = Cambia la forma: come?
plan-new-why = Nuovo: perché?
plan-moved-why = Spostato: perché?
plan-whole-count = Contributi generali ({ $n })
plan-no-window = Su questa versione non c’è una consultazione.
plan-window-elsewhere = La consultazione è sulla versione { $n }: qui si legge e si commenta
plan-count = { $n ->
    [one] Un contributo
   *[other] { $n } contributi
  }
plan-contents = Indice
plan-passage = Passaggio
plan-undecided-code = da decidere
plan-table-label = Tabella { $code }
plan-figure-unsaid = Immagine di cui manca ancora la descrizione
plan-long = Il piano ha { $n } passaggi: qui c’è il primo capitolo, gli altri si aprono dall’indice.
plan-all = Leggi tutto il testo in una pagina
plan-print = Stampa tutto il piano
plan-print-here = Tutto il piano è in questa pagina: con il comando Stampa del browser si stampa per intero.
plan-printed-part = Qui c’è solo una parte del piano: il capitolo { $n } di { $of }. Il piano intero:
plan-chapters = Capitoli
plan-chapter-before = Capitolo precedente
plan-chapter-after = Capitolo successivo
plan-chapter-where = Capitolo { $n } di { $of }
plan-share = Con questo capitolo si è letto il { $percent }% del testo.
plan-share-label = Quanto del testo si è letto alla fine di questo capitolo
plan-minutes = { $minutes ->
    [one] Circa un minuto di lettura.
   *[other] Circa { $minutes } minuti di lettura.
  }
plan-by-chapter = Leggi un capitolo alla volta
summary-heading = In breve

size-label = Dimensione del testo
size-short = Testo
size-normal = normale
size-large = grande
size-largest = molto grande

since-title = Novità per chi ha già commentato
since-link = Novità per chi ha già commentato
since-lead = Dalla versione commentata alla versione { $n }, pubblicata il { $date }: prima i passaggi su cui si è scritto, poi il resto.
since-sign-in = Per ritrovare qui i passaggi su cui si è scritto serve l’account con cui si è partecipato.
since-own = I passaggi commentati
since-own-none = Da questo account non è stato scritto su passaggi di una versione precedente.
since-from = Commentato nella versione { $n }:
since-into = confluito in un altro passaggio
since-elsewhere = Tutto ciò che è cambiato dalla versione { $n } del { $date }
since-all = Apri il confronto, parola per parola
since-others = Conta da un’altra versione
since-only = Non ci sono versioni più recenti.

search-title = Cerca nel piano
search-in = Cerca nella versione { $n } del piano
search-lead = Si trovano anche le altre forme di una parola: «cooperative» trova «cooperativa». Un passaggio si trova anche dal suo codice, come P-036, o dal suo numero.
search-words = Parole da cercare
search-code = Il passaggio { $code } si legge in un’altra versione
search-button = Cerca
search-found = { $n ->
    [0] Nessun passaggio
    [one] Un passaggio
   *[other] { $n } passaggi
  }
search-none = Nessun passaggio contiene tutte queste parole.

passage-title = Passaggio { $code }
passage-text = Testo del passaggio
passage-version = Si legge in
passage-in-version = Versione { $n } del piano
passage-chapter = Capitolo
passage-before = Prima
passage-after = Dopo
passage-comment = Commenta questo passaggio
passage-comment-in = Commenta questo passaggio nella versione { $n }
passage-ended = Dalla versione { $n } questo passaggio non è più nel piano. Qui resta il suo ultimo testo, con tutto ciò che è stato detto.
passage-taken-out = Tolto in questa versione.
passage-ended-into = Il suo contenuto è confluito nel passaggio
passage-ended-nowhere = Non risulta che il suo contenuto sia confluito in un altro passaggio.
passage-now-in = Oggi si legge in
passage-parted-from = Diviso da
passage-parts = Ne sono nati, per divisione
passage-took-in = Vi sono confluiti
passage-history = Storia del passaggio
passage-first = Così nella prima versione.
passage-born = Nuovo in questa versione.
passage-moved = Le parole non cambiano, il posto sì.
passage-contributions = Contributi su questo passaggio
passage-no-contributions = Nessun contributo pubblicato su questo passaggio.

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
change-same = invariato
change-edited = modificato
change-moved = spostato
change-moved-and-edited = spostato e modificato
change-new = nuovo
change-removed = tolto
change-stood-after = Spostato: prima stava dopo
change-stood-first = Spostato: prima stava all’inizio.
change-parted = Nato dalla divisione di
change-typography = Cambiano solo virgolette, trattini o spazi.
change-reshaped = cambia la forma
change-renumbered = solo il numero
change-signs = solo segni tipografici
form-only = Stesse parole, cambia la forma: { $what }.
form-only-number = Stesse parole, cambia solo il numero: da { $from } a { $to }.
form-too = Anche la forma è cambiata: { $what }.
form-kind = da { $from } a { $to }
form-number = numero da { $from } a { $to }
form-number-given = numero { $to } aggiunto
form-number-gone = numero { $from } tolto
form-emphasis = grassetto o corsivo diversi
form-link = collegamento diverso
form-cells = tabella: celle unite diversamente
form-headers = tabella: intestazioni diverse
form-picture = immagine sostituita

compare-name = Confronto
compare-title = Dalla versione { $from } alla versione { $to }
compare-lead = Che cosa è cambiato, parola per parola, e per quale richiesta.
compare-dates = Versione { $from } del { $from-date }, versione { $to } del { $to-date }.
compare-one = C’è una sola versione
compare-one-text = Il confronto sarà possibile quando ne sarà pubblicata un’altra.
compare-read = Leggi la versione { $n }
compare-others = Altri confronti
compare-from = Dalla versione
compare-to = Alla versione
compare-go = Confronta
compare-pair = { $from } → { $to }
compare-filter = Che cosa mostrare
compare-changed = { $n ->
    [one] cambiamento
   *[other] cambiamenti
  }
compare-edited = { $n ->
    [one] modificato
   *[other] modificati
  }
compare-moved = { $n ->
    [one] spostato
   *[other] spostati
  }
compare-new = { $n ->
    [one] nuovo
   *[other] nuovi
  }
compare-removed = { $n ->
    [one] tolto
   *[other] tolti
  }
compare-moved-and-edited = { $n ->
    [one] spostato e modificato
   *[other] spostati e modificati
  }
compare-turned = Le versioni sono mostrate nell’ordine in cui sono uscite: dalla { $from } alla { $to }.
compare-typography = { $n ->
    [one] solo tipografico
   *[other] solo tipografici
  }
compare-reshaped = nella forma
compare-renumbered = { $n ->
    [one] solo rinumerato
   *[other] solo rinumerati
  }
compare-by-chapter = Cambiamenti per capitolo
compare-chapter = Capitolo
compare-all-chapters = Tutti i capitoli
compare-view = Come mostrare le parole
compare-view-beside = affiancate
compare-view-inline = in un solo testo
compare-lost = Contributi su passaggi tolti senza seguito
compare-docx = Scarica il confronto con le revisioni (.docx)
tracked-page = Pagina
compare-all = tutti i passaggi
compare-nothing = Nulla da mostrare
compare-nothing-text = Nessun passaggio è di questo tipo.
compare-no-chapter = Prima dei capitoli

desk-title = Piano
desk-lead = Da un file Word, LibreOffice, HTML o Markdown alla versione pubblicata: si importa, si controlla, si pubblica.
desk-first = Importare la bozza
desk-first-text = Titoli, paragrafi, voci di elenco e tabelle diventano passaggi, ciascuno con un codice che non cambia più. Nulla è pubblico finché la versione non viene pubblicata.
desk-next = Importare la prossima versione
desk-next-text = I passaggi uguali o quasi uguali a quelli della versione pubblicata tengono il loro codice; sugli altri decide una persona.
desk-replace = Importare un altro file al posto di questa bozza
desk-replace-text = La bozza di adesso viene sostituita, con le decisioni già prese sui suoi passaggi.
desk-file = Il file del piano
desk-file-hint = Word (.docx) o LibreOffice (.odt), al massimo 50 MB; pagina web (.html), 32 MB; Markdown (.md), 4 MB.
desk-file-detail = Dettaglio per l’assistenza:
desk-upload = Importa
desk-published = Versioni pubblicate
desk-none-published = Ancora nessuna.
desk-published-on = Pubblicata il
desk-explain = Spiega i cambiamenti
desk-window = Consultazione: apertura, chiusura, proroghe

draft-title = Bozza della versione { $n }
draft-from = Dal file { $file }, importato il { $when }.
draft-preview = Guarda l’anteprima
draft-preview-text = Il testo come lo vedrà chi legge.
draft-summary-none = Manca: è ciò che si legge per primo, prima dei capitoli. Senza, la pagina comincia dal testo.
draft-summary-text = Scritta. Si può cambiare finché la versione è in bozza.
summary-title = Sintesi in parole semplici
summary-lead = Si legge prima dei capitoli della versione { $n } ed è pubblicata insieme a essa. Dopo non cambia più.
summary-text = La sintesi
summary-hint = Che cosa propone il piano, per chi, entro quando, e che cosa si chiede a chi legge. Frasi brevi, parole di tutti i giorni. Una riga vuota separa due capoversi.
summary-save = Salva la sintesi
summary-write = Scrivi la sintesi
summary-before = La sintesi della versione precedente
summary-clash-title = Nel frattempo qualcun altro ha cambiato la sintesi
summary-clash = Nulla è andato perso. Qui sotto i due testi; nel modulo c’è quello appena scritto, da completare. Salvando di nuovo, prende il posto dell’altro.
draft-undecided = { $n ->
    [one] Decidi su un passaggio
   *[other] Decidi su { $n } passaggi
  }
draft-undecided-text = Potrebbero continuare passaggi della versione precedente: va detto quale.
draft-ended = { $n ->
    [one] Un passaggio non c’è più
   *[other] { $n } passaggi non ci sono più
  }
draft-ended-text = Per ciascuno si può dire in quale passaggio è confluito. { $n ->
    [0] Finora per nessuno.
    [one] Detto per uno.
   *[other] Detto per { $n }.
  }
draft-publish = Pubblica la versione
draft-publish-text = Prima viene mostrato che cosa comporta.
draft-publish-undecided = Si può quando nessun passaggio è più da decidere.
draft-publish-role = Spetta a chi ha il ruolo di ente promotore.
draft-lost = { $n ->
    [one] Un contributo resterebbe senza seguito
   *[other] { $n } contributi resterebbero senza seguito
  }
draft-lost-text = Sono su passaggi tolti, il cui contenuto non è confluito altrove.
draft-discard = Eliminare questa bozza
draft-discard-text = Si perdono il testo importato e le decisioni prese. Le versioni pubblicate restano come sono.
draft-discard-cited = La bozza è citata da questi riscontri: per eliminarla va prima tolta la citazione.
draft-discard-button = Elimina la bozza

matched-title = Come i passaggi hanno avuto il loro codice
matched-total = Passaggi in tutto

relation-unsure = Da decidere
relation-parted = Nati da una divisione
relation-moved = Spostati
relation-edited = Modificati
relation-new = Nuovi
relation-unchanged = Uguali
relation-from = Diviso da { $codes }.
relation-took-in = Vi è confluito { $codes }.
relation-confidence = Certezza del programma: { $percent }.
relation-decide = Decidi

import-check = Controllo dell’importazione
import-words-file = Parole nel file
import-words-passages = Parole nei passaggi
import-no-differences = Ogni parola del file si ritrova nei passaggi.
import-differences = Differenze: { $n }
import-differences-text = Parole che stanno da una parte sola. Conviene controllarle nel file prima di pubblicare.
import-place = Dove
import-side = Che cosa
import-words = Parole
import-lost = Nel file, non nei passaggi
import-gained = Nei passaggi, non nel file
import-notes = Semplificazioni
import-no-notes = Il file è stato letto per intero, senza semplificazioni.
import-notes-caption = Semplificazioni: { $n }
import-notes-text = Che cosa non si è potuto leggere, o è stato reso in modo più semplice.
import-note = Che cosa
import-detail = Dettaglio
import-more = { $n ->
    [one] Mostra un’altra riga
   *[other] Mostra altre { $n } righe
  }
import-place-paragraph = paragrafo { $n } del file
import-place-footnote = nota { $n } a piè di pagina
import-place-endnote = nota { $n } di chiusura
import-place-line = riga { $n } del file
import-place-block = passaggio { $n } della bozza
import-place-gone = passaggio { $n } del file, che nella bozza non c’è più
import-place-whole = tutto il file

note-image_without_alt = Immagine senza testo alternativo: va scritto nel testo della bozza (nel dettaglio il nome dell’immagine)
note-image_dropped = Immagine che il file dichiara decorativa, tralasciata
note-image_not_kept = Immagine di cui resta il solo testo alternativo
note-list_in_cell = Elenco dentro una cella o una nota: ogni voce è una riga, con il suo segno
note-number_dropped = Numerazione automatica troppo lunga per essere un numero: tolta
note-image_missing = Immagine che non è dentro il file: resta il suo testo alternativo
note-image_kind_refused = Immagine di un tipo che i browser non mostrano: resta il testo alternativo. Va salvata come PNG o JPEG
note-image_too_large = Immagine più grande di 8 MB o di 40 milioni di punti: resta il suo testo alternativo
note-images_too_many = Troppe immagini prima di questa: resta il suo testo alternativo
note-image_moved = Immagini dentro tabelle o note, ora dopo il passaggio che le conteneva
note-object_dropped = Grafico, disegno o file incorporato, tralasciato
note-insertions_accepted = Inserimenti in revisione, letti come accettati
note-deletions_accepted = Cancellazioni in revisione, lette come accettate
note-moves_accepted = Spostamenti in revisione, letti come accettati
note-formatting_accepted = Modifiche di formato in revisione, lette come accettate
note-comments_dropped = Commenti a margine, tralasciati
note-footnotes_moved = Note, ora dopo il passaggio che le cita
note-footnote_uncited = Nota che nessun testo cita, messa in fondo
note-footnote_missing = È citata una nota che non esiste
note-heading_skipped = Titolo più di un livello sotto il precedente
note-header_dropped = Intestazione di pagina, tralasciata
note-footer_dropped = Piè di pagina, tralasciato
note-nested_table = Tabella dentro una tabella, resa come testo della cella
note-header_row_guessed = Tabella senza riga di intestazione: presa la prima, tutta in grassetto
note-contents_dropped = Sommario automatico, tralasciato: il sito ne fa uno suo
note-hidden_text = Testo nascosto, tralasciato
note-text_box_moved = Casella di testo, ora dopo il paragrafo che la conteneva
note-formula_flattened = Formula, resa come testo semplice
note-symbol_replaced = Simbolo di un carattere speciale, reso come punto d’elenco
note-numbering_simplified = Numerazione non prevista, resa in cifre
note-foreign_content = Contenuto di un altro file o formato, non letto
note-link_dropped = Collegamento che non porta al web né a una casella e-mail: resta il testo
note-raised_flattened = Apice o pedice, reso come testo semplice: il senso può cambiare, come in una formula
note-inner_link_led = Collegamenti e rimandi a un altro punto del documento: portano al passaggio che si trova lì
note-inner_link_lost = Collegamento o rimando a un punto che nel documento non c’è: resta il testo
note-cross_reference_flattened = Collegamenti e rimandi a un altro punto del documento: resta il testo
note-look_dropped = Testo sottolineato, evidenziato o in maiuscoletto, reso come testo semplice
note-strike_dropped = Testo barrato, reso come testo semplice
note-html_dropped = Codice HTML: resta il testo
note-script_dropped = Programmi nella pagina, tralasciati
note-own_codes_dropped = Codici dei passaggi scritti dall’esportazione, tralasciati
note-front_matter_dropped = Dati in testa al file Markdown, tralasciati

preview-title = Anteprima
preview-text = Questa è un’anteprima: la vede solo chi lavora al percorso.
plan-draft-facts = Bozza della versione { $n }: { $passages ->
    [one] un passaggio
   *[other] { $passages } passaggi
  }.

matches-title = Abbinamenti della bozza
matches-lead = Che cosa è ogni passaggio rispetto alla versione precedente, il meno certo per primo. Un abbinamento sbagliato, deciso da una persona o dal programma, si può riaprire e decidere di nuovo.
matches-open = Vedi e riapri gli abbinamenti
matches-none = Nessun passaggio in questo elenco
matches-none-text = Gli altri elenchi sono qui sopra.
matches-reopen = Riapri { $code }
matches-back = Torna alla bozza della versione { $n }
done-reopened = L’abbinamento è di nuovo da decidere.
decide-title = Passaggi da decidere
decide-lead = Qui il testo da solo non basta a dire che cosa è diventato un passaggio. Chi continua un passaggio ne prende il codice e con esso i contributi ricevuti. Ogni risposta è salvata subito; le altre possono aspettare.
decide-keys = Con la tastiera: il tasto scritto su ogni pulsante, J e K per la domanda dopo e quella prima.
decide-choose = Va scelta una risposta
decide-choose-which = Torna al passaggio
decide-none = Tutto deciso
decide-none-text = Nessun passaggio della bozza è da decidere.
decide-back = Torna alla bozza
decide-left = { $n ->
    [one] Ne resta uno.
   *[other] Ne restano { $n }.
  }
decide-one = Quale passaggio continua il n. { $n } della bozza?
decide-part = Il n. { $n } della bozza è una parte di un passaggio di prima?
decide-part-yes = Sì, è una parte di { $code }
decide-part-no = No, è del tutto nuovo
decide-went = Dove è andato { $code }, che non c’è più?
decide-went-yes = È confluito in { $code }
decide-went-no = Da nessuna parte: è stato tolto
decide-went-first = Prima va detto quale passaggio è
decide-went-which = il n. { $n } della bozza.
decide-old-text = Nella versione precedente
decide-new-text = Nella bozza
decide-after = Dopo:
decide-candidate = Continua { $code } (somiglianza: { $percent })
decide-new = Nessuno: è un passaggio nuovo
decide-new-text-hint = Riceve un codice nuovo.
decide-taken = Gli altri passaggi simili sono già continuati altrove nella bozza.
decide-rest = A { $n } passaggi della bozza non resta nulla da continuare: i passaggi simili sono già continuati da altri.
decide-rest-button = Sono tutti nuovi
decide-decided = { $n ->
    [one] Rivedi la decisione già presa
   *[other] Rivedi le { $n } decisioni già prese
}
decide-again-title = Decisioni già prese
decide-again-lead = Fino alla pubblicazione della versione ogni decisione si può cambiare.
decide-again-back = Torna ai passaggi da decidere

lost-title = Contributi senza seguito
lost-title-version = Contributi senza seguito nella versione { $n }
lost-lead = Contributi su passaggi che in questa versione non ci sono più, e il cui contenuto non è confluito in nessun altro. I contributi restano nel registro, e il passaggio resta leggibile con il suo codice.
lost-lead-draft = Se la bozza fosse pubblicata così, questi contributi resterebbero su passaggi che non hanno un seguito. Se il contenuto è passato altrove, conviene dirlo.
lost-none = Nessun contributo è senza seguito
lost-none-text = Ogni passaggio commentato continua in questa versione, o è confluito in uno che c’è.
lost-count = { $n ->
    [one] Un contributo in tutto.
   *[other] { $n } contributi in tutto.
  }
lost-contributions = { $n ->
    [one] Senza seguito:
   *[other] Senza seguito, { $n }:
  }
lost-to-ended = Indica dove sono confluiti

ended-title = Passaggi che non ci sono più
ended-lead = Restano citabili con il loro codice. Se il contenuto è passato altrove, chi li cerca viene accompagnato lì. Dirlo è facoltativo.
ended-none = Nessun passaggio è stato tolto
ended-none-text = Tutti i passaggi della versione precedente continuano in questa bozza.
ended-into = Dove è confluito
ended-nowhere = Da nessuna parte
ended-unsaid = Finora nessuno ha detto dove è andato.
ended-unsure = Forse è confluito altrove: è fra i passaggi da decidere.
ended-by-program = Il testo è stato ritrovato dal programma.
ended-nothing-alike = Il programma non ha trovato un testo simile.
ended-by-hand = Detto da una persona.
ended-other = Un altro passaggio
ended-other-hint = Il suo codice, per esempio P-012. Vale al posto della scelta qui sopra.
ended-save = Salva

publish-title = Pubblicazione
publish-version = Pubblicazione della versione { $n }
publish-lead = Che cosa comporta:
publish-immutable = Da quel momento il testo non si può più cambiare: una correzione è una nuova versione.
publish-codes = I codici dei passaggi restano per sempre.
publish-told = Chi ha chiesto di essere avvisato riceve una lettera.
publish-next = La versione precedente resta leggibile, e il confronto fra le due è pubblico.
publish-lost = L’elenco sarà pubblico.
publish-open = La consultazione sulla versione precedente è ancora aperta: resta aperta su quella versione.
publish-no-summary = Manca la sintesi in parole semplici, che si legge prima dei capitoli: dopo la pubblicazione non si può più aggiungere.
publish-note = Nota su questa versione
publish-note-hint = Pubblica, sotto il titolo: da dove viene, che cosa cambia.
publish-button = Pubblica

explain-title = Spiegazioni dei cambiamenti
explain-version = Cambiamenti dalla versione { $from } alla { $to }
explain-lead = I cambiamenti che nessuna richiesta spiega. La ragione data qui è pubblica, accanto al testo cambiato e nel resoconto.
explain-one = C’è una sola versione
explain-one-text = Non ci sono cambiamenti da spiegare.
explain-none = Tutto spiegato
explain-none-text = Ogni cambiamento ha una richiesta o una ragione.
explain-left = { $n ->
    [one] Ne resta uno.
   *[other] Ne restano { $n }.
  }
explain-choose = Cambiamenti a cui dare la stessa ragione
explain-whole-page = Tutti i cambiamenti elencati in questa pagina
explain-kind = Tipo di ragione
explain-note = Perché
explain-note-hint = In una frase. Per un atto di un altro organo, quale e di quando; per una norma, quale.
explain-save = Salva la ragione
explain-given = Ragioni già date: { $n }
explain-to-comparison = Vedi il confronto pubblico

window-title = Consultazione
window-lead = Quando si può commentare la versione più recente. Gli orari sono quelli di Roma.
window-no-version = Nessuna versione pubblicata
window-no-version-text = Si consulta su una versione pubblicata: prima va importata e pubblicata la bozza.
window-to-plan = Vai al piano
window-set = Aprire la consultazione sulla versione { $n }
window-set-anew = Cambiare gli istanti per la versione { $n }
window-version = Si commenta
window-opens = Apertura
window-closes = Chiusura
window-lasts = Durata
window-rome = (ora di Roma)
window-offset = UTC{ $offset }
window-zone-hint = Giorno e ora di Roma, con l’ora legale quando è in vigore.
window-closes-hint = Alle 18:00 in punto una consultazione che chiude alle 18:00 è chiusa.
window-check = Controlla
window-confirm-title = Controllo degli istanti
window-confirm-lead = Nulla è ancora salvato.
window-confirm = Conferma
window-at-once = Si apre subito: dopo la conferma si potrà solo prorogare.
window-repeated = Il { $day } le { $hour } arrivano due volte, perché l’orologio torna indietro di un’ora. Vale la prima, ancora con l’ora legale: { $said }.
window-skipped = Il { $day } le { $hour } non esistono, perché l’orologio salta avanti di un’ora. Vale: { $said }.
window-over = La consultazione è chiusa. I testi che arrivano ora possono solo essere depositati come tardivi.
window-role = Spetta a chi ha il ruolo di ente promotore.
window-extend = Prorogare
window-extend-text = È un atto pubblico: la ragione si legge nella pagina del percorso e chi ha chiesto di essere avvisato riceve una lettera.
window-new-close = Nuova chiusura
window-reason = Ragione della proroga
window-reason-hint = Pubblica.
window-extend-button = Proroga
window-extensions = Proroghe
window-extended = Il { $when } la chiusura è passata dal { $before } al { $after }.

working-title = Testo della bozza
working-of = Testo della bozza della versione { $n }
working-lead = Ogni passaggio si corregge, si sposta, si divide o si unisce prima della pubblicazione. I codici restano.
working-count = { $n ->
    [one] Un passaggio in tutto.
   *[other] { $n } passaggi in tutto.
  }
working-edit = Modifica
working-insert = Aggiungi dopo
working-place = Sposta altrove
working-insert-first = Aggiungi all’inizio
working-up = Sposta in su { $what }
working-down = Sposta in giù { $what }
working-changes = Modifiche fatte a mano

flaws-title = { $n ->
    [one] Una cosa da sistemare
   *[other] { $n } cose da sistemare
  }
flaw-passage = Passaggio n. { $n }
flaw-no-alternative = immagine senza testo alternativo
flaw-skipped-first = il primo titolo è di livello { $to }, non 1
flaw-skipped = titolo di livello { $to } subito sotto il livello { $from }
flaw-empty-heading = titolo senza parole
flaw-away = un collegamento porta a { $to }, che in questa bozza non c’è

kind-heading = Titolo di livello { $n }
kind-paragraph = Paragrafo
kind-item = Voce di elenco, livello { $n }
kind-number = Voce numerata, livello { $n }
kind-table = Tabella
kind-quote = Citazione
kind-code = Testo come digitato
kind-caption = Didascalia
kind-footnote = Nota
kind-figure = Immagine

edit-passage = Modifica di { $what }
edit-passage-new = Nuovo passaggio
edit-last = Ultima modifica: { $name }, { $when }.
edit-history = Storia delle modifiche
edit-kind = Che cos’è
edit-number = Numero
edit-number-hint = Come si legge nel piano, per esempio 2.1 oppure a).
edit-text = Testo
edit-text-hint = **grassetto**, *corsivo*, [parole](https://indirizzo), [parole](#P-036) per un altro passaggio. Una riga vuota serve solo per dividere il passaggio.
edit-table-hint = Una riga del testo per ogni riga della tabella: | cella | cella |. Con ! davanti la cella è di intestazione; con {"{"}2x1{"}"} copre due colonne.
edit-alternative = Testo alternativo
edit-alternative-hint = Che cosa mostra l’immagine, per chi non la vede.
edit-preview = Anteprima
edit-preview-button = Anteprima
edit-preview-none = Il testo non è ancora completo.
edit-preview-change = Rispetto al testo salvato
edit-save = Salva
place-title = Spostare altrove
place-save-first = Sposta il passaggio così com’è salvato: se nel testo qui sopra c’è qualcosa di nuovo, prima va salvato.
place-where = Dove va
place-first = All’inizio del piano
place-after = Dopo un altro passaggio
place-code = Dopo quale passaggio
place-code-hint = Il suo codice, per esempio P-012, o il numero con cui si legge, per esempio 3.2.
place-section = Che cosa si sposta
place-section-whole = { $n ->
    [one] Il titolo con il passaggio che contiene
   *[other] Il titolo con i { $n } passaggi che contiene
}
place-section-alone = Solo il titolo
place-go = Sposta
edit-more = Dividere, unire, togliere
edit-split-text = Dove c’è una riga vuota il passaggio si divide: la prima parte tiene il codice, le altre ne ricevono uno nuovo.
edit-split = Dividi alle righe vuote
edit-join-text = Le parole vanno in fondo al passaggio precedente.
edit-join = Unisci al precedente
edit-remove-text = Il passaggio esce dalla bozza. Se era già pubblicato resta citabile, e si può dire dove è confluito.
edit-remove = Togli dalla bozza
edit-saved-alone = Salvato.
edit-changed-alone = Nel frattempo qualcun altro ha cambiato questo passaggio. Con il pulsante Salva si vedono i due testi.
edit-unsaved-alone = Non ancora salvato: il testo resta in questo browser.

clash-title = Nel frattempo qualcun altro ha cambiato questo passaggio
clash-text = Nulla è andato perso. Qui sotto i due testi; nel modulo c’è quello appena scritto, da completare. Salvando di nuovo, quello prende il posto dell’altro, che resta nella storia.
clash-theirs = Com’è ora
clash-mine = Com’è stato scritto qui

history-title = Storia di { $code } nella bozza
history-line = { $act }: { $name }, { $when }
history-none = Nessuna modifica a mano
history-none-text = Il passaggio è come nel file, o come nella versione pubblicata.
passage-same-words = Le parole non cambiano.
act-imported = Testo di partenza
act-edited = Modificato
act-moved = Spostato
act-split = Diviso
act-joined = Unito
act-inserted = Aggiunto
act-removed = Tolto
act-proposal = Proposta messa nel testo

changes-title = Modifiche fatte a mano
changes-lead = Che cosa è cambiato nella bozza dopo l’importazione, contato a parte dalle parole del file.
changes-words = Parole importate: { $file }. A mano: { $by_hand }. Ora: { $now }.
changes-line-words = Parole: { $n }.
changes-none-text = La bozza è come è stata importata.

desk-begin = Scrivere qui la prossima versione
desk-begin-text = La bozza comincia con tutti i passaggi della versione pubblicata, ciascuno con il suo codice, e si scrive un passaggio alla volta.
desk-begin-button = Comincia dalla versione pubblicata
draft-begun = Cominciata dalla versione pubblicata, il { $when }.
draft-write = Scrivi il testo
draft-write-text = Un passaggio alla volta: parole, ordine, divisioni.
draft-changed = { $n ->
    [one] Un passaggio modificato a mano
   *[other] { $n } passaggi modificati a mano
  }

done-begun = Bozza cominciata: ogni passaggio ha tenuto il suo codice.
done-moved = Passaggio spostato.
done-inserted = Passaggio aggiunto.
done-passage = Passaggio salvato.
done-split = Passaggio diviso.
done-joined = Passaggi uniti.
done-removed = Passaggio tolto dalla bozza.

problem-empty-line = C’è una riga vuota: va tolta, oppure il passaggio va diviso
problem-no-cut = Per dividere serve una riga vuota fra due parti
problem-too-many-parts = Le parti sono troppe per una volta
problem-table = Non c’è nemmeno una cella

done-imported = File importato: ecco che cosa ne è venuto.
done-summary = Sintesi salvata.
done-draft-discarded = Bozza eliminata.
done-decided = Decisione salvata.
done-ended = Salvato.
done-version-published = Versione pubblicata.
done-explained = Ragione salvata.
done-window-set = Consultazione fissata.
done-window-extended = Consultazione prorogata.

problem-file-missing = Va scelto un file
problem-file-unknown = Non è un documento Word (.docx) o LibreOffice (.odt), una pagina web (.html) o un file Markdown (.md): va salvato in uno di questi formati
problem-file-extension = Il contenuto non corrisponde al nome del file: conviene aprirlo e salvarlo di nuovo come .docx o .odt
problem-file-old-word = È un vecchio documento Word (.doc): va aperto e salvato come .docx
problem-file-program = Contiene un programma (macro): va salvato di nuovo senza macro, come .docx o .odt
problem-file-encrypted = È protetto da una password: va tolta la protezione
problem-file-too-large = È troppo grande: al massimo { $n } MB. Di solito bastano meno immagini
problem-file-paragraph = Un capoverso, o la casella di una tabella, ha più di { $n } caratteri: va diviso in capoversi più brevi, che si possano commentare
problem-file-too-complex = Dentro è troppo grande o troppo intricato per essere letto: va diviso in più parti, o salvato di nuovo da un altro programma
problem-file-damaged = È danneggiato o incompleto: conviene aprirlo, salvarlo di nuovo e riprovare
problem-file-empty = È vuoto, o non contiene testo: forse è fatto di sole immagini
problem-file-encoding = Il testo non è scritto in UTF-8: va aperto e salvato di nuovo con quella codifica
problem-file-text-large = È troppo grande: un file di solo testo può avere al massimo { $n } MB. Va diviso in più parti, o consegnato come .docx o .odt
problem-file-blocks = Ha più di { $n } capoversi: va diviso in più documenti
problem-no-such-passage = Nessun passaggio ha questo codice
problem-date-time = Il giorno e l’ora non sono completi, o non esistono


## Le versioni come file

download-title = Scarica la versione { $n } (PDF, DOCX, ODT, Markdown, JSON)
download-pdf = PDF accessibile, per leggere e stampare
download-docx = DOCX, per Word
download-odt = ODT, per LibreOffice
download-md = Markdown, testo semplice
download-json = JSON, per i programmi
download-text = In ogni file accanto a ciascun passaggio c’è il suo codice: con quel codice si cita e si commenta. Le dimensioni compaiono dopo la prima richiesta di un file.
download-draft = Scarica la bozza (PDF, DOCX, ODT, Markdown, JSON)
download-draft-text = È riservata a chi lavora al piano: ogni pagina dice che è una bozza non pubblicata.
download-number = Versione { $n }
download-number-draft = Bozza della versione { $n }, non pubblicata
