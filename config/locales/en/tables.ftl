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
minutes-register-title = From the minutes to the register
minutes-register-text = The lines below become one contribution, with a number in the register: from there on it is cut into requests and answered like any other. The table is named beside it, never who spoke. From then on these lines are not mended any more.
minutes-register-button = Bring into the register
minutes-register-named = Table { $table }, event { $event }
minutes-register-evidence = Minutes of event { $event }, table { $table }, session { $session }
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
refused-minutes-choose = Choose at least one line of the minutes, with the box on its left.
refused-minutes-in-register = This line is in the register of contributions already: it stays as it was received.
refused-minutes-no-window = The register opens once a version of the plan has its consultation: a contribution speaks of that version.
action-keep_minutes = Minutes of the tables
minutes-before = How it was before
minutes-keys = With a keyboard, Alt and an arrow up or down move the line one is on.
