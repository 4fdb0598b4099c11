# The report.
doc-subtitle = Report of the participatory process
doc-number = Report no. { $n }
doc-preview = Preview, not published
doc-preview-foot = may still change
doc-label-contents = Contents
doc-label-page = Page
doc-label-of = of
doc-label-table = Table
doc-label-fingerprint = Fingerprint of the content (SHA-256)
doc-label-added = text added
doc-label-removed = text removed

doc-brief = In brief
doc-introduction = Introduction
doc-promoters = Who promoted the process
doc-phases = The phases
doc-events = The events
doc-consultation = The consultation
doc-taken = What was taken up
doc-acts = Acts of other bodies
doc-versions = The versions of the plan
doc-unexplained = Changes that no request explains
doc-thanks = Thanks
doc-participants = Who took part
doc-documents = Reference documents
doc-check = How to check

doc-figure-received = { $n ->
    [one] contribution received
   *[other] contributions received
  }
doc-figure-requests = { $n ->
    [one] request answered
   *[other] requests answered
  }
doc-figure-organisations = { $n ->
    [one] organisation took part
   *[other] organisations took part
  }
doc-figure-citizens = { $n ->
    [one] private citizen
   *[other] private citizens
  }

doc-figure-present = { $n ->
    [one] attendance at the events
   *[other] attendances at the events
  }

doc-events-text = { $n ->
    [one] One open event was held
   *[other] { $n } open events were held
  }{ $present ->
    [0] , without recorded attendance
    [one] , with one attendance
   *[other] , with { $present } attendances
  }. { $n ->
    [one] People are counted and not named.
   *[other] People are counted and not named: whoever came to several events is counted each time.
  }
doc-events-caption = Events that were held
doc-events-to-come = { $n ->
    [one] At the date of this report one event is planned.
   *[other] At the date of this report { $n } events are planned.
  }
doc-events-unsaid = { $n ->
    [one] Of one event, whose date is past, it is not said whether it was held.
   *[other] Of { $n } events, whose date is past, it is not said whether they were held.
  }
doc-events-cancelled = Cancelled, with the reason:
doc-col-day = Day
doc-col-event = Event
doc-col-tables = Tables
doc-col-from-tables = Contributions from the tables
doc-col-present = Present
doc-event-online = Online
doc-event-restitution = Restitution

doc-col-promoter = Promoter
doc-col-act = Act of approval
doc-col-number = Number
doc-col-date = Date
doc-promoters-caption = Promoters and the acts by which they approved the plan
doc-founded = The process was founded by: { $act }.
doc-founded-on = The process was founded on { $day } by: { $act }.
doc-facilitator = Facilitation: { $name }.
doc-phase = Phase { $n } – { $title }

doc-window = Version { $version } was open to anyone’s contributions from { $opens } to { $closes } (Rome time).
doc-extension = The deadline, first set at { $before }, was extended to { $after }. Reason: { $reason }
doc-counts-caption = Contributions received, each in one state; late ones are counted apart
doc-col-state = State
doc-col-contributions = Contributions
doc-received-total = Received in all
doc-counts-text = A contribution is answered when every request in it has been given an outcome with its reason, and both are published.
doc-late = { $n ->
    [one] One contribution arrived after the deadline: it is in the register, counted apart.
   *[other] { $n } contributions arrived after the deadline: they are in the register, counted apart.
  }
doc-authors = Of the contributions received and neither withdrawn nor refused, { $organisations } { $organisations ->
    [one] was sent
   *[other] were sent
  } for organisations and { $people } by people for themselves.

doc-taken-text = { $n ->
    [0] No request was received.
    [one] The contributions held a single request. It was given an outcome and its reason.
   *[other] The contributions held { $n } distinct requests. Each was given an outcome and its reason.
  }
doc-outcomes-caption = Requests by outcome
doc-col-outcome = Outcome
doc-col-requests = Requests
doc-col-share = Share
doc-total = Total
doc-chapters-text = Below are the requests chapter by chapter, with the outcome, the reason and the passages of the plan that bear it out. Requests that were given the same response stand together.
doc-whole-plan = The plan as a whole
doc-chapter-caption = { $title }: { $n ->
    [one] one request
   *[other] { $n } requests
  }
