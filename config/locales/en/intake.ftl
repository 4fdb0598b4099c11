# Intake.
intake-state-answered = Answered
intake-state-open = Open
intake-state-withdrawn = Withdrawn
intake-state-duplicate = Duplicates
intake-state-refused = Refused by moderation

intake-title = Intake
intake-lead = Requests are cut out of contributions; every request is given a response.
intake-sum-title = The account
intake-sum-received = received (late ones apart)
intake-sum-late = { $n ->
    [one] One came late, counted apart.
   *[other] { $n } came late, counted apart.
  }
intake-sum-wrong = The account does not add up: this is a fault of the program. Report it before publishing the report.
intake-complete = Nothing is missing: the report can be published.
intake-to-report = Go to the report
intake-missing-count = { $n ->
    [one] One thing is missing
   *[other] { $n } things are missing
  }
intake-missing-lost-original = Repeating a contribution that was withdrawn, refused or late, to be dealt with by themselves: { $n ->
    [one] one contribution
   *[other] { $n } contributions
  }
intake-missing-moderation = To be moderated: { $n ->
    [one] one contribution
   *[other] { $n } contributions
  }
intake-missing-no-request = Without requests: { $n ->
    [one] one contribution
   *[other] { $n } contributions
  }
intake-missing-no-response = Without a response: { $n ->
    [one] one request
   *[other] { $n } requests
  }
intake-missing-not-published = To be published: { $n ->
    [one] one response
   *[other] { $n } responses
  }
intake-missing-still-accepted = Accepted, neither integrated nor deferred yet: { $n ->
    [one] one response
   *[other] { $n } responses
  }
intake-missing-more = and { $n ->
    [one] one more
   *[other] { $n } more
  }
intake-list-title = Contributions
intake-filter-all = All
intake-filter-late = Late
intake-search = Number, or words of the text or of a request
intake-search-button = Search
intake-none = No contribution in this list
intake-none-text = Change the filter to see the others.
intake-requests-count = { $n ->
    [0] no request
    [one] one request, { $answered } answered
   *[other] { $n } requests, { $answered } answered
  }

intake-contribution-title = Contribution no. { $n }
intake-way = Other open contributions
intake-way-on = On to the others
intake-before = Before: no. { $n }
intake-after = After: no. { $n }
intake-next-uncut = The next without requests: no. { $n }
intake-all-cut = All contributions have requests: prepare the responses
intake-on-passage = On passage
intake-supports = { $n ->
    [0] Nobody supports it.
    [one] One person supports it.
   *[other] { $n } people support it.
  }
intake-to-moderation = See the contribution and its moderation
intake-requests-title = Requests
intake-requests-none = None yet. A contribution without requests cannot be answered: an appreciation too is a request, with the outcome “noted”.
intake-request = Request { $n }.
intake-of-contribution = contribution no. { $n }
intake-whole-text = The whole text
intake-theme = Theme: { $theme }
intake-answer = Respond to request { $n }
intake-answer-together = Give all of them one response
intake-response-link = Response { $n }
intake-uncut = Take request { $n } back
intake-cut-title = Cut a request
intake-cut-button = Cut the request
intake-kept = Excerpts of this request
intake-quote = The words of the contribution that say it
intake-quote-hint = Mark them in the text above, or copy them here. Left empty, the whole text counts.
intake-quote-another = Another excerpt
intake-quote-another-hint = Mark it in the text above, or copy it here. Left empty, the excerpts already taken count.
intake-another-excerpt = Keep this excerpt and choose another
intake-summary = What it asks for, in a line
intake-summary-hint = Published beside the outcome: without names of people.
intake-theme-label = Theme
intake-theme-hint = Helps to find similar requests again and to give them one response.
problem-quote = These words are not in the text of the contribution: copy them as they stand
request-correct = Correct request { $n }
request-correct-title = Request { $n }: correct what it asks for
request-correct-button = Save the correction
done-request-corrected = Request corrected.
done-request-cut = Request cut.
done-request-uncut = Request taken back.

choose-title = Choose the requests
choose-lead = One response may be for several requests: choose those that say the same thing.
choose-any-theme = All themes
choose-words = Words
choose-filter = Filter
choose-none = No request without a response
choose-none-text = There are none with these filters. If the filters are empty, every request has a response already.
choose-button = Prepare the response

answer-title = New response
answer-title-again = Change response { $n }
answer-title-in-place = Replace response { $n }
answer-requests = { $n ->
    [one] The request
   *[other] The { $n } requests
  }
