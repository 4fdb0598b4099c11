# Sentences common to all pages.
layout-skip = Skip to content
layout-main-nav = Main
layout-processes = Processes
layout-mine = My contributions
layout-administration = Administration
layout-account = My account
layout-sign-in = Sign in
layout-sign-out = Sign out
layout-register = Register
layout-accessibility = Accessibility statement
layout-privacy = Privacy notice
layout-small = Ascolto: public consultations of { $owner }. Every contribution received has a number and an answer.
layout-demo = A demonstration: people and contributions are invented, no letter really leaves.
layout-demo-label = Demonstration
layout-demo-mail = Read the letters

form-optional = optional
form-choose = Choose…
form-cancel = Cancel
form-errors = { $n ->
    [one] There is one thing to correct
   *[other] There are { $n } things to correct
  }
form-error-title = To correct: { $title }
form-at-most = At most { $n } characters
form-left-one = {"{"}n{"}"} character left
form-left-many = {"{"}n{"}"} characters left
form-restored = We found what you had written in this browser.
form-discard = Throw it away and start again

pager-label = Pages
pager-previous = Previous page
pager-next = Next page
pager-where = Page { $n }

date-unknown = dates to be set
duration-days = { $n ->
    [one] one day
   *[other] { $n } days
  }
duration-hours = { $n ->
    [one] one hour
   *[other] { $n } hours
  }
duration-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
  }
duration-moments = less than a minute
countdown-left = Time left: { $left }
countdown-opens-in = Opens in { $left }
countdown-opens = Opens on { $when } (Rome time)
countdown-closes = Closes on { $when } (Rome time)
countdown-closed = Closed on { $when } (Rome time)
countdown-ended = Consultation closed

phase-state-past = Over
phase-state-now = Under way
phase-state-future = To come

outcome-accepted = Accepted
outcome-integrated = Integrated
outcome-partially_integrated = Partially integrated
outcome-already_present = Already present
outcome-noted = Noted
outcome-deferred = Deferred to the executive design
outcome-out_of_scope = Out of scope
outcome-not_accepted = Not accepted
outcome-none = Not answered yet

status-received = Received
status-waiting = Waiting to be published
status-published = Published
status-held = Held
status-refused = Refused
status-withdrawn = Withdrawn
status-duplicate = Duplicate
status-late = Late
status-open = Open
status-answered = Answered
status-draft = Draft
status-closed = Closed
status-submitted = To be approved
status-approved = Approved
status-returned = Returned
status-error = Error

contribution-number-short = no.
response-title = Answer
response-passages = Passages:
response-became = The words it became:

problem-required = Fill in this field
problem-file-large = The file is too large: 20 MB at most
problem-too-long = At most { $n } characters
problem-choose = Choose one of the entries
problem-email = Write an e-mail address, like name@example.org
problem-password-short = At least { $n } characters
problem-password-guessable = It is too easy to guess: add a word or two
problem-no-account = No confirmed account has this address: ask the person to register
problem-taken = It is already in use: choose another

kept-title = What you had written
kept-text = It was not saved. Copy it from here, so that you do not lose it.
kept-files = Attached files have to be chosen again.
kept-again = Send again

fault-home = Go to the home page
fault-back = Back to the page
fault-gone = No longer there
gone-enrolment = A year has passed since the event: the enrolment and the data of who enrolled were deleted, as announced, and this link is of no use any more. What emerged at the event stays public: the process can be found from the home page.
gone-reread = The time for rereading and correcting is over, and a year has passed since the event: the data of who took part were deleted, as announced, and this link is of no use any more. The restitutions of the tables stay public: the process can be found from the home page, and the promoter can be written to about a correction.
gone-slip = This slip was replaced by a new one: the one handed over last counts. For another, ask whoever organises the event.
fault-not-found = Page not found
fault-not-found-text = There is nothing at this address, or it is not public. Check the link, or start from the home page.
fault-method = This address does not open this way
fault-method-text = The page exists, but it only answers when its form is sent. Start from the page that holds the form.
fault-invalid = Something is wrong with what was sent
fault-invalid-text = The request was not carried out. This is what is wrong:
fault-refused = This cannot be done
fault-race = Somebody was quicker
fault-race-text = The same thing was registered in the same instant. Load the page again and see whether it is done.
fault-stale = The page was open for too long
fault-stale-text = For safety every form is good for one session only, and yours has changed meanwhile. Nothing was sent: check it and send it again.
fault-forged = Form not recognised
fault-forged-text = What was sent does not come from a page of this site, or cookies are blocked. For your safety it was not carried out. Open the page again and retry.
fault-too-many = Too many attempts
fault-too-many-text = Too much was sent in a short time. Try again in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
  }.
fault-too-large = Too large
fault-too-large-text = At most { $kilobytes } KB can be sent. Make the text or the file smaller and try again.
fault-malformed = Incomplete request
fault-malformed-text = The data did not arrive whole. Check your connection and try again.
fault-internal = Our mistake
fault-internal-text = Something broke on our side and nothing was saved. Try again shortly; if it happens again, tell us the number { $number }.

denied-sign-in = You need to sign in
denied-sign-in-text = This needs a session: there is none, or it has expired.
denied-sign-in-next = Sign in and come back
denied-role = You do not have the role for this
denied-role-text = This belongs to another role in the process. If you think it should be yours, ask the promoter to grant it.
denied-role-next = Go to your account
denied-not-yet-open = The consultation is not open yet
denied-not-yet-open-text = You can do this once it opens: the date is on the page of the process.
denied-closed = The consultation is closed
denied-closed-text = The deadline has passed: nothing can be sent, edited, withdrawn or supported any more.
denied-not-yet-closed = The consultation is still open
denied-not-yet-closed-text = This can only be done after it closes: the date is on the page of the process.
denied-not-yours = It belongs to somebody else
denied-not-yours-text = Only who wrote it can do this.
denied-same-person = A second person is needed
denied-same-person-text = Who prepares an answer cannot approve it: another person of the promoter has to.

refused-link-over = The link was already used, has expired or is incomplete. Ask for a new one.
refused-changed-meanwhile = The author has changed the text meanwhile: read it again before deciding.
refused-response-changed = The answer was changed meanwhile: read it again before approving it.
refused-draft-too-long = The text is too long to be kept. Shorten it, or sign in before writing it.
refused-drafts-too-many = Twenty texts are waiting already: sign in, and send or discard them, before writing more.
refused-process-incomplete = The process can be published once it has at least one promoter and one phase.