doc-col-request = Request
doc-col-reason = Reason
doc-request-number = { $n }.
doc-request-of = (contribution no. { $n })
doc-competence = Competence: { $whose }
doc-deferred = Later step: { $step }, owned by { $owner }
doc-passages = Passages:
doc-of-version = (version { $n })

doc-acts-text = The process refers to these acts: they stand beside the contributions and are not counted among the requests.
doc-act-number = no. { $n }

doc-versions-caption = Published versions and passages changed since the version before
doc-col-version = Version
doc-col-published = Published on
doc-col-passages = Passages
doc-col-edited = Edited
doc-col-new = New
doc-col-moved = Moved
doc-col-removed = Removed
doc-col-reshaped = Form only
doc-version-note = Version { $n }.
doc-agreement = { $n ->
    [one] One answer says that the text changed or said so already: the published text, read again now, confirms it.
   *[other] { $n } answers say that the text changed or said so already: the published text, read again now, confirms them all.
}
doc-agreement-unfounded = { $n ->
    [one] The answer that says that the text changed or said so already is not confirmed by the published text, read again now: { $list }.
   *[other] Of { $n } answers that say that the text changed or said so already, the published text, read again now, does not confirm numbers: { $list }.
}
doc-agreement-typographic = { $n ->
    [one] In version { $version } one more passage changed only in quotation marks, apostrophes, dashes or spaces.
   *[other] In version { $version } { $n } more passages changed only in quotation marks, apostrophes, dashes or spaces.
}
doc-agreement-formal = { $n ->
    [one] In version { $version } another passage has the same words and changed in its form only: heading, list, bold, cells of a table.
   *[other] In version { $version } { $n } other passages have the same words and changed in their form only: headings, lists, bold, cells of tables.
}
doc-agreement-renumbered = { $n ->
    [one] In version { $version } another passage changed its number only.
   *[other] In version { $version } { $n } other passages changed their number only.
}
doc-unexplained-text = These passages changed although no request asked for it. This is why.
doc-unexplained-unsaid = { $n ->
    [one] In version { $version } one other passage changed: no request explains it and no reason was given. It can be read in the
   *[other] In version { $version } another { $n } passages changed: no request explains them and no reason was given. They can be read in the
}
doc-unexplained-compare = comparison of the versions
doc-unexplained-caption = Changes of another origin
doc-col-why = Origin
doc-col-note = Reason
doc-reason-editorial = Editorial
doc-reason-motion = Act of another body
doc-reason-law = Law
doc-reason-none = Not given

doc-participants-text = { $n ->
    [one] One organisation took part.
   *[other] { $n } organisations took part through the various channels, listed here in alphabetical order.
  }
doc-citizen = { $first }. One private citizen besides, counted and not named.
doc-citizens = { $first }–{ $last }. { $n } private citizens besides, counted and not named.

doc-check-outcomes = The outcomes of all requests are public and can be read one by one:
doc-check-outcomes-link = outcomes of the requests
doc-check-register = Every contribution received is in a chained register: each entry holds the fingerprint of the one before, so that none can be changed or removed unseen. The register holds no personal data. With their receipt anyone can check that their contribution is there, word for word:
doc-check-register-link = register of contributions
doc-check-head = Fingerprint of the register’s last entry at the time of this report:
doc-check-fingerprint = The fingerprint at the foot of the page identifies the content of this report. It is the same on the public page and in the PDF and DOCX files.

participants-title = Who took part
participants-page-title = Who took part – { $process }
participants-lead = Organisations in alphabetical order. Private citizens are counted, never named.
participants-none = No participant yet
participants-none-text = The organisations that take part appear here as they come.
participants-citizens-counted = { $n ->
    [one] One private citizen besides, counted and not named.
   *[other] { $n } private citizens besides, counted and not named.
  }
participants-to-desk = Add the participants of other channels
participants-desk-title = Participants
participants-desk-lead = Who sent contributions online, and the organisations interviewed that agreed, are in the list already. Add here who took part in other ways.
participants-counts = In the list now: { $n ->
    [one] one organisation
   *[other] { $n } organisations
  } and { $citizens ->
    [one] one private citizen
   *[other] { $citizens } private citizens
  }.
