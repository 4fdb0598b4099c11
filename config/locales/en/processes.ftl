breadcrumb-label = Breadcrumb
section-nav = Parts of the process
section-process = The process
section-plan = The plan
section-events = Events
section-contributions = Contributions
section-outcomes = Outcomes
section-register = Register
section-participants = Participants
section-report = Report
section-staff = Manage
staff-section-nav = Managing the process
staff-section-dashboard = To do
staff-section-settings = Process details
staff-section-plan = Plan
staff-section-consultation = Consultation
staff-section-events = Events
staff-section-contributions = Contributions
staff-section-intake = Intake
staff-section-responses = Responses
staff-section-participants = Participants
staff-section-report = Report
process-unpublished = This process is not public yet: only those who work on it can see it.

now-title = What can be done now
now-before-text = The consultation is not open yet. You can ask for a letter when it opens.
now-open-text = Anyone can read the draft and comment on it, passage by passage or as a whole. Every contribution gets a register number and an answer.
now-closed-text = The consultation is closed. Every contribution received will have an answer with its reason, published here.
now-answered-text = The answers are published: for each request its outcome, the reason and the passages that changed.
now-report-text = The process has its report: what was asked, what was answered and what changed in the plan.
now-plan-text = The plan can be read. The dates of the consultation are yet to be set.
now-nothing-text = There is no draft to read yet. You can ask for a letter when there is something to do.
now-tell-opening = Tell me when it opens
now-tell = Get notices by e-mail
now-read-draft = Read the draft
now-comment = Read and comment on the draft
now-comment-whole = Comment on the whole plan
now-read-comments = Read the contributions
now-read-outcomes = Read the outcomes
now-read-report = Read the report
now-read-plan = Read the plan

process-about = What it is about
process-events = The next events
process-phases = The phases
process-no-phases = The phases are yet to be set.
process-calendar = Add the dates to your calendar
calendar-opens = The consultation opens: { $title }
calendar-closes = The consultation closes: { $title }
process-figures = In figures
process-received = Contributions received
process-organisations = Organisations that wrote
process-late = Contributions that came after the end
process-answered = Requests with a published response
process-consultation = The consultation
process-about-version = About
process-opens = Opens
process-opened = Opened
process-closes = Closes
process-closed = Closed
process-window-rule = The time is that of Rome, by this site’s clock. After the end nothing can be sent, changed or withdrawn; a later text can be filed as late.
process-extended = Extended: from { $from } to { $to }
process-extended-on = Decided on
process-reason = Reason:
process-versions = The plan
process-version = Version { $n }
process-published-on = published on
process-who = Who answers for it
process-founding-act = Founding act
process-facilitator = Facilitation
process-contact = To write to us
process-approval = Approved by:
process-documents = Reference documents
process-acts = Acts of other bodies
act-number = no. { $number }
act-of = of { $day }

letters-title = Notices by e-mail
letters-text = Those who ask for them get a letter when:
letters-opening = the consultation opens
letters-closing = two days are left
letters-extension = the consultation is extended
letters-version = a new version of the plan is published
letters-report = the report is published
letters-on = Notices go to
letters-off = Notices would go to
letters-start = Get the notices
letters-stop = Stop the notices
letters-back = Back to the process
done-subscribed = Done: notices about this process will come by e-mail.
done-unsubscribed = Done: notices about this process will no longer come.

