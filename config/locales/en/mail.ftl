letter-foot = { $owner } – Ascolto, { $base_url }
    This letter is written by a program: answers to it are not read.

letter-confirm-subject = Confirm your address to take part
letter-confirm-body = Good day,

    somebody, probably you, registered on Ascolto with this address.
    To confirm it, open this link within three days and press the button:

    { $base_url }/conferma/{ $token }

    If it was not you, do nothing: without confirmation nothing happens.

letter-already_registered-subject = You already have an account
letter-already_registered-body = Good day,

    somebody, probably you, tried to register on Ascolto with this address,
    which already has an account. To sign in:

    { $base_url }/accedi

    If you have forgotten your password you can choose a new one:

    { $base_url }/password-dimenticata

    If it was not you, do nothing: your account has not changed.

letter-reset-subject = Choose a new password
letter-reset-body = Good day,

    somebody, probably you, asked to change the password of your account
    on Ascolto. Open this link within one hour:

    { $base_url }/password/{ $token }

    If it was not you, do nothing: the password stays as it was.

letterbox-title = Mail of the demonstration
letterbox-lead = The letters that would have left, newest first.
letterbox-none = No letters
letterbox-none-text = Register or send a contribution: the letter appears here a moment later.
letterbox-to = To
letterbox-at = Of
letterbox-back = All letters