answer-only = For some requests only
answer-only-hint = If none is ticked, the new response holds for all of them.
answer-outcome = Outcome
answer-reason = Reason
answer-reason-hint = Its author and everybody will read it: what changed, or why not, in plain words.
answer-passages-title = Passages
answer-passages-text = Needed for “integrated”, “partially integrated” and “already present”.
answer-codes = Changed passages
answer-codes-hint = Passages changed or removed in version { $n } since the one that was commented, in the chapters the requests speak of. Tick those that meet the request.
answer-more-changes = More passages changed than are listed here: write the codes of the others below.
answer-commented = commented passage
answer-passages = Other passages, by code
answer-passages-hint = For example P-014, P-020
answer-version-label = Version in which they stand
answer-version-auto = The right one for the outcome
answer-version = Version { $n }
answer-version-draft = Version { $n } (draft, not yet published)
answer-version-hint = “The right one” is the newest for integrated requests, and the one that was commented for “already present”.
answer-change-new = New
answer-change-edited = Edited
answer-change-reshaped = Another form
answer-change-removed = Removed
answer-change-moved = Moved
answer-change-moved-and-edited = Moved and edited
answer-elsewhere-title = Deferral or somebody else’s competence
answer-step = Later step
answer-step-hint = Needed if the request is deferred: in which act or phase it will be decided
answer-owner = Who owns it
answer-owner-hint = Needed if the request is deferred: which body or office
answer-competence = Whose competence it is
answer-competence-hint = If the request is out of scope or not accepted because others decide
answer-draft = Keep it as a draft
answer-draft-hint = Otherwise it goes at once to who approves it.
answer-button = Save the response
outcome-hint-accepted = Agreed, but the wording is still to come. Counts as open until it is integrated or deferred.
outcome-hint-integrated = It is in the text: name the passages that changed.
outcome-hint-partially_integrated = It is in the text in part: name the passages that changed, and why not all of it.
outcome-hint-already_present = The plan said so already: name the passage that says it.
outcome-hint-noted = Appreciation, or a remark that confirms the draft.
outcome-hint-deferred = To be decided in a later step: name it, and who owns it.
outcome-hint-out_of_scope = Not a matter of this plan: say why and, where there is one, whose competence it is.
outcome-hint-not_accepted = Not taken up: say why and, where there is one, whose competence it is.
problem-codes = Write codes like this: P-014, P-020

responses-title = Responses
responses-lead = Who prepares a response is not who approves it. Those approved are published together.
responses-new = New response ({ $n ->
    [one] one request waits
   *[other] { $n } requests wait
  })
responses-publish = Publish those approved ({ $n })
responses-all = All
responses-draft = Drafts
responses-submitted = To be approved
responses-returned = To be revised
responses-approved = Approved
responses-published = Published
responses-none = No response in this list
responses-none-text = Change the filter to see the others.
responses-tick = Choose response { $n }
responses-for = { $n ->
    [one] For request { $numbers }
   *[other] For requests { $numbers }
  }
responses-by = prepared by { $name }
responses-submit = Hand in those chosen
responses-approve = Approve those chosen
responses-all-own = These responses were prepared by who is looking at them: another person must approve them.
done-responses-submitted = Responses handed in for approval.
done-responses-approved = Responses approved. They can be published now.
done-responses-published = Responses published. The letters are on their way.

recheck-title = { $n ->
    [one] One response is to be checked again
   *[other] { $n } responses are to be checked again
  }
recheck-text = The draft of the plan changed and the passages they name no longer fit. Until they are put right they are not published.
recheck-one = This response is to be checked again
recheck-how = Edit it and name the passages anew.
response-name = Response { $n }
response-returned = It was sent back with this note
response-says = What it says
response-prepared = Prepared by
response-published = Published
response-replaces = Takes the place of
response-replaced-by = Replaced by
response-of-version = (version { $n })
response-handed-over = Its requests went to the response that replaced it.
response-next = What to do now
response-next-draft = It is a draft: when it is ready, hand it in for approval.
response-next-submitted = It waits for a second person of the promoter to approve it.
response-next-own = This response was prepared by who is looking at it. The rules of the process want another person of the promoter to read and approve it: as soon as that is done it can be published.
response-next-approve = Read requests and reason. If all is well, approve; if something is not, send it back with a note.
response-next-approved = It is approved: the next publication makes it public.
response-next-published = It is public and does not change. To put it right, prepare one that takes its place: this one stays readable.
response-next-accepted = It is public. While its outcome is “accepted” the request stays open: when the wording is there, prepare the response that takes its place.
response-to-batch = Go to publication
response-to-outcomes = See the public page of outcomes
response-submit = Hand in for approval
response-approve = Approve
response-replace = Prepare the one that replaces it
response-send-back = Send it back with a note
response-send-back-button = Send back
response-note = What is to be revised
response-note-hint = Read by who prepared it.
response-edit = Change
response-discard = Throw this response away
response-discard-text = Its requests will have no response again. This cannot be undone.
response-discard-button = Throw away
done-response-draft = Response saved as a draft.
done-response-submitted = Response handed in for approval.
done-response-approved = Response approved.
done-response-returned = Response sent back to who prepared it.
done-response-discarded = Response thrown away.