participants-see = See the public list
participants-add = Add
participants-add-button = Add to the list
participants-channel = Channel
participants-channel-interview = Interviews
participants-channel-event = Event or tables
participants-channel-consultation = Consultation, in another way
participants-channel-other = Other
participants-organisations = Organisations, one a line
participants-organisations-hint = By the name they will have in the report. A name that is there already is not repeated. Never names of people.
participants-citizens = Private citizens
participants-citizens-hint = How many, only
participants-entries = Entries added
participants-entries-none = None yet.
participants-entry-citizens = { $n ->
    [one] one private citizen
   *[other] { $n } private citizens
  }
participants-remove = Remove
participants-remove-named = Remove { $name }
done-participants = List updated.
done-participant-removed = Entry removed from the list.

editor-title = Report
editor-lead = Introduction and thanks are written here; all the rest comes from what was recorded.
editor-state = Where it stands
editor-missing = { $n ->
    [one] The report cannot be published yet: one thing is missing
   *[other] The report cannot be published yet: { $n } things are missing
  }
editor-missing-text = Each number leads to where the thing is done.
editor-ready = { $n ->
    [0] Nothing is missing.
    [one] The account adds up: the only contribution received is answered or out of the account.
   *[other] The account adds up: all { $n } contributions received are answered or out of the account.
  }
editor-words = The promoter’s words
editor-introduction = Introduction
editor-introduction-hint = What was done and why. An empty line parts the paragraphs.
editor-thanks = Thanks
editor-thanks-hint = Without names of private citizens.
editor-save = Save
editor-preview = Preview
editor-preview-text = This is a preview: it is not public and has no fingerprint yet.
editor-back = Back to the report
editor-publish = Publish report no. { $n }
editor-unsaid = { $n ->
    [one] No request and no reason says why one changed passage changed: the report would say just that.
   *[other] No request and no reason says why { $n } changed passages changed: the report would say just that.
}
editor-unsaid-link = Give the reasons
editor-same = Nothing has changed since report no. { $n }: another one is not needed.
editor-publish-who = Publishing is up to the promoter.
editor-published = Published already
editor-publish-title = Publish the report
editor-publish-text = Report no. { $n } will be published as a page, PDF and DOCX.
editor-publish-told = Those who asked to be told get a letter.
editor-publish-final = A published report does not change any more: to put it right, another is published beside it.
editor-publish-button = Publish
editor-publish-slow = Composing the files takes some seconds.
done-report-words = Texts saved.
done-report = Report published.

report-title = Report
report-page-title = Report – { $process }
report-none = The report is not published yet
report-none-text = It comes out when every request has a response. Meanwhile the outcomes already published can be read.
report-to-outcomes = Go to the outcomes
report-official = The report is an official document and is in Italian.
report-files = Files of the report
report-file-pdf = Download the PDF
report-file-docx = Download the DOCX
report-file-html = Page to keep
report-kilobytes = { $n } KB
report-hashes = Fingerprints of the files (SHA-256)
report-hashes-text = They show that a file is the one that was published.
report-editions = Editions

doc-ways-caption = How the contributions came
doc-col-way = Way
doc-way-online = Online consultation
doc-way-certified_mail = Certified e-mail
doc-way-paper = Paper
doc-way-table = Tables of the events
doc-way-other = Another way
doc-way-act = Acts of other bodies
doc-ways-outcomes = Requests by outcome and by the way they came
doc-acts-received = These acts were received in the register, with a number of their own, and answered like the other contributions. An act is never late.
doc-act-contribution = contribution no. { $n }
doc-act-file = document

withdraw-report-one = Withdraw report no. { $n }
withdraw-report-title = Withdrawing report no. { $n }
withdraw-report-published = Published on
withdraw-report-read = Read the report
withdraw-report-text = Once withdrawn, the report can no longer be read, neither as a page nor as PDF, DOCX or HTML. In its place stand the day, the reason and the fingerprint. The other reports stay as they are. A withdrawal cannot be undone: what the report said can be published anew, with another number.
withdraw-report-who = Whoever may publish it withdraws it: the promoting body or the site’s administration.
withdraw-report-reason = Reason, for everybody
withdraw-report-hint = Without repeating what is no longer to be read, and naming nobody.
withdraw-report-button = Withdraw
done-report-withdrawn = Report withdrawn.
gone-report = This report was withdrawn: its files can no longer be downloaded. The reason is on its page.
report-withdrawn = This report was withdrawn.
report-withdrawn-hash = The fingerprint of its content remains:
