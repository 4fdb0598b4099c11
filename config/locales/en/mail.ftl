letter-foot = { $owner } – Ascolto, { $base_url }
    This letter is written by a program: answers to it are not read.

letter-confirm-subject = Confirm your address to take part
letter-confirm-body = Good day,

    somebody, probably you, registered on Ascolto with this address. To confirm it, open this link within three days and type the password chosen when registering:

    { $base_url }/conferma/{ $token }

    If it was not you, do nothing: without confirmation nothing happens.

letter-already_registered-subject = You already have an account
letter-already_registered-body = Good day,

    somebody, probably you, tried to register on Ascolto with this address, which already has an account. To sign in:

    { $base_url }/accedi

    If you have forgotten your password you can choose a new one:

    { $base_url }/password-dimenticata

    If it was not you, do nothing: your account has not changed.

letter-reset-subject = Choose a new password
letter-reset-body = Good day,

    somebody, probably you, asked to change the password of your account on Ascolto. Open this link within one hour:

    { $base_url }/password/{ $token }

    If it was not you, do nothing: the password stays as it was.

letter-reset_unknown-subject = No account has this address
letter-reset_unknown-body = Hello,

    somebody asked to change the password of an account on Ascolto with this address, which belongs to no account. If another address was used, please ask again with that one. To register:

    { $base_url }/registrati

    If it was somebody else there is nothing to do.

letter-receipt-subject = Contribution no. { $number } received
letter-receipt-body = Good day { $name },

    we have received your contribution to the process “{ $process }”. Keep this letter: it is your receipt.

    Register number: { $number } (revision { $revision })
    Received: { $received_at } (Rome time){ $late ->
        [yes] , after the closing: it is registered as late
       *[no] {""}
    }{ $has_passage ->
        [yes] {""}
    Passage: { $passage }
       *[no] {""}
    }

    The text:

    { $text }{ $has_proposed ->
        [yes] {""}

    The wording you propose:

    { $proposed }
       *[no] {""}
    }

    Salt: { $salt }
    Fingerprint of the text: { $commitment }
    Hash in the register: { $hash }

    With the salt and the text anybody can compute the fingerprint again and find it in the public register:

    { $base_url }/percorsi/{ $slug }/registro

    The receipt can be read here too:

    { $base_url }/percorsi/{ $slug }/contributi/{ $number }/ricevuta

letter-held-subject = Contribution no. { $number }: its publication is on hold
letter-held-body = Good day,

    your contribution no. { $number } to the process “{ $process }” stays in the register and will be answered; for now it is not published.{ $has_note ->
        [yes] {""}

    The reason: { $note }
       *[no] {""}
    }

    { $base_url }/percorsi/{ $slug }/contributi/{ $number }/ricevuta

letter-refused-subject = Contribution no. { $number }: it cannot be published
letter-refused-body = Good day,

    your contribution no. { $number } to the process “{ $process }” stays in the register but cannot be published. The reason: { $refusal_words }.{ $has_note ->
        [yes] {""}

    { $note }
       *[no] {""}
    }

    If you think this is a mistake, write to the promoter:

    { $base_url }/percorsi/{ $slug }

letter-redacted-subject = Contribution no. { $number }: a part was redacted
letter-redacted-body = Good day,

    a part of your contribution no. { $number } to the process “{ $process }” was redacted where it is published. The original stays sealed in the register. The reason: { $reason }

    { $base_url }/percorsi/{ $slug }/contributi/{ $number }/ricevuta

letter-released-subject = Contribution no. { $number }: the check is over
letter-released-body = Good morning,

    contribution no. { $number } to the process “{ $process }”, which had been put on hold or refused, is now admitted and will be answered. It stands in the public list if that was the choice when it was sent.

    { $base_url }/percorsi/{ $slug }/contributi/{ $number }/ricevuta

letter-duplicate-subject = Contribution no. { $number }: it will have the same answer as no. { $original }
letter-duplicate-body = Good morning,

    contribution no. { $number } to the process “{ $process }” asks for the same as contribution no. { $original }: it stays in the register and the answer given to that one will hold for both. The outcomes come to this address too and can be read here:

    { $base_url }/i-miei-contributi

    If this is a mistake, the promoting body can be written to:

    { $base_url }/percorsi/{ $slug }

letter-reinstated-subject = Contribution no. { $number }: it will have an answer of its own
letter-reinstated-body = Good morning,

    contribution no. { $number } to the process “{ $process }” is no longer marked as repeating another: it will have an answer of its own.

    { $base_url }/percorsi/{ $slug }/contributi/{ $number }/ricevuta

letter-outcomes-subject = Your contributions were answered: { $process }
letter-outcomes-body = Good day,

    answers to your contributions to the process “{ $process }” were published:

    { $outcomes_words }

    They can be read, beside all the others, here:

    { $base_url }/i-miei-contributi