batch-title = Publish the approved responses
batch-none = No approved response
batch-none-text = When a second person approves some, they are published from here.
batch-to-submitted = See those to be approved
batch-text = { $responses ->
    [one] One response
   *[other] { $responses } responses
  } will be published, for { $requests ->
    [one] one request
   *[other] { $requests } requests
  }.
batch-letters = { $letters ->
    [0] No letter leaves: the requests came through other channels.
    [one] The author of the contributions gets a letter with every outcome.
   *[other] { $letters } people get one letter each, with every outcome of their contributions.
  }
batch-which = Responses:
batch-final = A published response does not change any more: a new one may only take its place, beside the old.
batch-button = Publish
batch-waiting = it names passages of a version of the plan that is not published yet
batch-to-plan = Publish the version first: go to the plan
batch-left-out = { $n ->
    [one] One approved response is left out
   *[other] { $n } approved responses are left out
  }
batch-none-now = No response can be published for now
batch-none-now-text = Those approved are left out for the reason given below.
batch-back = All responses

outcomes-title = Outcomes
outcomes-page-title = Outcomes – { $process }
outcomes-lead = Every request received, what became of it, and why.
outcomes-none = No outcome published yet
outcomes-none-text = After the consultation closes every request is given an outcome with its reason, and you find it here.
outcomes-total = Total
outcomes-late = { $n ->
    [one] One request is of a contribution that came late, counted apart.
   *[other] { $n } requests are of contributions that came late, counted apart.
  }
outcomes-chapter = Chapter
outcomes-any = All
outcomes-list = { $n ->
    [one] One request
   *[other] { $n } requests
  }
outcomes-nothing = No request with these filters.
outcomes-all = See all
outcomes-request = Request { $n }
outcomes-contribution = from contribution no. { $n }

intake-author-person = a person
intake-author-pseudonym = “{ $name }” (pseudonym)

put-from = Its words come from:
put-from-one = request { $request } (contribution no. { $number })
put-from-whole = as proposed
put-from-adapted = adapted
put-link = Put the proposal into the text (request { $n })
put-title = The proposal of request { $n } in the text
put-proposed = What was proposed
put-changed = { $code } has changed already in the draft of version { $n }
put-into = In the draft of version { $n }, passage { $code }
put-text = Text of the passage
put-text-hint = As it was proposed: one act puts it there, or adapt it first. **bold**, *italic*, [words](https://address).
put-button = Put into the draft
put-no-draft = There is no draft to put it into: begin from the published version, or import a file.
put-no-passage = No passage of the draft carries on the one commented.
put-no-text = The passage is a table or an image: change it in the text of the draft.
put-to-plan = Go to the plan
put-clash = The form holds the text just written. Put again, it takes the place of the one that is there now.
put-whole = Put into passage { $code } of version { $n }, as it was proposed.
put-adapted = Put into passage { $code } of version { $n }, adapted.
put-filled = The answer begins with what is in the text already.
done-put = The proposal is in the draft. The answer is still to be written.
put-after = New passage after { $code }, in the draft of version { $n }
put-no-such = There is no passage with this code in the draft.
put-other-hint = Here goes what of the proposal belongs in this passage. **bold**, *italics*, [words](https://address).
put-button-more = Put it and go on with another passage
put-elsewhere = In other passages too
put-elsewhere-text = A proposal may touch several passages, or ask for new ones: give the code of a passage of the draft.
put-code = Code of the passage (for example P-014)
put-way-in = Change that passage
put-way-after = Add a passage after it
done-put-more = The proposal is in that passage. One may go on with another.
