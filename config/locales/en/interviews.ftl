# Interviews: who was heard and, apart from it, what was learnt.
section-interviews = Interviews
staff-section-interviews = Interviews

interviews-page-title = Interviews – { $process }
interviews-title = Interviews
interviews-lead = How many people were heard and what was learnt, by theme. Nothing is attributed to whoever said it.
interviews-public-none = No interviews yet
interviews-public-none-text = Where the process has interviews, what was learnt from them appears here.
interviews-how = Who was heard
interviews-heard-total = { $n ->
    [one] One interview was held.
   *[other] { $n } interviews were held.
  }
interviews-heard-few = Fewer than { $n } interviews were held.
interviews-heard-online = All of them were held online.
interviews-heard-in-person = All of them were held in person.
interviews-heard-both = Of these, { $in_person } were in person and { $online } online.
interviews-heard-minutes = On average they took about { $n } minutes.
interviews-asked = The questions asked
interviews-learnt = What was learnt
interviews-learnt-none = The findings are not public yet.
interviews-learnt-text = The findings are about the interviews as a whole. They are in random order. A theme is public only if it rests on at least three interviews.
interviews-theme-rests = { $n ->
    [one] A theme of one interview.
   *[other] A theme of { $n } interviews.
  }
interviews-theme-rests-few = A theme of at least three interviews.
interviews-cited-by = Source of:
interviews-to-desk = Manage the interviews

passage-sources = Sources
passage-sources-text = This passage takes account of what was learnt from the interviews:
passage-source-theme = Theme:
plan-sources = { $n ->
    [one] one source
   *[other] { $n } sources
  }
plan-of-passage = of passage { $code }
doc-interviews = The interviews
doc-findings-withdrawn = { $n ->
    [one] One finding of this theme was published and then withdrawn: the reason stands on the page of the interviews.
   *[other] { $n } findings of this theme were published and then withdrawn: the reason stands on the page of the interviews.
  }

interviews-nav = Pages of the interviews
interviews-heard = Interviews
interviews-heard-lead = Who was heard. This stays confidential: only numbers are public, and the organisations that agreed.
interviews-questions = Questions
interviews-questions-lead = The grid used in every interview. It is public.
interviews-questions-label = Questions, one a line
interviews-questions-hint = In the order in which they are asked. At most 500 characters each.
interviews-themes = Themes
interviews-themes-lead = The themes under which findings are written, in the order in which they appear, and how many interviews each rests on.
interviews-findings = Findings
interviews-findings-lead = What was learnt, by theme and for the interviews as a whole: without names, and without details by which somebody could be recognised. Neither author nor time of what is written here is kept.
interviews-sources = Sources of the plan
interviews-sources-lead = A public finding can be named as the source of a passage of the plan.
interviews-publish = Publication
interviews-publish-lead = The findings become public all together, in random order.
interviews-record = Record an interview
interviews-record-lead = This records that the interview took place. What was learnt is written apart, by theme.
interviews-none = No interview recorded
interviews-none-text = Interviews are recorded one by one; how many they are and how long they took goes into the report.
interviews-count = { $n ->
    [one] One interview recorded.
   *[other] { $n } interviews recorded, the newest first.
  }
interviews-see-public = See the public page

interview-way-in_person = In person
interview-way-online = Online
interview-minutes-short = { $n } min
interview-by = by { $name }
interview-consent-written = Written consent
interview-consent-recorded = Recorded consent
interview-consent-spoken = Spoken consent, noted
interview-listed = among the participants
interview-not-listed = confidential
interview-correct = Correcting an interview
interview-name = Who was heard
interview-name-hint = First and last name. It is on no public page.
interview-organisation = Organisation
interview-organisation-hint = By the name it would have in the report. Empty for who was heard in a personal capacity.
interview-organisation-listed = The organisation may be listed among the participants
interview-organisation-listed-hint = Only if the person agreed. A name that is there already is not repeated.
interview-held-on = Day
interview-minutes = Minutes
interview-way = How
interview-conducted-by = Who held the interview
interview-consent = Consent
interview-consent-hint = How the person agreed to be heard, and to the anonymous use of what was said
interview-record-button = Record
interview-correct-button = Save
interview-remove = Delete the interview
interview-remove-text = What is kept about the person is deleted. The findings stay: nothing links them to an interview. Where the interview counted for a theme, that theme’s number of interviews has to be corrected by hand; in public no more are told than are recorded anyway, and with fewer than three the findings are not shown.
interview-remove-button = Delete
done-interview = Interview recorded.
done-interview-corrected = Interview corrected.
done-interview-removed = Interview deleted. Where it counted for a theme, that theme’s number of interviews has to be corrected.

interview-theme-row = Theme { $n }
interview-theme-title = Title
interview-theme-interviews = Interviews it rests on
interview-theme-enough = Public findings: { $public }. Still to be published: { $waiting }.
interview-theme-few = It rests on fewer than three interviews: its findings ({ $waiting }) stay confidential.

findings-no-theme = Themes come first
findings-no-theme-text = Every finding is written under a theme.
findings-to-themes = Write the themes
finding-new = New finding
finding-theme = Theme
finding-theme-choose = Choose a theme
finding-text = What was learnt
finding-text-hint = One thing only, in your own words: never a quotation, never the name of a person or organisation.
finding-button = Add
findings-written = Findings written
findings-none = None yet.
finding-theme-rests = { $n ->
    [one] It rests on one interview.
   *[other] It rests on { $n } interviews.
  }
finding-theme-too-few = It takes at least three for it to be public.
finding-public = public
finding-mend-link = Correct
finding-mend = Correcting a finding
finding-mend-button = Save
finding-remove = Delete the finding
finding-remove-text = The finding is deleted, and no trace of it is kept.
finding-remove-button = Delete
done-finding = Finding added.
done-finding-mended = Finding corrected.
done-finding-removed = Finding deleted.

findings-will-be-public = What will be public
findings-ready = { $n ->
    [0] No new finding can be published now.
    [one] One new finding will become public.
   *[other] { $n } new findings will become public.
  }
findings-public-already = { $n ->
    [one] One is public already and does not change.
   *[other] { $n } are public already and do not change.
  }
findings-held-back-title = What stays confidential
findings-held-back = { $n ->
    [one] One finding stays confidential, because its theme rests on fewer than three interviews.
   *[other] { $n } findings stay confidential, because their themes rest on fewer than three interviews.
  }
findings-publish-final = A published finding can no longer be corrected or deleted: it can only be withdrawn, with a reason that is read in its place.
findings-publish-again = Whoever compares the page before and after sees which findings are new. If there were fewer than three interviews since, it is better to wait.
findings-publish-order = Publishing rewrites all findings that are not public yet in random order and with new numbers: the order in which they were written is lost.
findings-publish-button = Publish the findings
findings-publish-who = Publishing is for the promoting body.
findings-ready-words = The words that will become public
findings-over-held = More interviews than are recorded
findings-over-held-text = These themes rest on more interviews than are recorded. Correct the theme’s number, or record the interviews that are missing.
findings-named = Names of people who were interviewed
findings-named-text = In these findings stands the full name of somebody who was interviewed, or of who conducted an interview. It has to be taken out before they are published.
findings-alike = Words that are also a surname, or the name of an organisation that asked for reserve
findings-alike-text = These words are also the surname (or the only name) of somebody who was interviewed or of who interviewed them, or the name of an organisation that asked not to appear. Where they make somebody known they have to be taken out; where they are ordinary words, or where the organisation is only spoken of, they can stay.
findings-reread = Text read again: these words make no person and no organisation known that was heard
problem-findings-alike = Confirm that these words make nobody known, or take them out
refused-findings-over-held = A theme rests on more interviews than are recorded: correct its number, or record the interviews that are missing.
refused-findings-named = In a finding stands the full name of somebody who was interviewed, or of who conducted an interview: it has to be taken out before publication.
refused-findings-changed = What would be published has changed meanwhile. It has to be read again before it is published.
interview-themes-held = { $n ->
    [0] No interview is recorded: before publication a theme cannot rest on more interviews than are recorded.
    [one] One interview is recorded: before publication a theme cannot rest on more interviews than are recorded.
   *[other] { $n } interviews are recorded: before publication a theme cannot rest on more interviews than are recorded.
  }
