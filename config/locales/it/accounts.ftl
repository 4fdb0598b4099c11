account-email = Indirizzo e-mail
account-password = Password
account-new-password = Nuova password
account-old-password = Password attuale
account-password-hint = Almeno 10 caratteri. Va bene una frase: tre o quattro parole che ricordi solo tu.

register-title = Registrati
register-lead = Serve un account per inviare contributi. Il tuo nome non viene mai pubblicato.
register-name = Nome e cognome
register-name-hint = Lo vede solo il personale del percorso. Ogni volta che scrivi scegli tu come apparire.
register-for-organisation = Partecipi anche a nome di un ente o di un’organizzazione?
register-for-organisation-hint = Lascia vuoto se partecipi solo per te. Il nome dell’ente viene pubblicato accanto ai contributi che invii a suo nome; puoi aggiungerlo anche dopo.
register-privacy = Usiamo questi dati solo per la consultazione.
register-draft = Quello che è stato scritto resta in attesa: dopo la conferma dell’indirizzo si ritrova pronto da inviare, anche su un altro dispositivo.
register-button = Crea l’account
register-have-account = Hai già un account?
register-sent = Controlla la posta
register-sent-lead = Ti abbiamo scritto all’indirizzo che hai indicato.
register-sent-text = Apri la lettera e conferma l’indirizzo entro tre giorni: da quel momento puoi partecipare.
register-sent-late = Non arriva? Guarda nella posta indesiderata, controlla l’indirizzo e registrati di nuovo.

confirm-title = Conferma il tuo indirizzo
confirm-lead = Un ultimo passo: si scrive la password scelta al momento della registrazione.
confirm-password-hint = Serve a essere certi che sia stata la stessa persona a registrarsi e ad aprire la lettera.
confirm-forgot = La password scelta non si ricorda?
confirm-again = Ripetere la registrazione
problem-not-the-password-chosen = Non è la password di questa registrazione. Se le lettere ricevute sono più di una, va aperta quella della registrazione giusta.
confirm-button = Conferma e accedi
confirm-over = Il collegamento non vale più
confirm-over-lead = È già stato usato, oppure sono passati più di tre giorni.
confirm-over-sign-in = Se avevi già confermato, accedi
confirm-over-register = Altrimenti registrati di nuovo: ti arriva un’altra lettera

sign-in-title = Accedi
sign-in-button = Accedi
sign-in-forgot = Hai dimenticato la password?
sign-in-no-account = Non hai un account?
sign-in-draft = Quello che hai scritto ti aspetta: accedi o registrati e lo ritrovi.
problem-sign-in = Indirizzo e password non corrispondono, oppure l’indirizzo non è ancora stato confermato

forgot-title = Password dimenticata
forgot-lead = Scrivi il tuo indirizzo: ti mandiamo un collegamento per sceglierne una nuova.
forgot-button = Manda il collegamento
forgot-sent = Controlla la posta
forgot-sent-lead = Se l’indirizzo appartiene a un account, la lettera è in arrivo.
forgot-sent-text = Il collegamento vale un’ora. Se non arriva, guarda nella posta indesiderata e controlla l’indirizzo.

reset-title = Scegli una nuova password
reset-lead = Dopo averla scelta dovrai accedere di nuovo su tutti i tuoi dispositivi.
reset-button = Salva la password
reset-over = Il collegamento non vale più
reset-over-lead = È già stato usato, oppure è passata più di un’ora.
reset-over-again = Chiedi un altro collegamento

own-title = Il mio account
own-name = Nome e cognome
own-organisations = A nome di chi partecipo
own-organisations-text = Puoi inviare contributi per te o a nome di un ente. Il nome dell’ente viene pubblicato, il tuo no.
own-add-organisation = Aggiungi un ente
own-add-organisation-button = Aggiungi
own-leave = Non lo rappresento più
own-leave-named = Non rappresento più { $name }
own-password = Cambia la password
own-password-button = Cambia la password
own-sessions = Dispositivi
own-sessions-text = Se hai usato un computer condiviso, chiudi tutte le sessioni: dovrai accedere di nuovo ovunque.
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

done-confirmed = Indirizzo confermato: ora puoi partecipare.
done-signed-out = Sei uscito.
done-password = Password cambiata: accedi con quella nuova.
done-password-changed = Password cambiata. Le altre sessioni sono state chiuse.
done-organisation = Ente aggiunto.
done-organisation-left = Non rappresenti più quell’ente. Quello che hai inviato a suo nome resta tale.