settings-nav = Process details
settings-save = Save
settings-facts = Details
settings-promoters = Promoters
settings-promoters-hint = The bodies that answer for the process, in the order they are to appear. The approval act can be added when there is one.
settings-promoters-row = Body { $n }
settings-phases = Phases
settings-phases-hint = The steps of the process, with their dates. A date that is not known yet can be left empty.
settings-phases-row = Phase { $n }
settings-figures = Figures
settings-figures-hint = The numbers to be shown on the process page and in the report, beside their phase. Contributions received are counted by themselves.
settings-figures-row = Figure { $n }
settings-documents = Documents
settings-documents-hint = The documents the process refers to, with a link if they are public.
settings-documents-row = Document { $n }
settings-acts = Acts of other bodies
settings-acts-hint = Here stand the acts the process refers to and that ask nothing of the plan: they appear in the report beside the contributions. An act that asks for something is entered in the register instead, from the page Contributions, and is answered. Reports already published do not change.
settings-roles = Roles
settings-roles-hint = Whoever prepares a response cannot approve it: at least two people are needed, one of them for the promoter.
rows-hint = To take a row away, empty it; to move it, change the number of its position.
rows-more = More rows? Two more empty ones appear after saving.
rows-place = Position
done-saved = Saved.

facts-address = Address of the page:
facts-title = Title
facts-summary = What it is about
facts-summary-hint = A few sentences for those who know nothing of it. The first part also stands on the home page.
facts-founding-act = Founding act
facts-founding-act-hint = An agreement or a resolution, for instance, with its number
facts-founded-on = Day of the act
facts-contact = Whom to write to
facts-contact-hint = An office’s address, not a person’s: it is published
facts-facilitator = Who facilitates
facts-facilitator-hint = The organisation in charge, if any
problem-date = The date is not complete, or there is no such day

promoter-name = Name of the body
promoter-contact = Office contact
promoter-act-kind = Approval act
promoter-act-number = Number of the act
promoter-act-date = Day of the act
phase-title = Title
phase-kind = Kind of phase
phase-kind-analysis = Document analysis
phase-kind-interviews = Interviews
phase-kind-event = Participatory event
phase-kind-consultation = Drafting and consultation
phase-kind-presentation = Approval and presentation
phase-description = What happens
phase-starts-on = First day
phase-ends-on = Last day
figure-value = How many
figure-label = What was counted
figure-phase = Phase
figure-no-phase = Of the whole process
document-title = Title
document-note = What it is
document-link = Link
document-link-hint = It begins with https://

act-body = Body that adopted it
act-body-hint = A municipal council, for instance
act-title = Title or subject
act-number-label = Number
act-date = Day
act-note = What is to be known
act-note-hint = It is published beside the act
acts-none = No act
acts-none-text = When another body adopts an act about the plan, it is entered here.
acts-new = Enter an act
acts-button = Enter
act-correct = Correct the act
act-correct-button = Save the correction
act-remove = Take this act out
act-remove-text = The act disappears from the pages of the process and from the next report. It stays on record who took it out.
act-remove-button = Take the act out
done-act-corrected = Act corrected.
done-act-removed = Act taken out.
done-act = Act entered.

role-visitor = Visitor
role-participant = Participant
role-facilitator = Facilitator
role-facilitator-hint = Reads what comes in and records the meetings
role-reviewer = Reviewer
role-reviewer-hint = Imports drafts, moderates, prepares responses
role-promoter = Promoter
role-promoter-hint = Publishes, opens the consultation, approves responses others prepared
role-administrator = Administrator
roles-none = No role granted
roles-none-text = As long as it is so, only the site’s administrators look after the process.
roles-new = Grant a role
roles-role = Role
roles-email-hint = The person must already have an account with a confirmed address
roles-button = Grant
roles-since = since
roles-revoke = Revoke
roles-revoke-named = Revoke the role { $role } of { $name }
done-granted = Role granted.
done-revoked = Role revoked.

launch-title = Publish the process
launch-text = From then on everybody sees the page of the process, with its promoters, phases and documents. It cannot be undone.
launch-preview = See the page as everybody will
launch-button = Publish the process
launch-already = The process is public already.
launch-look = Go to the page of the process
launch-no-promoter = Add at least one promoter
launch-no-phase = Add at least one phase
done-process-published = The process is public.

create-title = New process
create-lead = Only those who work on it see it until it is published.
create-slug = Word for the address of the page
create-slug-hint = Small letters, digits and hyphens. If left empty it is made from the title. It does not change afterwards.
create-button = Create the process
done-created = Process created. Below, in order, is what remains to be done.

manage-title = Manage: { $title }
manage-next = Next step:
manage-do = Go
manage-all-done = all done
manage-nothing = Nothing to do now
manage-nothing-text = What belongs to your role is done, or waits for another person or for a date.
manage-account = What came in
manage-received = Received in time
manage-answered = Answered
manage-open = Still open
manage-withdrawn = Withdrawn
manage-duplicate = Duplicates
manage-refused = Refused
manage-public-page = See the public page of the process

steps-process = The process
steps-consultation = The draft and the consultation
steps-answers = Contributions and responses
steps-report = The new version and the report
step-state-done = Done
step-state-todo = To do
step-state-later = Later
step-state-optional = If needed
step-not-yours = It belongs to another role.

step-facts = Process details
step-facts-done = Title, act and contacts are there.
step-facts-todo = The founding act is missing, or whom to write to.
step-promoters = Promoters
step-promoters-done = They are there.
step-promoters-todo = At least one promoter is needed.
step-phases = Phases
step-phases-done = They are there.
step-phases-todo = At least one phase is needed, with its dates.
step-roles = Roles
step-roles-done = There is somebody to prepare responses and somebody to approve them.
step-roles-todo = Two people are needed: one prepares responses, the other approves them for the promoter.
step-documents = Reference documents
step-documents-done = They are there.
step-documents-todo = They can be added at any time.
step-publish = Publishing the process
step-publish-done = The process is public.
step-publish-todo = Everything is ready to show it to everybody.
step-publish-later = Promoters and phases come first.
step-draft = Draft of the plan
step-draft-import = Import the draft from a file (Word, LibreOffice, web page or Markdown).
step-draft-decide = { $n ->
    [one] One passage waits for a decision.
   *[other] { $n } passages wait for a decision.
  }
step-draft-publish = The draft is imported: it can be read again and published.
step-draft-done = The draft is published.
step-window = Consultation window
step-window-later = The draft has to be published first.
step-window-todo = Set when it opens and when it closes.
step-window-before = The dates are set: it is yet to open.
step-window-open = It is open. It can only be extended, with a public reason.
step-window-after = It is closed.
step-moderate = Moderation
step-moderate-done = No contribution waits.
step-moderate-later = It begins with the consultation.
step-moderate-todo = { $n ->
    [one] One contribution waits to be published.
   *[other] { $n } contributions wait to be published.
  }
step-held = Contributions on hold
step-held-todo = { $n ->
    [one] One contribution is to be looked at again.
   *[other] { $n } contributions are to be looked at again.
  }
step-held-done = None.
step-held-later = None.
step-cut = Requests to be cut
step-cut-done = Every contribution has its requests.
step-cut-later = It begins when the consultation closes.
step-cut-open = { $n ->
    [one] One contribution came in: it is worked on after the end, because until then it can change.
   *[other] { $n } contributions came in: they are worked on after the end, because until then they can change.
  }
step-cut-todo = { $n ->
    [one] One contribution has no requests.
   *[other] { $n } contributions have no requests.
  }
step-answer = Responses to prepare
step-answer-done = Every request has a response.
step-answer-later = It begins when there are requests.
step-answer-todo = { $n ->
    [one] One request has no response.
   *[other] { $n } requests have no response.
  }
step-returned = Responses to write again
step-returned-todo = { $n ->
    [one] One response came back with a note.
   *[other] { $n } responses came back with a note.
  }
step-returned-done = None.
step-approve = Responses to approve
step-approve-done = None waits.
step-approve-later = It begins when there are responses.
step-approve-todo = { $n ->
    [one] One response waits for a second person.
   *[other] { $n } responses wait for a second person.
  }
step-release = Responses to publish
step-release-done = None waits.
step-release-later = It begins when there are approved responses.
step-release-todo = { $n ->
    [one] One response is approved and not public yet.
   *[other] { $n } responses are approved and not public yet.
  }
