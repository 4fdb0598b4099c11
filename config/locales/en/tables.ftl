minutes-title = Minutes
minutes-list-title = Minutes of the tables
minutes-list-none = No minutes
minutes-list-none-text = The table sessions whose minutes you may keep are shown here. Whoever prepares the event adds them.
minutes-lines = { $n ->
    [0] nothing said yet
    [one] one line
   *[other] { $n } lines
  }
minutes-where = Table { $n }. { $theme }, session { $session }
minutes-present = At the table: { $n ->
    [0] nobody checked in
    [one] one person
   *[other] { $n } people
  }, { $all ->
    [0] no seats given
    [one] one seat given
   *[other] { $all } seats given
  }
minutes-present-none = Nobody has a seat at this table. Those who come are checked in at the door.
minutes-absent = not at the door yet
minutes-none = Nothing said yet. The first line is written below.
minutes-kind = What it is
minutes-kind-need = Need
minutes-kind-criticism = Criticism
minutes-kind-proposal = Proposal
minutes-kind-agreement = Agreement
minutes-kind-heading = Heading
minutes-who = Who says it
minutes-nobody = Nobody in particular
minutes-somebody = A person
minutes-at-table = At the table
minutes-organisations = Organisations
minutes-objective = Objective or passage
minutes-text = What was said
minutes-entry = New line
minutes-add = Add
minutes-leave = Leave as it was
minutes-mending = Mending a line written before
minutes-choose = Choose
minutes-acts = What can be done
minutes-up = Up
minutes-down = Down
minutes-mend = Mend
minutes-remove = Remove
minutes-restore = Put back
minutes-removed = { $n ->
    [one] One line removed
   *[other] { $n } lines removed
  }
minutes-join = Join under a heading
minutes-join-text = It is done to the lines chosen with the box on the left. With a new heading, they go under that one.
minutes-under = Heading
minutes-under-none = No heading
minutes-heading-new = New heading
minutes-heading = Heading
minutes-join-button = Join
minutes-timer = Time left
minutes-timer-start = minutes: start
minutes-timer-stop = Reset
minutes-mend-title = Mending a line
minutes-mend-button = Save
minutes-overtaken = Meanwhile { $name } mended this line
minutes-overtaken-text = Above is how it stands now; below is what was written on this page. Saving keeps what is below.

minutes-say-saved = Everything is saved.
minutes-say-waiting-one = One thing to send: it is safe on this device.
minutes-say-waiting-many = {"{"}n{"}"} things to send: they are safe on this device.
minutes-say-offline = No network: writing can go on.
minutes-say-sign-in = You have been signed out: sign in again, nothing is lost.
minutes-say-denied = These minutes belong to whoever facilitates the table: what is missing cannot be sent.
minutes-say-other = Another account has signed in on this device: nothing is written from this page any more. What is missing is kept for whoever wrote it.
minutes-say-reload = Reload the page
minutes-say-others-one = On this device one thing written with another account waits to be sent: it leaves when the person who wrote it signs in again here and opens this page.
minutes-say-others-many = On this device {"{"}n{"}"} things written with another account wait to be sent: they leave when the person who wrote them signs in again here and opens this page.
minutes-say-unkept = This browser keeps no data: better not to close the page.
minutes-say-not-sent = The server does not answer as it should: another try is due shortly.
minutes-say-new = New line by
minutes-say-moved = Line moved to place
minutes-say-added = Added:
minutes-say-overtaken = Meanwhile this line was mended by
minutes-say-refused = It could not be done:
minutes-say-removed-one = One line removed
minutes-say-removed-many = {"{"}n{"}"} lines removed
minutes-say-use-mine = Use the second
minutes-say-keep-theirs = Keep the first
minutes-say-remove-anyway = Remove anyway
minutes-say-write-again = Write again
minutes-say-timer-start = Time is running: {"{"}n{"}"} minutes.
minutes-say-timer-minute = One minute left.
minutes-say-timer-over = Time is up.
minutes-say-timer-stop = Time reset.
minutes-say-let-go = Fine