letter-outcomes-line = no. { $contribution }{ $repeats ->
        [0] {""}
       *[other] {" "}(says the same as no. { $repeats })
    } – { $outcome }
    Request: { $request }
    Reason: { $reason }

letter-outcomes-step = Later step: { $text }
letter-outcomes-owner = In charge of it: { $text }
letter-outcomes-competence = Competence: { $text }
letter-outcomes-passages = Passages of the plan:

letter-new_version-subject = New version of the plan: { $process }
letter-new_version-body = Good day,

    version { $version } of the plan of the process “{ $process }” is published.{ $has_note ->
        [yes] {""}

    { $note }
       *[no] {""}
    }

    { $base_url }/percorsi/{ $slug }

    You get this letter because you follow the process: you can stop on its page.

letter-opened-subject = The consultation is open: { $process }
letter-opened-body = Good day,

    the plan of the process “{ $process }” can be commented until { $closes_at } (Rome time).

    { $base_url }/percorsi/{ $slug }

    You get this letter because you follow the process: you can stop on its page.

letter-closing_soon-subject = The consultation closes soon: { $process }
letter-closing_soon-body = Good day,

    the consultation of the process “{ $process }” closes on { $closes_at } (Rome time).

    { $base_url }/percorsi/{ $slug }

    You get this letter because you follow the process: you can stop on its page.

letter-extended-subject = The consultation was extended: { $process }
letter-extended-body = Good day,

    the consultation of the process “{ $process }” now closes on { $closes_at } (Rome time).

    The reason: { $reason }

    { $base_url }/percorsi/{ $slug }

    You get this letter because you follow the process: you can stop on its page.

letter-report-subject = The report is published: { $process }
letter-report-body = Good day,

    report no. { $number } of the process “{ $process }” is published: what was asked for, what was answered and why.

    { $base_url }/percorsi/{ $slug }

    You get this letter because you follow the process: you can stop on its page.

letter-refusal-offensive = it is offensive or threatening
letter-refusal-discriminatory = it discriminates or incites to hatred
letter-refusal-personal_data = it holds other people’s personal data that cannot be redacted
letter-refusal-off_topic = it has nothing to do with the plan
letter-refusal-advertising = it is advertising
letter-refusal-illegal = it is against the law

letterbox-title = Mail of the demonstration
letterbox-lead = The letters that would have left, newest first.
letterbox-none = No letters
letterbox-none-text = Register or send a contribution: the letter appears here a moment later.
letterbox-to = To
letterbox-at = Of
letterbox-back = All letters

letter-event-facts = { $event }
    { $starts_at } – { $ends_words } (Rome time){ $has_place ->
        [yes] {""}
    { $place }
       *[no] {""}
    }{ $has_address ->
        [yes] {""}
    { $address }
       *[no] {""}
    }{ $has_online ->
        [yes] {""}
    Online link: { $online }
       *[no] { $attends ->
            [online] {""}
    Online
           *[room] {""}
        }
    }

letter-event-way-in = { $attends ->
    [online] { $has_online ->
        [yes] One takes part online, by the link above: it is for those who have a seat, and better not passed on.
       *[no] One takes part online: the link comes with another letter.
    }
   *[room] At the entrance show the attached code, or say the name.
  }

letter-enrolled-subject = Enrolment confirmed: { $event }
letter-enrolled-body = Dear { $name },

    { $near ->
        [today] there is a seat, and the event is today. This letter is the reminder too.
        [tomorrow] there is a seat, and the event is tomorrow. This letter is the reminder too.
       *[no] there is a seat.
    }

    { letter-event-facts }{ $has_table ->
        [yes] {""}
    Table { $table }
       *[no] {""}
    }

    To look at, change or cancel the enrolment:

    { $base_url }/iscrizioni/{ $token }

    { letter-event-way-in } Whoever cannot come leaves the seat to those who wait by cancelling.

letter-enrolment_waiting-subject = On the waiting list: { $event }
letter-enrolment_waiting-body = Dear { $name },

    the enrolment has arrived, but what was asked for is full now. The first seat that becomes free goes to whoever has waited longest: then another letter says so.

    { letter-event-facts }

    To look at, change or cancel the enrolment:

    { $base_url }/iscrizioni/{ $token }

letter-moved_up-subject = A seat has become free: { $event }
letter-moved_up-body = Dear { $name },

    { $near ->
        [today] a seat has come up from the waiting list, and the event is today. This letter is the reminder too.
        [tomorrow] a seat has come up from the waiting list, and the event is tomorrow. This letter is the reminder too.
       *[no] a seat has come up from the waiting list.
    }

    { letter-event-facts }{ $has_table ->
        [yes] {""}
    Table { $table }
       *[no] {""}
    }

    Whoever can no longer come leaves the seat to those who wait by cancelling:

    { $base_url }/iscrizioni/{ $token }

    { letter-event-way-in }