interview-theme-over-held = { $held ->
    [0] It rests on { $n }, but no interview is recorded.
    [one] It rests on { $n }, but one is recorded.
   *[other] It rests on { $n }, but { $held } are recorded.
  }
problem-theme-over-held = { $n ->
    [one] Only one interview is recorded
   *[other] { $n } at most: so many interviews are recorded
  }
finding-withdraw-link = Withdraw
finding-withdrawn-tag = withdrawn
finding-withdrawn = Finding withdrawn ({ $when }). Reason: { $reason }
finding-withdraw = Withdrawing a finding
finding-withdraw-text = Once withdrawn, the finding can no longer be read, neither among the interviews nor where a passage of the plan cites it. In its place stand the day and the reason. It cannot be undone.
finding-withdraw-reports = Reports and guides that were published already stay as they are: a report that repeats these words has to be withdrawn by itself.
finding-withdraw-reason = Reason, for everybody
finding-withdraw-hint = Without repeating what is not to be read any more, and without naming anybody.
finding-withdraw-button = Withdraw the finding
done-finding-withdrawn = Finding withdrawn.
refused-finding-withdrawn = This finding was withdrawn already.
problem-finding-reason-named = It names somebody who was interviewed, or an organisation that asked for reserve: everybody reads the reason, and it cannot be changed
done-findings-published = Findings published.

sources-nothing = No public finding
sources-nothing-text = Only published findings can be cited.
source-new = New source
source-finding = Finding
source-finding-choose = Choose a finding
source-code = Code of the passage
source-code-hint = As it stands beside the passage, for instance P-014. The passage must be in a published version.
source-button = Add the source
sources-cited = Sources named
sources-none = None yet.
source-remove = Remove
source-remove-named = Remove the source of passage { $code }
done-source = Source added.
done-source-removed = Source removed.

problem-held-later = The day cannot be in the future
problem-held-long-ago = Give a day from 2000 on
problem-minutes = A whole number of minutes, from 1 to 1440
problem-organisation-to-list = To list it among the participants, the organisation’s name is needed
problem-too-many = At most { $n }
problem-theme-published = The theme has public findings: it must rest on at least { $n } interviews
problem-theme-title-published = The theme has public findings: its title no longer changes
problem-source-stands = This passage has this source already
problem-finding-stands = There is a finding with the same words under this theme already
refused-theme-has-findings = One of the themes taken out has findings. Move them under another theme first, or delete them.
refused-finding-published = The finding is public and no longer changes. Who may publish it may withdraw it, with a reason.
refused-no-findings = There is nothing to publish: no new finding, or their themes rest on fewer than three interviews.

trail-of-findings-published = public findings: { $a }, in { $b } themes
trail-of-finding-withdrawn = finding withdrawn
trail-of-interview-changed = interview corrected
trail-of-interview-questions = questions of the interviews
trail-of-interview-recorded = interview recorded
trail-of-interview-removed = interview deleted
trail-of-interview-themes = themes of the interviews
trail-of-source = source of passage { $a }
trail-of-source-removed = source of passage { $a } removed
action-record_interview = Recording interviews
action-keep_findings = Themes of the interviews
action-publish_findings = Publication of findings
action-cite_finding = Sources of the plan

privacy-interviews = Who is interviewed
privacy-interviews-text = Of every interview we keep the name of who was heard, the organisation, the day, how long it took, who held it, and the consent: only those who manage the process see them. What was learnt is written apart, by theme, and nothing leads back to who said it.