done-minutes = Minutes updated.
done-minutes-added = Line added.
refused-minutes-key = What was sent is not complete. Reloading the page and trying again may help.
refused-minutes-closed = Minutes are written from two days before the event, if it is public and not cancelled.
refused-minutes-full = The minutes of this session are full: no more lines fit.
refused-minutes-gone = The line is no longer in these minutes.
refused-minutes-overtaken = Meanwhile somebody else mended this line: it must be read again before it is removed.
refused-minutes-none-chosen = Choose at least one line, or write a new heading.
refused-session-spoken = This session has minutes already: its question can be changed, but it cannot be taken away.
event-desk-minutes = Minutes
minutes-contribution = Contribution no. { $n }
minutes-say-contribution = Contribution no. {"{"}n{"}"}
minutes-to-register = Bring the chosen lines into the register
minutes-to-register-what = Lines that become a contribution
minutes-to-register-text = This can be done once a version of the plan has had its consultation. Up to { $n } lines become one contribution together, also of other sessions and other tables of the same event, which are added on the page that follows. The contribution counts as received when the last of the lines was said: if the consultation had closed by then, it is late. A line enters the register once, and from then on is neither mended nor removed. Lines of different events remain different contributions.
minutes-register-title = From the minutes to the register
minutes-register-text = The lines below become one contribution, with a number in the register: from there on it is cut into requests and answered like any other. The table is named beside it, never who spoke. From then on these lines are not mended any more.
minutes-register-reread = The rereading of these lines is not over
minutes-register-reread-text = While lines are reread, whoever spoke can ask for a correction; not of lines that are in the register already. If time allows, they are better brought there afterwards.
minutes-register-reread-until = rereading open until { $when }
minutes-register-reread-never = rereading not open yet
minutes-register-button = Bring into the register
minutes-register-named = Table { $table }, { $event }
minutes-register-evidence = Minutes of event { $event }, table { $table }, session { $session }
minutes-register-named-many = Tables { $table }, { $event }
minutes-register-named-more = Several tables, { $event }
minutes-and = { $some } and { $last }
minutes-register-place = table { $table }, session { $session }
minutes-register-evidence-many = Minutes of event { $event }: { $places }
minutes-register-evidence-more = Minutes of event { $event }: { $n } sessions
minutes-register-without = Leave this line out
minutes-register-in-time = The contribution will speak of version { $version }. The last of these lines was said on { $said }: it is in time, for the consultation goes until { $closes }.
minutes-register-late = The contribution will speak of version { $version }. The last of these lines was said on { $said }, after the consultation had closed ({ $closes }): the contribution will be late, numbered and counted apart.
minutes-register-more = Add lines of another session
minutes-register-more-text = Up to { $n } lines of the same event can stand together. Those chosen already stay chosen.
minutes-register-choose = Choosing lines
minutes-register-choose-none = In this session there is no line to bring into the register.
minutes-register-choose-button = Go on with the chosen lines
minutes-register-line = line of { $hour }
minutes-register-lines = The lines of the minutes
minutes-questions = What was discussed
minutes-became = What became of what was said
minutes-became-none = What was said at this table is not in the register yet.
minutes-became-text = { $n ->
    [one] What was said at this table became one contribution. It is shown here with its answer, if it is public.
   *[other] What was said at this table became { $n } contributions. Those that are public are shown here, each with its answer.
  }
minutes-to-event = Back to the event
contribution-channel-table = Table of an event
done-minutes-register = The lines are in the register.
refused-minutes-too-many = A contribution takes up to 49 lines: the others can become another one.
refused-minutes-choose = Choose at least one line of the minutes, with the box on its left.
refused-minutes-changed = Meanwhile one of the chosen lines was mended: it must be read again before it enters the register.
refused-minutes-in-register = This line is in the register of contributions already: it stays as it was received.
refused-minutes-no-window = The register opens once a version of the plan has its consultation: a contribution speaks of that version.
action-keep_minutes = Minutes of the tables
minutes-before = How it was before
minutes-keys = With a keyboard, Alt and an arrow up or down move the line one is on.

