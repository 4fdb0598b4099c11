# Writing a contribution
comment-title = Write a contribution
comment-no-window = No consultation
comment-no-window-text = No consultation has been set for this process yet: its dates will appear on the process page.
comment-before-text = Writing is possible from the moment the consultation opens. Meanwhile one can read the draft and ask to be told when it opens.
comment-read-plan = Read the draft
comment-to-process = Go to the process page
comment-closed-title = The consultation is closed
comment-closed-text = The deadline has passed: a contribution can no longer be sent, changed, withdrawn or supported.
comment-late-text = A new text can be filed as “late”: it gets a number in the register, but it is counted apart and the promoter need not answer it.
comment-visitor = Sending takes an account, but one can write right away: after signing in or registering the text is found here again, ready to be sent.
comment-no-organisation = Writing for an organisation? Add it on the account page:
comment-on-passage = On passage
comment-on-whole = On the plan as a whole:
comment-passage-whole = Read the passage again
comment-kind = Kind of contribution
comment-text = Text of the contribution
comment-text-hint = One thing at a time, in your own words. Better not to write personal data, yours or others’.
comment-proposed = Proposed text
comment-proposed-hint = For a rewording only: the passage as it should become. Words taken out and added are marked by themselves.
comment-shown = May the contribution be shown?
comment-shown-yes = Yes, anybody may read it
comment-shown-yes-hint = It appears in the public list after the staff has checked it.
comment-shown-no = No, only the staff of the process reads it
comment-shown-no-hint = In public its number, date and state remain. An answer is due all the same.
comment-named-as = Under which name
comment-as-person = A person
comment-as-person-hint = No name, no initials.
comment-as-pseudonym = A pseudonym
comment-as-pseudonym-hint = For this contribution only.
comment-as-organisation-hint = The organisation’s name is published, the writer’s is not.
comment-pseudonym = Pseudonym
comment-pseudonym-hint = Only if chosen above. At most 40 characters; not one’s own name.
comment-preview = See the preview
comment-send = Send the contribution
comment-send-now = Send right away
comment-file-late = File as late
comment-change = Change
comment-preview-title = Preview of the contribution
comment-preview-lead = It has not been sent yet. This is how it will appear:
comment-preview-hidden = It will not be shown in public: only the staff of the process reads it.
comment-preview-visitor = After the button one signs in or registers: the text waits and is found again, ready.
comment-looks-like-name = The pseudonym looks like a name and surname
comment-looks-like-name-text = Anybody will be able to read “{ $pseudonym }” beside the contribution. To stay anonymous, change it or choose “A person”.
problem-proposed-same = It is the same as the present text: change it, or choose another kind of contribution
problem-passage = That version has no passage with this code
done-comment = Contribution received and registered. This is the receipt, which also comes by e-mail.
done-filed-late = Text filed as late. This is the receipt, which also comes by e-mail.

contribution-kind-appreciation = Appreciation
contribution-kind-appreciation-hint = The draft is good as it is.
contribution-kind-addition = Addition
contribution-kind-addition-hint = Something is missing.
contribution-kind-rewording = Rewording
contribution-kind-rewording-hint = The passage should be written in another way, which is proposed.
contribution-kind-question = Question
contribution-kind-question-hint = Something is not clear.
contribution-channel-online = On this site
contribution-channel-certified_mail = Certified e-mail
contribution-channel-paper = Paper
contribution-channel-other = Other
refusal-offensive = it insults or threatens
refusal-discriminatory = it discriminates or incites to hatred
refusal-personal_data = it holds other people’s personal data that cannot be blacked out
refusal-off_topic = it has nothing to do with the plan
refusal-advertising = it is advertising
refusal-illegal = it is against the law for other reasons

# The text that waits
resume-title = A text that waits
resume-title-many = Texts waiting
resume-many-text = They were written before signing in and have not been sent yet. They are sent one at a time.
resume-this = Go on with this text
resume-found = Here is the text written before signing in
resume-found-text = It has not been sent yet: check it and send it with one of the buttons at the bottom.
resume-none = No text is waiting
resume-none-text = What is written before signing in appears here. If it was sent already, it is among one’s own contributions.
resume-lost = The draft this text spoke of is no longer available. These are the words written:
resume-discard = Delete the text that waits
done-waiting-text-discarded = The text that waited was deleted.

# Receipt
receipt-title = Receipt of contribution no. { $number }
receipt-late = Filed as late: after the consultation closed, counted apart.
receipt-number = Register number
receipt-process = Process
receipt-received = Received
receipt-rome = Rome time
receipt-passage = Passage
receipt-whole = the plan as a whole
receipt-shown-yes = yes
receipt-shown-no = no
receipt-revision = Revision
receipt-salt = Salt
receipt-commitment = Fingerprint of the text
receipt-hash = Fingerprint in the chain
receipt-state = State:
receipt-edit = Edit
receipt-withdraw = Withdraw
receipt-closed = The consultation is closed: the contribution can no longer be edited or withdrawn.
receipt-text = Text
receipt-redacted = In public some parts are blacked out. The original, which is this, stays sealed in the register.
receipt-check = How to check
receipt-check-text = The public register does not hold the text but its fingerprint, computed together with the salt of this receipt. Whoever holds the receipt can prove at any time that the text was received, when, and that nobody has changed it.

    Keep the salt: without it the fingerprint says nothing.