letter-already_enrolled-subject = There is an enrolment already: { $event }
letter-already_enrolled-body = Good day,

    an enrolment for the event was asked for with this address, but there was one already: it has stayed as it was. To look at, change or cancel it:

    { $base_url }/iscrizioni/{ $token }

    { letter-event-facts }

    Whoever asked for nothing can ignore this letter.

letter-enrolment_cancelled-subject = Enrolment cancelled: { $event }
letter-enrolment_cancelled-body = Good day,

    the enrolment was cancelled, and its data were deleted.

    { letter-event-facts }

    As long as enrolment is open one can enrol again:

    { $base_url }/percorsi/{ $slug }/incontri/{ $event_number }

letter-enrolment_removed-subject = Enrolment taken off: { $event }
letter-enrolment_removed-body = Good day,

    those who organise the event have taken this enrolment off the list. The reason:

    { $why }

    { letter-event-facts }

    To ask for an explanation one can write to the promoter:

    { $base_url }/percorsi/{ $slug }

letter-event_changed-subject = Time, place or link have changed: { $event }
letter-event_changed-body = Dear { $name },

    the event has changed. It is now like this:

    { letter-event-facts }

    Whoever can no longer come leaves the seat to those who wait by cancelling:

    { $base_url }/iscrizioni/{ $token }

letter-event_moved-subject = The event is held online: { $event }
letter-event_moved-body = Dear { $name },

    the event is held online. The reason:

    { $reason }

    { letter-event-facts }

    The enrolment stays valid. To change or cancel it:

    { $base_url }/iscrizioni/{ $token }

letter-event_cancelled-subject = The event is cancelled: { $event }
letter-event_cancelled-body = Dear { $name },

    the event is cancelled. The reason:

    { $reason }

    { letter-event-facts }

    The other events of the process “{ $process }”:

    { $base_url }/percorsi/{ $slug }/incontri

letter-event_guide-subject = The discussion guide: { $event }
letter-event_guide-body = Dear { $name },

    the discussion guide is read here:

    { $base_url }/iscrizioni/{ $token }/guida/{ $edition }
    { $standing ->
        [waiting] {""}
    The enrolment is still on the waiting list: the guide comes now already, because a seat may become free up to the last moment. If it does, another letter says so.
    {""}
       *[other] {""}
    }
    { letter-event-facts }

letter-event_reminder-subject = Reminder: { $event }
letter-event_reminder-body = Dear { $name },

    { $near ->
        [today] the event is today.
        [tomorrow] the event is tomorrow.
       *[no] the event is near.
    }

    { letter-event-facts }{ $has_table ->
        [yes] {""}
    Table { $table }
       *[no] {""}
    }

    { letter-event-way-in } Whoever cannot come leaves the seat to those who wait by cancelling:

    { $base_url }/iscrizioni/{ $token }

letter-enrolment_table-subject = Another table: { $event }
letter-enrolment_table-body = Dear { $name },

    who organises the event has given another table:

    Table { $table }

    { letter-event-facts }

    To look at the enrolment, change it or cancel it:

    { $base_url }/iscrizioni/{ $token }

letter-event_invited-subject = Invitation to a restricted meeting: { $event }
letter-event_invited-body = Dear { $name },

    there is an invitation to a restricted meeting of the process “{ $process }”.

    { letter-event-facts }

    The page of the meeting opens after signing in with this address:

    { $base_url }/percorsi/{ $slug }/incontri/{ $event_number }

letter-file-calendar = event.ics
letter-file-code = entrance-code.png
letterbox-attachments = Attachments

letter-lines_to_reread-subject = Reading again what was taken down: { $event }
letter-lines_to_reread-body = Dear { $name },

    the lines of the minutes taken down under this name, or for one’s organisation, can be read again:

    { $base_url }/riletture/{ $token }

    Table { $table }, session { $session }
    { $question }

    If a line does not say what was said, its correction can be asked for until:

    { $until_at } (Rome time)

    In public restitutions nobody is named. The link is personal: it is better not to pass it on.

letter-line_correction-subject = { $accepted ->
    [yes] Correction accepted: { $event }
   *[no] Correction declined: { $event }
  }
letter-line_correction-body = Dear { $name },

    { $accepted ->
        [yes] the line of the minutes was corrected.
       *[no] the line of the minutes stays as it was.
    }

    It said:
    { $before }

    { $accepted ->
        [yes] Now it says:
       *[no] What was asked for:
    }
    { $wording }{ $has_reason ->
        [yes] {""}

    Reason:
    { $reason }
       *[no] {""}
    }

    Table { $table }, session { $session }

    One’s own lines are read here:

    { $base_url }/riletture/{ $token }