step-accepted = Requests accepted, still without their text
step-accepted-todo = { $n ->
    [one] One request is accepted, but the text has yet to change: it counts as open.
   *[other] { $n } requests are accepted, but the text has yet to change: they count as open.
  }
step-accepted-done = None.
step-version = New version of the plan
step-version-done = It is published.
step-version-todo = Import the version with the changes the contributions led to.
step-version-decide = { $n ->
    [one] One passage waits for a decision.
   *[other] { $n } passages wait for a decision.
  }
step-version-publish = It is imported: it can be read again and published.
step-participants = Participants of other channels
step-participants-todo = Those who took part in other ways, or were interviewed in a personal capacity, are added here.
step-acts = Approval acts
step-acts-done = Every promoter has its own, with number and day.
step-acts-todo = At least one promoter’s approval act is missing.
step-words = Introduction of the report
step-words-done = It is written.
step-words-todo = Introduction and thanks are written by the staff; the rest makes itself.
step-report = Report
step-report-done = It is published.
step-report-todo = Everything adds up: it can be looked at and published.
step-report-missing = { $n ->
    [one] One thing is missing: the list says which.
   *[other] { $n } things are missing: the list says which.
  }
step-report-later = It can be made when the consultation is closed and every request has its response.

administration-lead = All processes, those not public yet too.
administration-none = No process
administration-none-text = The first is made with “New process”.
administration-process = Process
administration-state = State
administration-promoters = Promoters
administration-days = Dates
administration-desk = Work
trail-title = Audit trail
trail-lead = Every official act: who, when, in which role, what and why. The list only grows.
trail-all = All processes
trail-filter = Show
trail-none = No act
trail-none-text = Nothing official has been done here yet.
trail-when = When
trail-who = Who
trail-action = Act
trail-subject = Subject
trail-reason = Reason
trail-nobody = the system, or an erased account
trail-of-account-role = role of { $b } to account { $a }
trail-of-act = act of another body
trail-of-act-changed = act of another body, corrected
trail-of-act-removed = act of another body, removed
trail-of-act-file-kept-back = document of contribution { $a } no longer public
trail-of-act-file-shown = document of contribution { $a } made public
trail-of-contribution-entered = contribution { $a } entered
trail-of-contribution-redacted = contribution { $a } redacted
trail-of-contribution-published = contribution { $a } published
trail-of-contribution-held = contribution { $a } held
trail-of-contribution-refused = contribution { $a } refused
trail-of-contribution-duplicate = contribution { $a } marked as repeating no. { $b }
trail-of-contribution-stands = contribution { $a } no longer a repetition
trail-of-calendar-feed = address of one’s own calendar
trail-of-calendar-feed-ended = address of one’s own calendar taken away
trail-of-documents = documents
trail-of-draft-discarded = draft discarded
trail-of-draft-from = draft from the file { $a }
trail-of-draft-position = draft, text at position { $a }
trail-of-draft-version = draft from version { $a }
trail-of-draft-inserted = draft, passage { $a } added
trail-of-draft-summary = draft, summary
trail-of-draft-split = draft, passage { $a } split
trail-of-draft-moved = draft, passage { $a } moved
trail-of-draft-joined = draft, passage { $a } joined to the one before
trail-of-draft-removed = draft, passage { $a } taken out
trail-of-facts = facts of the process
trail-of-figures = figures
trail-of-grant-revoked = role revoked
trail-of-organisation = organisation represented
trail-of-entry-removed = participants removed from the list
trail-of-entry = { $a } organisations and { $b } citizens entered
trail-of-event-restitution-withdrawn = event { $a }: restitution withdrawn (table and session, or event, and edition: { $b })
trail-of-event-restitution-whole = event { $a }: restitution of the whole event published
trail-of-event-restitution = event { $a }: restitution published (table and session { $b })
trail-of-event-voices = event { $a }: organisations that agreed to be named
trail-of-event-rereading = event { $a }: rereading of the lines (table and session { $b })
trail-of-event-slips = event { $a }: slips for rereading the lines (table and session { $b }; among the words of the act, the places in the order of arrival)
trail-of-event-address = event { $a }: address of who came without enrolling ({ $b } in the order of arrival)
trail-of-event-correction-accepted = event { $a }: correction of a line accepted
trail-of-event-correction-declined = event { $a }: correction of a line declined
trail-of-event-created = event { $a } created
trail-of-event-changed = event { $a } changed
trail-of-event-published = event { $a } published
trail-of-event-held = event { $a } held
trail-of-event-moved = event { $a } moved online
trail-of-event-cancelled = event { $a } cancelled
trail-of-event-documents = event { $a }: documents
trail-of-event-file-added = event { $a }: document uploaded
trail-of-event-file-removed = event { $a }: document taken off
trail-of-event-guest = event { $a }: person invited
trail-of-event-guest-removed = event { $a }: person no longer invited
trail-of-event-table = event { $a }: table { $b }
trail-of-event-table-changed = event { $a }: table { $b } changed
trail-of-event-table-removed = event { $a }: table { $b } taken away
trail-of-event-enrolment-table = event { $a }: enrolment { $b } at table { $c }
trail-of-event-deleted = event { $a }: draft deleted
trail-of-event-enrolment-removed = event { $a }: enrolment { $b } taken off
trail-of-event-guide = event { $a }: edition { $b } of the guide
trail-of-event-guide-written = event { $a }: text of the guide
trail-of-passage-ends = passage { $a } ends
trail-of-passage-explained = passage { $a } in version { $b }: reason of the change
trail-of-password = password changed
trail-of-phases = phases
trail-of-process = process { $a }
trail-of-promoters = promoters
trail-of-published = process published
trail-of-report-words = introduction and thanks of the report
trail-of-report-published = report { $a } published
trail-of-report-withdrawn = report { $a } withdrawn
trail-of-request-corrected = request { $a } corrected
trail-of-request-cut = request { $a }, from contribution { $b }
trail-of-request-back = request { $a } taken back
trail-of-request-put = request { $a }, proposal put into passage { $b }
trail-of-response-approved = response { $a } approved
trail-of-response-discarded = response { $a } discarded
trail-of-response-instead = response { $a } in place of { $b }
trail-of-response-returned = response { $a } sent back
trail-of-response-submitted = response { $a } handed in
trail-of-response-prepared = response { $a }: { $b }
trail-of-responses-published = responses published: { $a }
trail-of-signed-out = signed out everywhere
trail-of-version-published = version { $a } published
trail-of-window-to = closing at { $a }
trail-of-window-set = opening at { $a }, closing at { $b }