receipt-check-now = Check now
receipt-check-how = Check with another program
receipt-check-formula = The fingerprint is the SHA-256 of salt, number, revision, text and proposed text, separated by a zero byte. The text begins and ends without white space; line ends are single (LF).

    For example, with the salt and the texts in three variables:
receipt-var-salt = salt
receipt-var-text = text
receipt-var-proposed = proposed
receipt-register = The public register
receipt-history = Earlier revisions
receipt-revision-of = Revision { $n } of { $at }

# Editing, withdrawing, supporting
change-closed = The consultation is not open: the contribution stays as it is and can no longer be edited or withdrawn.
change-closed-back = Back to the receipt
edit-title = Edit a contribution
edit-lead = Contribution no. { $number }. Its number stays the same; the earlier version stays in its history. Support given so far starts again from zero: it was given to other words.
edit-button = Save the change
done-edited = Change registered. The receipt was updated and also comes by e-mail.
withdraw-title = Withdraw contribution no. { $number }?
withdraw-text = Its number, date and the fact that it was withdrawn remain visible; the text will no longer be shown and will get no answer. This cannot be undone.
withdraw-button = Withdraw the contribution
done-withdrawn = Contribution withdrawn.
support-title = Support contribution no. { $number }
support-lead = Whoever supports a contribution says “me too”. How many they are is shown, never who.
support-button = Support
support-undo = No longer support
support-given = This account supports this contribution already.
support-closed = The consultation is not open: support can be neither given nor taken back.
support-back = Back to the contribution
done-supported = Support registered.
done-support-undone = Support taken back.

# My contributions
mine-title = My contributions
mine-lead = What was sent from this account, and what became of it.
mine-none = No contributions yet
mine-none-text = One can write from every passage of a draft while its consultation is open.
mine-waiting = There is a text written and not yet sent.
mine-resume = Take it up again
mine-receipt = Receipt
mine-since = What has changed since

# In public
contributions-title = Contributions
contributions-title-of = Contributions – { $process }
contributions-lead = What came in and may be shown, with the answers. People are never named.
contributions-received = Received in time
contributions-shown = Shown
contributions-late = Late
contributions-write = Write a contribution
contributions-none = No contributions published yet
contributions-none-text = Contributions appear here after the staff has checked them.
contributions-none-such = No contribution like that
contributions-none-such-text = Try taking away one of the filters.
contributions-register = Everything that came in, shown or not, has a number in the register:
filter-title = Filter
filter-all = All
filter-author = From whom
filter-organisations = Organisations
filter-people = People
filter-arrival = Arrival
filter-in-time = In time
filter-late = Late
filter-outcome = Outcome
filter-passage = Passage
filter-passage-example = P-012 or piano
filter-button = Filter
filter-clear = Remove the filters
contribution-title = Contribution no. { $number }
contribution-person = a person
contribution-pseudonym = “{ $name }”
contribution-proposed = Proposed text
contribution-redacted = Some parts were blacked out by the staff; the original is sealed.
contribution-supports = { $n ->
    [one] One person supports it
   *[other] { $n } people support it
  }
contribution-support = Support
contribution-answers = { $n ->
    [one] One answer:
   *[other] { $n } answers:
  }
contribution-asked = Request: { $what }
contribution-competence = Competence: { $whose }
contribution-deferred = Deferred to: { $step }. Owned by: { $owner }
contribution-mine = This was sent from this account: its receipt
contribution-moderate = Open it at the staff’s desk
contribution-all = All contributions
contribution-refused-because = Reason:
contribution-duplicate-of = It repeats contribution no. { $number }
contribution-answer-of = The answer given to contribution no. { $number }, which says the same, holds here too.
tombstone-received = Received:
tombstone-withdrawn = Its author has withdrawn it.
tombstone-refused = The staff did not admit it to publication. It stays in the register.
tombstone-duplicate = It repeats a contribution that came before, and has the same answer.
tombstone-duplicate-lost = It was marked as repeating a contribution that no longer gets an answer: it will have an answer of its own.
tombstone-waiting = It was received and waits for the staff to check it.
tombstone-not-shown = Its author asked for it not to be shown. It was received and will be answered like the others.

# The register
chain-title = Register
chain-lead = Everything received leaves a line here, tied to the line before: none can be taken away or changed without it showing.
chain-whole = The chain is whole
chain-whole-text = { $n ->
    [one] Recomputed just now from end to end: one line.
   *[other] Recomputed just now from end to end: { $n } lines, each follows from the one before.
  }
