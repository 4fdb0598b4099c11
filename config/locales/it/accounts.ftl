account-email = Indirizzo e-mail
account-password = Password
account-new-password = Nuova password
account-old-password = Password attuale
account-password-hint = Almeno 10 caratteri. Va bene una frase: tre o quattro parole facili da ricordare e difficili da indovinare.

register-title = Registrazione
register-lead = Per inviare contributi serve un account. Il nome di chi si registra non viene mai pubblicato.
register-name = Nome e cognome
register-name-hint = Lo vede solo il personale del percorso. A ogni contributo si sceglie come apparire.
register-for-organisation = Si partecipa anche a nome di un ente o di un’organizzazione?
register-for-organisation-hint = Da lasciare vuoto se si partecipa solo per sé. Il nome dell’ente viene pubblicato accanto ai contributi inviati a suo nome; si può aggiungere anche dopo.
register-privacy = Questi dati sono usati solo per la consultazione.
register-draft = Quello che è stato scritto resta in attesa: dopo la conferma dell’indirizzo si ritrova pronto da inviare, anche su un altro dispositivo.
register-button = Crea l’account
register-have-account = Per chi ha già un account:
register-sent = Manca solo la conferma
register-sent-lead = È partita una lettera per l’indirizzo indicato.
register-sent-text = Contiene un collegamento da aprire entro tre giorni per confermare l’indirizzo: da quel momento si può partecipare.
register-sent-late = Se non arriva, conviene guardare nella posta indesiderata, controllare l’indirizzo e ripetere la registrazione.

confirm-title = Conferma dell’indirizzo
confirm-lead = Un ultimo passo: si scrive la password scelta al momento della registrazione.
confirm-password-hint = Serve a essere certi che sia stata la stessa persona a registrarsi e ad aprire la lettera.
confirm-forgot = La password scelta non si ricorda?
confirm-again = Ripeti la registrazione
problem-not-the-password-chosen = Non è la password di questa registrazione. Se le lettere ricevute sono più di una, va aperta quella della registrazione giusta.
confirm-button = Conferma e accedi
confirm-over = Il collegamento non vale più
confirm-over-lead = È già stato usato, oppure sono passati più di tre giorni.
confirm-over-sign-in = Accedi, se l’indirizzo era già confermato
confirm-over-register = Altrimenti ripeti la registrazione: arriva un’altra lettera

sign-in-title = Accesso
sign-in-button = Accedi
sign-in-forgot = Password dimenticata
sign-in-no-account = Per chi non ha un account:
sign-in-draft = Il testo scritto resta in attesa: dopo l’accesso o la registrazione si ritrova pronto da inviare.
problem-sign-in = Indirizzo e password non corrispondono, oppure l’indirizzo non è ancora stato confermato

forgot-title = Password dimenticata
forgot-lead = All’indirizzo indicato qui arriva un collegamento per scegliere una nuova password.
forgot-button = Manda il collegamento
forgot-sent = Richiesta ricevuta
forgot-sent-lead = Una lettera è in arrivo all’indirizzo indicato.
forgot-sent-text = Il collegamento vale un’ora. Se non arriva, conviene guardare nella posta indesiderata e controllare l’indirizzo.

reset-title = Nuova password
reset-lead = Dopo averla scelta si deve accedere di nuovo su tutti i dispositivi.
reset-button = Salva la password
reset-over = Il collegamento non vale più
reset-over-lead = È già stato usato, oppure è passata più di un’ora.
reset-over-again = Chiedi un altro collegamento

own-title = Il mio account
own-name = Nome e cognome
own-organisations = Enti rappresentati
own-organisations-text = I contributi si possono inviare per sé o a nome di un ente. Il nome dell’ente viene pubblicato, quello della persona no.
own-add-organisation = Aggiungi un ente
own-add-organisation-button = Aggiungi
own-leave = Non rappresentare più
own-leave-named = Non rappresentare più { $name }
own-password = Cambio della password
own-password-button = Cambia la password
own-sessions = Dispositivi
own-sessions-text = Dopo aver usato un computer condiviso conviene chiudere tutte le sessioni: si dovrà accedere di nuovo ovunque.

feed-section = Il proprio calendario
feed-text = Un programma di calendario può leggere qui gli incontri che questo account può vedere, anche quelli riservati a cui è invitato: in programma e dell’ultimo anno, di tutti i percorsi. Si rilegge ogni volta con i permessi di quel momento.
feed-secret = Chi ha l’indirizzo legge gli stessi incontri senza accedere: conviene non darlo a nessuno. Se è finito in mani sbagliate, si rifà o si toglie, e quello di prima non vale più.
feed-made = Indirizzo creato:
feed-make = Crea l’indirizzo
feed-renew = Rifai l’indirizzo
feed-end = Togli l’indirizzo
feed-title = L’indirizzo del proprio calendario
feed-once = L’indirizzo si vede soltanto adesso
feed-address = Va copiato nel programma di calendario, dove si aggiunge un calendario da un indirizzo:
feed-open = Apri nel programma di calendario
feed-how = Il programma lo rilegge da solo: che cosa cambia, cambia anche lì.
feed-back = Torna al proprio account
feed-name = Incontri
done-feed-ended = L’indirizzo non vale più.
own-sign-out-everywhere = Esci da tutti i dispositivi
problem-old-password = Non è la password attuale

organisation-name = Nome dell’ente
organisation-name-hint = Come deve comparire nel resoconto
organisation-category = Tipo di ente
organisation-zone = Comune o zona in cui opera
organisation-zone-hint = Per esempio un Comune, un quartiere o una zona omogenea

category-association = Associazione
category-cooperative = Cooperativa
category-social_enterprise = Impresa sociale
category-foundation = Fondazione
category-benefit_company = Società benefit
category-company = Impresa
category-public_body = Ente pubblico
category-school_university = Scuola o università
category-trade_union = Sindacato o associazione di categoria
category-other = Altro

done-confirmed = Indirizzo confermato: ora si può partecipare.
done-signed-out = Uscita effettuata.
done-password = Password cambiata: ora si accede con quella nuova.
done-password-changed = Password cambiata. Le altre sessioni sono state chiuse.
done-organisation = Ente aggiunto.
done-organisation-left = L’ente non è più rappresentato da questo account. Quello che è stato inviato a suo nome resta tale.