event-desk-restitutions = Restitutions
action-publish_restitution = Publishing restitutions
restitution-list = Restitutions
restitution-list-text = From the minutes of each session its facilitators draw a synthesis and the action plan that emerged; then a single restitution brings the whole event together. Each sentence rests on lines of the minutes. Who publishes is somebody who did not write it.
restitution-to-list = The restitutions of the tables
restitution-public-text = What emerged at the tables, in the words of those who facilitated them. Each sentence rests on what was said, which can be opened.
restitution-none = No restitutions yet
restitution-none-text = Restitutions appear here once the facilitators have written them and somebody else has read and published them.
restitution-title = Restitution
restitution-of = Restitution: { $of }
restitution-whole = Whole event
restitution-whole-text = It brings the sessions’ restitutions together: each sentence rests on what they say. The action plan is that of the sessions, by objective.
restitution-to-minutes = Open the minutes
restitution-sentences-n = { $n ->
    [0] no sentences
    [one] one sentence
   *[other] { $n } sentences
  }
restitution-actions-n = { $n ->
    [one] one action
   *[other] { $n } actions
  }
restitution-synthesis = Synthesis
restitution-plan = The action plan that emerged
restitution-plan-text = For each objective: what is done, who does it, when and with what, as it emerged in this session.
restitution-points-none = Nothing here yet.
restitution-new-sentence = Add a sentence
restitution-new-action = Add an action
restitution-mend-sentence = Mending a sentence
restitution-mend-action = Mending an action
restitution-sentence = Sentence or short paragraph
restitution-sentence-hint = In plain words, naming nobody.
restitution-objective = Objective
restitution-objective-hint = Actions with the same objective are read together.
restitution-actions = Actions: { $objective }
restitution-action = Action
restitution-who = Who
restitution-who-hint = An organisation, an office, a group: not a person.
restitution-when = When
restitution-means = With what
restitution-rests = Lines of the minutes it rests on
restitution-rests-whole = What the sessions say that it rests on
restitution-rests-hint = One at least.
restitution-nothing-to-rest-on = There is nothing to rest on yet: first come the minutes, and for the whole event the restitutions of the sessions.
restitution-save = Save
restitution-written = Written by { $name }
restitution-behind = { $n ->
    [one] What is behind it: one line
   *[other] What is behind it: { $n } lines
  }
restitution-behind-plan = What is behind each action:
restitution-from = { $n ->
    [one] From one session
   *[other] From { $n } sessions
  }
restitution-unshown = { $n ->
    [one] One more line is not shown.
   *[other] { $n } more lines are not shown.
  }