chain-head = Last fingerprint:
chain-broken = The chain is broken
chain-broken-text = Line { $at } does not follow from the one before. Whoever runs this site has to explain why.
chain-verify = Check a receipt
chain-how = How it works and how to recompute it
chain-how-text = A line holds the contribution’s number, the instant, what happened, the fingerprint of the text and the fingerprint of the whole chain up to there. It holds no text and no personal data: the fingerprint of the text is computed with a salt that stands on the receipt only.

    Whoever keeps the last fingerprint can check later that the lines before are the same. The fingerprint of a line is the SHA-256 of its fields separated by a bar, the instant in microseconds UTC:
chain-formula = previous|line|instant|act|number|revision|fingerprint-of-the-text
chain-json = The lines for a program (JSON)
chain-none = No lines
chain-none-text = The register begins with the first contribution received.
chain-entries = Lines of the register
chain-when = Instant
chain-what = What
chain-number = Contribution
chain-commitment = Fingerprint of the text
chain-hash = Fingerprint of the chain
chain-act-received = Received
chain-act-edited = Edited
chain-act-withdrawn = Withdrawn
chain-act-published = Published
chain-act-held = Held
chain-act-refused = Refused
chain-act-redacted = Blacked out in part
chain-act-duplicate = Marked as a repetition
chain-act-reinstated = Standing by itself again, no longer a repetition
chain-act-erased = Text erased
verify-title = Check a receipt
verify-lead = With the facts of the receipt one checks whether the register holds these very words. What is written here is not kept.
verify-text-hint = Exactly as on the receipt.
verify-button = Check
verify-yes = It matches
verify-yes-text = The register holds these words at line { $seq }, of { $at }. The chain’s fingerprint at that line:
verify-no = It does not match
verify-no-text = For this number and revision the register does not have the fingerprint of these words. One space or line end more is enough: copy from the receipt and try again.

# Moderation
moderation-title = Contributions received
moderation-lead = To be read and published, oldest first. Who asked not to be shown does not appear in public anyway.
moderation-enter = Enter a contribution that came by certified e-mail or on paper
moderation-count-waiting = waiting
moderation-count-held = held
moderation-count-published = published
moderation-count-refused = refused
moderation-count-all = All
moderation-none = Nothing in this list
moderation-none-text = The other states are above, with their numbers.
moderation-select-text = Once read, those ticked can be published together.
moderation-select = Contribution no. { $number }: to be published
moderation-publish-selected = Publish those ticked
moderation-open = Open no. { $number }
moderation-shown = May be shown
moderation-not-shown = Not to be shown
moderation-one-title = Contribution no. { $number }
moderation-decide = Decide
moderation-publish = Publish
moderation-hold = Hold
moderation-refuse = Refuse
moderation-redact = Black out parts
moderation-duplicate = Mark as a repetition
moderation-intake = Intake of this contribution
moderation-withdrawn = Its author has withdrawn it: there is nothing left to decide.
moderation-facts = Facts
moderation-received = Received
moderation-recorded = Entered
moderation-channel = Channel
moderation-sender = Sender
moderation-evidence = Evidence of arrival
moderation-refusal = Reason of the refusal
moderation-note = Note
moderation-note-hint = The author receives it by e-mail.
moderation-duplicate-of = Repeats no.
moderation-history = History
moderation-next = The next one waiting: no. { $number }
done-none-selected = No contribution was ticked.
done-published-selected = Contributions published.
done-published = Contribution published.
done-held = Contribution held. Its author is told.
done-refused = Contribution refused. Its author is told, with the reason.
done-redacted = Parts blacked out; the original is sealed. Its author is told.
done-duplicate = Marked as a repetition.
done-not-duplicate = No longer marked as a repetition.
hold-title = Hold contribution no. { $number }
hold-lead = It stays out of the public list until a decision is made. Its author is told.
hold-button = Hold
refuse-title = Refuse contribution no. { $number }
refuse-lead = It stays in the register, and its number, date and reason are public. Not sharing an opinion is no reason.
refuse-button = Refuse
redact-title = Black out parts of contribution no. { $number }
redact-lead = In public the text below takes the place of the original, which stays sealed.
redact-text-hint = Write [omissis] in place of what is to be blacked out.
redact-reason = Reason
redact-reason-hint = The author receives it, and it is kept on record.
redact-button = Black out
duplicate-title = Does contribution no. { $number } repeat another?
duplicate-lead = A repetition stays in the register and points to another contribution, whose answer holds for both. If that one is withdrawn or refused, this one is to be dealt with again.
duplicate-number = Number of the contribution that says the same
duplicate-number-hint = Empty: it repeats no other.
duplicate-button = Save

# Other channels
other-title = Enter a contribution that came another way
other-lead = What comes by certified e-mail or on paper before the deadline counts like the others, with its own instant of arrival and the evidence.
other-no-window-text = A consultation has to be set first.
other-received-at = Arrived on
other-received-at-hint = Day and hour of Rome, as on the receipt of the certified e-mail or in the protocol. After the closing it counts as late.
other-evidence-hint = For example protocol number and date.
other-sender-hint = Only the staff sees it.
other-organisation-hint = Only if it writes for an organisation: the name is published.
other-version = The draft it speaks of
other-passage = Code of the passage
other-passage-hint = For example P-012; empty for the plan as a whole.
other-button = Enter in the register
done-entered = Contribution entered in the register.