action-register = Registration
action-manage_own_account = Managing one’s own account
action-manage_process = Change of the process
action-create_process = New process
action-grant_role = Roles
action-import_version = Import of a version
action-publish_version = Publication of a version
action-set_window = Consultation window
action-extend_window = Extension
action-comment = Contribution sent
action-edit_comment = Contribution changed
action-withdraw_comment = Contribution withdrawn
action-support = Support
action-file_late = Late contribution filed
action-enter_other_channel = Contribution of another channel
action-read_register = Reading the register
action-moderate = Moderation
action-prepare_response = Intake
action-approve_response = Approval of responses
action-explain_change = Reason of a change
action-prepare_report = Preparation of the report
action-publish_report = Publication of the report
action-read_audit = Reading the trail
action-manage_events = Events
action-enrol = Enrolment for an event
action-read_enrolments = Reading who enrolled
action-keep_door = Entrance to events

trail-of-event-taken-out = event { $a }: list of enrolments downloaded

steps-interviews = The interviews
step-interviews = Interviews and findings
step-interviews-todo = Here it is recorded who is heard, and what is learnt from it, by theme.
step-interviews-findings = { $n ->
    [one] One interview recorded: the findings are not public yet.
   *[other] { $n } interviews recorded: the findings are not public yet.
  }
step-interviews-done = The findings are public.