restitution-removed = taken out of the minutes
restitution-mended = mended since
restitution-barred = Not shown in public: the register holds this line back, or somebody asked for it to be corrected.
restitution-withheld = Not shown in public.
restitution-withhold = Do not show in public
restitution-show = Show in public
restitution-overtaken-lines = A line this rests on changed afterwards: read it again, and save.
restitution-overtaken = Meanwhile { $name } wrote this point anew
restitution-overtaken-text = Above is how it stands now; below is what was written on this page. Saving makes what is below count.
restitution-edition = Edition { $n }
restitution-to-public = As the public reads it
restitution-same = Nothing has changed since it was published.
restitution-publish = Read again and publish
restitution-publish-text = This is what the public will read, as page, PDF and DOCX. Once published an edition does not change: corrections go into a new edition beside it.
restitution-publish-button = Publish
restitution-publish-other = Whoever wrote any of it does not publish it: that is for somebody else of the promoter.
restitution-will-say = What it will say
restitution-back = Back to the restitution
restitution-missing = Before publishing
restitution-missing-nothing = There is no sentence yet.
restitution-missing-overtaken = What is behind it changed; to be read again and saved:
restitution-missing-named = Somebody’s name stands in it, to be taken out:
restitution-missing-named-behind = A line that would be shown holds somebody’s name, to be mended or kept from the public:
restitution-missing-session = The restitution of a session is not published, or changed since:
refused-restitution-not-held = A restitution is published once what it is about has begun: the session, or the event, is still to be.
restitution-alike = Words that are also a surname, or the name of an organisation
restitution-alike-text = These words are also the surname (or the only name) of somebody enrolled for the event or of who facilitates, or the name of an organisation that was there and has not agreed to be named. Where they say who spoke they have to be taken out; where they are ordinary words, or where the organisation is only spoken of, they can stay.
restitution-reread = Text read again: these words say of no person and of no organisation what they said or did at the event
problem-restitution-named = It names somebody who was there: the reason is read by everybody and cannot be changed any more
problem-restitution-alike = Confirm that these words do not say who spoke, or take them out
restitution-voices = Organisations that speak in their own name
restitution-voices-text = Beside what was said an organisation is named only if it agreed. A person never is.
restitution-voices-agreed = They agreed to be named
restitution-voices-none = No organisations in the minutes
restitution-voices-none-text = Organisations for which somebody spoke at a table appear here.
restitution-names = Nobody is named. An organisation is named where it spoke in its own name and agreed.
restitution-question = What was discussed
restitution-official = The restitution is published in Italian.
restitution-older = This edition has been replaced.
restitution-newest = Read the newest
restitution-editions = All editions:
restitution-fingerprint = Fingerprint of its content (SHA-256):
restitution-withdrawn-tag = withdrawn
restitution-was-withdrawn = Edition { $n } was withdrawn on { $when }.
restitution-withdrawn-reason = The reason
restitution-withdrawn-text = The text and the files of this edition can no longer be read here. The other editions stay as they are.
restitution-published-editions = Published editions
restitution-published-at = Published on
restitution-withdraw-one = Withdraw edition { $n }
restitution-withdraw-title = Withdrawing edition { $n }
restitution-withdraw-text = Once withdrawn, the edition can no longer be read, neither as a page nor as PDF or DOCX. In its place stand the day and the reason. The other editions stay as they are. A withdrawal cannot be undone: a new edition can be published.
restitution-withdraw-whole = Where the same words stand in the restitution of the whole event too, that one has to be withdrawn as well.
restitution-withdraw-other = Who wrote the restitution, if only in part, does not withdraw it: it is for another person of the promoter.
restitution-withdraw-reason = Reason, for everybody
restitution-withdraw-hint = Without repeating what is no longer to be read, and naming nobody.
restitution-withdraw-button = Withdraw
done-restitution-withdrawn = Edition withdrawn.
refused-restitution-withdrawn = This edition has already been withdrawn.
gone-restitution = This edition of the restitution was withdrawn: its files can no longer be downloaded. The reason and the other editions can be read on the page of the restitution.
restitution-pdf = Download the PDF
restitution-docx = Download the DOCX
problem-rests-on-nothing = Choose one line at least for it to rest on
done-restitution = Restitution updated.
done-restitution-voices = Organisations’ agreement updated.
done-restitution-published = Restitution published.
refused-restitution-full = The restitution is full: no more points fit in.
refused-restitution-overtaken = Meanwhile somebody else wrote this point anew: read it before taking it out.
refused-restitution-rested-on = The restitution of the whole event rests on this point: that must be changed first.
refused-restitution-missing = The restitution cannot be published yet: its page says what is missing.
refused-restitution-changed = Something changed meanwhile: read it again and try once more.
refused-restitution-same = Nothing has changed since it was published.

reread-open-title = Rereading by those who were there
reread-open-text = Those who were at the table, or spoke there, and left an address get a letter with a link of their own: there they read the lines taken down as theirs, or as their organisation’s, and can ask for corrections until the time set. Who left no address is handed the link on a slip. Meanwhile the minutes can still be written.
reread-open-until = Rereading is open until { $when }. The time can be made longer: those who were there get another letter.
reread-readers = { $n ->
    [0] Nobody present at this table left an address: no letter leaves.
    [one] One letter leaves.
   *[other] { $n } letters leave.
  }
reread-until = Until when
reread-until-hint = Rome time; 60 days at most.
reread-open-button = Close the session and send the letters
reread-longer-button = Give more time and send the letters
reread-list = Corrections asked for
reread-list-none = No corrections asked for
reread-list-none-text = What those who reread their lines ask to be corrected appears here.
reread-to-decide = { $n ->
    [one] One correction asked for is to be decided.
   *[other] { $n } corrections asked for are to be decided.
  }
reread-asked = to be decided
reread-accepted = accepted
reread-declined = declined
reread-decide = A correction asked for
reread-decide-what = What is decided
reread-accept = The line is corrected
reread-decline = The line stays as it is
reread-new-wording = The corrected line
reread-new-wording-hint = Needed only if the line is corrected.
reread-reason = Reason
reread-reason-hint = Required if the line stays as it is. Who asked reads it.
reread-decide-button = Confirm the decision
reread-as-it-is = The line as it is now
reread-as-it-was = When the correction was asked for it said:
reread-wanted = It should say:
reread-note = Why
reread-note-hint = If it helps to understand.
reread-own = One’s own lines of the minutes
reread-own-text = This is what the facilitators took down. The name of who spoke stays at the table: it never appears in public restitutions.
reread-own-until = Corrections can be asked for until { $when }.
reread-own-over = The time to ask for corrections is over: it was { $when }.
reread-own-none = No lines
reread-own-none-text = In the minutes of this session no line is taken down under this name or for this organisation.
reread-said-by-you = taken down under the reader’s name
reread-said-for = taken down for { $name }
reread-in-register = This line is in the register of contributions already: it stays as it was received.
reread-ask = Ask for a correction
reread-ask-button = Send the request
reread-wording = What it should say
reread-wording-hint = Starting from the words taken down.
reread-state-asked = Correction asked for: the answer comes by letter, and is read here.
reread-state-asked-here = Correction asked for: the answer is read here.
reread-state-accepted = Correction accepted
reread-state-declined = Correction declined
reread-organisation = The organisation’s name
reread-named = { $name } agreed to be named beside what was said for it. It can change its mind for editions to come.
reread-not-named = Beside what was said for { $name } nobody is named. If the organisation agrees, it is.
reread-name-button = The organisation agrees
reread-unname-button = The organisation no longer agrees
done-reread-open = Rereading is open and the letters are leaving.
done-reread-asked = Request sent.
done-reread-decided = Decided: who asked gets a letter, or reads it with their slip.

slips-list = Who spoke and left no address
slips-text = No letter can reach these people. For each a slip is made to be handed over, with the link to their lines. A slip made again takes the place of the one before, which no longer counts.
slips-before = No letter can reach these people. Once the rereading is open, a slip with the link to their lines is made here for each.
slips-lines = { $n ->
    [one] one line
   *[other] { $n } lines
  }
slips-made = slip made
slips-one = Make the slip
slips-again = Make the slip again
slips-all = Make all slips that are missing
slips-title = Slips to hand over
slips-once = The slips can be seen now only: print or show them before leaving this page. Who has a slip reads that person’s lines: give it to them alone.
slips-back = Back to the rereading
slip-head = To reread one’s own lines
slip-text = What was taken down as said by this person, or for their organisation, can be read here, and a correction asked for.
slip-code = QR code with the link
slip-by-hand = Point a phone’s camera at the code, or type this address into the browser:
slip-until = Until { $when } (time in Rome).
slip-personal = The slip is personal: best not given to others.
refused-slips-before = Slips are made once the rereading is open.
refused-slips-none = No slip is missing.
problem-when = Say day and hour
problem-reread-too-far = 60 days from now at most
problem-reread-shorter = The time already announced cannot be shortened
problem-reread-same = The line says so already
refused-reread-too-early = Rereading opens after the event, once there is a line in the minutes.
refused-reread-over = The time to ask for corrections is over.
refused-reread-asked = Something was asked about this line already and is not decided.
refused-reread-changed = Meanwhile the line was corrected: read it again.
refused-reread-decided = This request was decided already.
refused-reread-mended = Meanwhile the line was corrected: read it again before deciding.
problem-past = The time must be to come
