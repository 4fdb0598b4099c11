plan-title = The plan
plan-version-title = { $title }, version { $n }
plan-none = The draft is not published yet
plan-none-text = It will appear here, with all its passages, when the promoter publishes it.
plan-to-process = Back to the process
plan-facts = Version { $n }, published on { $date }: { $passages ->
    [one] one passage
   *[other] { $passages } passages
  }.
plan-versions = Versions of the plan
plan-version = Version { $n }
plan-version-newest = Version { $n } (the newest)
plan-older = This is not the newest version.
plan-older-link = Read the newest
plan-compare = Compare the versions
plan-comment = Comment
plan-the-passage = on passage { $code }
plan-on-passage = on passage { $code }
plan-comment-whole = Comment on the whole plan
plan-changed-why = Changed: why?
plan-reshaped-why = Another form: how?
plan-new-why = New: why?
plan-moved-why = Moved: why?
plan-whole-count = General contributions ({ $n })
plan-no-window = There is no consultation on this version.
plan-window-elsewhere = The consultation is on version { $n }: read and comment on it here
plan-count = { $n ->
    [one] One contribution
   *[other] { $n } contributions
  }
plan-contents = Contents
plan-passage = Passage
plan-undecided-code = to be decided
plan-table-label = Table { $code }
plan-figure-unsaid = Image that has no description yet
plan-long = The plan has { $n } passages: here is the first chapter, the others open from the contents.
plan-all = Read the whole text on one page
plan-print = Print the whole plan
plan-print-here = The whole plan is on this page: the browser’s Print command prints all of it.
plan-printed-part = This is only a part of the plan: chapter { $n } of { $of }. The whole plan:
plan-chapters = Chapters
plan-chapter-before = Previous chapter
plan-chapter-after = Next chapter
plan-chapter-where = Chapter { $n } of { $of }
plan-share = With this chapter { $percent }% of the text has been read.
plan-share-label = How much of the text has been read at the end of this chapter
plan-minutes = { $minutes ->
    [one] About a minute to read.
   *[other] About { $minutes } minutes to read.
  }
plan-by-chapter = Read one chapter at a time
summary-heading = In short

size-label = Text size
size-short = Text
size-normal = normal
size-large = large
size-largest = very large

since-title = News for those who have commented
since-link = News for those who have commented
since-lead = From the version commented to version { $n }, published on { $date }: first the passages one wrote about, then the rest.
since-sign-in = To find here the passages one wrote about, the account one took part with is needed.
since-own = The passages commented
since-own-none = Nothing was written from this account about passages of an earlier version.
since-from = Commented in version { $n }:
since-into = went into another passage
since-elsewhere = Everything that changed since version { $n } of { $date }
since-all = Open the comparison, word by word
since-others = Count from another version
since-only = There are no newer versions.

search-title = Search the plan
search-in = Search version { $n } of the plan
search-lead = Other Italian forms of a word are found too: “cooperative” finds “cooperativa”. A passage is found by its code too, such as P-036, or by its number.
search-words = Words to look for
search-code = Passage { $code } is read in another version
search-button = Search
search-found = { $n ->
    [0] No passage
    [one] One passage
   *[other] { $n } passages
  }
search-none = No passage holds all these words.

passage-title = Passage { $code }
passage-text = Text of the passage
passage-version = To be read in
passage-in-version = Version { $n } of the plan
passage-chapter = Chapter
passage-before = Before it
passage-after = After it
passage-comment = Comment on this passage
passage-comment-in = Comment on this passage in version { $n }
passage-ended = Since version { $n } this passage is no longer in the plan. Its last text stays here, with everything that was said of it.
passage-taken-out = Taken out in this version.
passage-ended-into = Its matter went into passage
passage-ended-nowhere = No other passage is recorded as having taken its matter in.
passage-now-in = Today it is read in
passage-parted-from = Split from
passage-parts = Split off it
passage-took-in = What went into it
passage-history = History of the passage
passage-first = As it was in the first version.
passage-born = New in this version.
passage-moved = The words stay the same, their place does not.
passage-contributions = Contributions on this passage
passage-no-contributions = No published contribution on this passage.

redline-added = [added:
redline-removed = [removed:
redline-key-removed = text removed
redline-key-added = text added

change-unexplained = No explanation.
change-request = Request no. { $n }
change-contribution = contribution no. { $n }
change-reason-editorial = Editorial correction
change-reason-motion = Act of another body
change-reason-law = Law
change-same = unchanged
change-edited = edited
change-moved = moved
change-moved-and-edited = moved and edited
change-new = new
change-removed = removed
change-stood-after = Moved: it stood after
change-stood-first = Moved: it stood first.
change-parted = Split from
change-typography = Only quotation marks, dashes or spaces change.
change-reshaped = another form
change-renumbered = only the number
change-signs = typography only
form-only = Same words, another form: { $what }.
form-only-number = Same words, only the number changes: from { $from } to { $to }.
form-too = The form changes too: { $what }.
form-kind = from { $from } to { $to }
form-number = number from { $from } to { $to }
form-number-given = number { $to } added
form-number-gone = number { $from } taken away
form-emphasis = bold or italics different
form-link = another link
form-cells = table: cells merged differently
form-headers = table: other headers
form-picture = another picture

compare-name = Comparison
compare-title = From version { $from } to version { $to }
compare-lead = What changed, word by word, and for which request.
compare-dates = Version { $from } of { $from-date }, version { $to } of { $to-date }.
compare-one = There is only one version
compare-one-text = Versions can be compared once another is published.
compare-read = Read version { $n }
compare-others = Other comparisons
compare-from = From version
compare-to = To version
compare-go = Compare
compare-pair = { $from } → { $to }
compare-filter = What to show
compare-changed = { $n ->
    [one] change
   *[other] changes
  }
compare-edited = { $n ->
   *[other] edited
  }
compare-moved = { $n ->
   *[other] moved
  }
compare-new = { $n ->
   *[other] new
  }
compare-removed = { $n ->
   *[other] removed
  }
compare-moved-and-edited = { $n ->
   *[other] moved and edited
  }
compare-turned = The versions are shown in the order in which they came out: from { $from } to { $to }.
compare-typography = { $n ->
   *[other] typography only
  }
compare-reshaped = form changed
compare-renumbered = { $n ->
   *[other] only renumbered
  }
compare-by-chapter = Changes by chapter
compare-chapter = Chapter
compare-all-chapters = All chapters
compare-view = How to show the words
compare-view-beside = side by side
compare-view-inline = in one text
compare-lost = Contributions on passages removed without a successor
compare-docx = Download the comparison with tracked changes (.docx)
tracked-page = Page
compare-all = all passages
compare-nothing = Nothing to show
compare-nothing-text = No passage is of this kind.
compare-no-chapter = Before the chapters

desk-title = Plan
desk-lead = From a Word, LibreOffice, HTML or Markdown file to a published version: import, check, publish.
desk-first = Import the draft
desk-first-text = Headings, paragraphs, list items and tables become passages, each with a code that never changes. Nothing is public until the version is published.
desk-next = Import the next version
desk-next-text = Passages equal or nearly equal to those of the published version keep their code; a person decides on the others.
desk-replace = Import another file instead of this draft
desk-replace-text = The present draft is replaced, with the decisions taken on its passages.
desk-file = The file of the plan
desk-file-hint = Word (.docx) or LibreOffice (.odt), at most 50 MB; web page (.html), 32 MB; Markdown (.md), 4 MB.
desk-file-detail = Detail for whoever helps:
desk-upload = Import
desk-published = Published versions
desk-none-published = None yet.
desk-published-on = Published on
desk-explain = Explain the changes
desk-window = Consultation: opening, closing, extensions

draft-title = Draft of version { $n }
draft-from = From the file { $file }, imported on { $when }.
draft-preview = Look at the preview
draft-preview-text = The text as readers will see it.
draft-summary-none = Missing: it is what is read first, before the chapters. Without it the page begins with the text.
draft-summary-text = Written. It can be changed while the version is a draft.
summary-title = Summary in plain words
summary-lead = It is read before the chapters of version { $n } and published with it. Afterwards it does not change.
summary-text = The summary
summary-hint = What the plan proposes, for whom, by when, and what readers are asked. Short sentences, everyday words. An empty line parts two paragraphs.
summary-save = Save the summary
summary-write = Write the summary
summary-before = The summary of the version before
summary-clash-title = Somebody else changed the summary meanwhile
summary-clash = Nothing is lost. Both texts are below; the form holds the one just written, to be completed. Saved again, it takes the place of the other.
draft-undecided = { $n ->
    [one] Decide on one passage
   *[other] Decide on { $n } passages
  }
draft-undecided-text = They may continue passages of the version before: which ones has to be said.
draft-ended = { $n ->
    [one] One passage is no longer there
   *[other] { $n } passages are no longer there
  }
draft-ended-text = For each one can say which passage it went into. { $n ->
    [0] So far for none.
    [one] Said for one.
   *[other] Said for { $n }.
  }
draft-publish = Publish the version
draft-publish-text = What that means is shown first.
draft-publish-undecided = Possible once no passage is left to decide on.
draft-publish-role = This belongs to the role of promoter.
draft-lost = { $n ->
    [one] One contribution would be left without a successor
   *[other] { $n } contributions would be left without a successor
  }
draft-lost-text = They are on passages that were removed and whose matter went nowhere else.
draft-discard = Throw this draft away
draft-discard-text = The imported text and the decisions taken are lost. Published versions stay as they are.
draft-discard-cited = These responses cite the draft: to throw it away, take the citation out first.
draft-discard-button = Throw the draft away

matched-title = How passages came to their code
matched-total = Passages in all

relation-unsure = To be decided
relation-parted = Split off another
relation-moved = Moved
relation-edited = Edited
relation-new = New
relation-unchanged = Unchanged
relation-from = Split from { $codes }.
relation-took-in = { $codes } went into it.
relation-confidence = How certain the program is: { $percent }.
relation-decide = Decide

import-check = Check of the import
import-words-file = Words in the file
import-words-passages = Words in the passages
import-no-differences = Every word of the file is in the passages.
import-differences = Differences: { $n }
import-differences-text = Words that are on one side only. Better check them in the file before publishing.
import-place = Where
import-side = What
import-words = Words
import-lost = In the file, not in the passages
import-gained = In the passages, not in the file
import-notes = Simplifications
import-no-notes = The file was read whole, nothing was simplified.
import-notes-caption = Simplifications: { $n }
import-notes-text = What could not be read, or was put more simply.
import-note = What
import-detail = Detail
import-more = { $n ->
    [one] Show one more row
   *[other] Show { $n } more rows
  }
import-place-paragraph = paragraph { $n } of the file
import-place-footnote = footnote { $n }
import-place-endnote = endnote { $n }
import-place-line = line { $n } of the file
import-place-block = passage { $n } of the draft
import-place-gone = passage { $n } of the file, no longer in the draft
import-place-whole = the whole file

note-image_without_alt = Image without alternative text: it is to be written in the text of the draft (the detail is the name of the image)
note-image_dropped = Image that the file declares decorative, left out
note-image_not_kept = Image that cannot be kept; its alternative text stays
note-list_in_cell = List in a cell or a note: each item is a line, with its sign
note-number_dropped = Automatic number too long to be one: left out
note-image_missing = Image that is not in the file: its alternative text stays
note-image_kind_refused = Image of a type that browsers do not show: its alternative text stays. Save it as PNG or JPEG
note-image_too_large = Image larger than 8 MB, or than 40 million dots: its alternative text stays
note-images_too_many = Too many images before this one: its alternative text stays
note-image_moved = Images within tables or notes, now after the passage that held them
note-object_dropped = Chart, drawing or embedded file, left out
note-insertions_accepted = Tracked insertions, read as accepted
note-deletions_accepted = Tracked deletions, read as accepted
note-moves_accepted = Tracked moves, read as accepted
note-formatting_accepted = Tracked changes of formatting, read as accepted
note-comments_dropped = Comments in the margin, left out
note-footnotes_moved = Notes, now after the passage that cites them
note-footnote_uncited = Note that no text cites, put at the end
note-footnote_missing = A note is cited that does not exist
note-heading_skipped = Heading more than one level below the one before
note-header_dropped = Page header, left out
note-footer_dropped = Page footer, left out
note-nested_table = Table within a table, made text of its cell
note-header_row_guessed = Table without a header row: the first, all bold, was taken
note-contents_dropped = Generated table of contents, left out: the site makes its own
note-hidden_text = Hidden text, left out
note-text_box_moved = Text box, now after the paragraph that held it
note-formula_flattened = Formula, made plain text
note-symbol_replaced = Symbol of a special font, made a bullet
note-numbering_simplified = Numbering that is not supported, made figures
note-foreign_content = Content of another file or format, not read
note-link_dropped = Link that leads neither to the web nor to an e-mail address: its text stays
note-raised_flattened = Superscript or subscript, made plain text: the meaning may change, as in a formula
note-inner_link_led = Links and references to another place in the document: they lead to the passage there
note-inner_link_lost = Link or reference to a place that is not in the document: its text stays
note-cross_reference_flattened = Links and references to another place of the document: their text stays
note-look_dropped = Underlined, highlighted or small-capital text, made plain text
note-strike_dropped = Struck-through text, made plain text
note-html_dropped = HTML code: its text stays
note-script_dropped = Programs within the page, left out
note-own_codes_dropped = Codes of the passages written by the export, left out
note-front_matter_dropped = Data at the head of the Markdown file, left out

preview-title = Preview
preview-text = This is a preview: only those who work on the process see it.
plan-draft-facts = Draft of version { $n }: { $passages ->
    [one] one passage
   *[other] { $passages } passages
  }.

matches-title = Matches of the draft
matches-lead = What each passage is to the version before, the least certain first. A wrong match, made by a person or by the program, can be opened again and decided anew.
matches-open = See and reopen the matches
matches-none = No passage in this list
matches-none-text = The other lists are above.
matches-reopen = Reopen { $code }
matches-back = Back to the draft of version { $n }
done-reopened = The match is to be decided again.
decide-title = Passages to decide on
decide-lead = Here the text alone does not tell what became of a passage. What continues a passage takes its code, and with it the contributions received. Each answer is kept at once; the others may wait.
decide-keys = With the keyboard: the key written on each button, J and K for the next and the previous question.
decide-choose = Choose an answer
decide-choose-which = Back to the passage
decide-none = Everything is decided
decide-none-text = No passage of the draft is waiting for a decision.
decide-back = Back to the draft
decide-left = { $n ->
    [one] One is left.
   *[other] { $n } are left.
  }
decide-one = Which passage does no. { $n } of the draft continue?
decide-part = Is no. { $n } of the draft a part of an earlier passage?
decide-part-yes = Yes, it is a part of { $code }
decide-part-no = No, it is all new
decide-went = Where did { $code } go, which is no longer there?
decide-went-yes = It went into { $code }
decide-went-no = Nowhere: it was removed
decide-went-first = First decide which passage is
decide-went-which = no. { $n } of the draft.
decide-old-text = In the version before
decide-new-text = In the draft
decide-after = After:
decide-candidate = It continues { $code }, { $percent } alike
decide-new = None: it is a new passage
decide-new-text-hint = It gets a new code.
decide-taken = Other passages like it are continued elsewhere in the draft already.
decide-rest = { $n } passages of the draft have nothing left to continue: others continue the similar ones already.
decide-rest-button = They are all new
decide-decided = { $n ->
    [one] Look again at the decision taken
   *[other] Look again at the { $n } decisions taken
}
decide-again-title = Decisions taken
decide-again-lead = Until the version is published every decision can be changed.
decide-again-back = Back to the passages to decide on

lost-title = Contributions without a successor
lost-title-version = Contributions without a successor in version { $n }
lost-lead = Contributions on passages that this version no longer has and whose matter went into no other. The contributions stay in the register, and the passage can still be read by its code.
lost-lead-draft = If the draft were published as it is, these contributions would stay on passages without a successor. If the matter went elsewhere, it is best to say so.
lost-none = No contribution is without a successor
lost-none-text = Every passage commented lives on in this version, or went into one that does.
lost-count = { $n ->
    [one] One contribution in all.
   *[other] { $n } contributions in all.
  }
lost-contributions = { $n ->
    [one] Without a successor:
   *[other] Without a successor, { $n }:
  }
lost-to-ended = Say where they went

ended-title = Passages that are no longer there
ended-lead = They can still be cited by their code. If the matter went elsewhere, whoever looks for them is led there. Saying so is optional.
ended-none = No passage was removed
ended-none-text = All passages of the version before continue in this draft.
ended-into = Where it went
ended-nowhere = Nowhere
ended-unsaid = Nobody has said yet where it went.
ended-unsure = It may have gone elsewhere: it is among the passages to decide on.
ended-by-program = The program found its text there.
ended-nothing-alike = The program found no text like it.
ended-by-hand = Said by a person.
ended-other = Another passage
ended-other-hint = Its code, for example P-012. It counts instead of the choice above.
ended-save = Save

publish-title = Publishing
publish-version = Publish version { $n }
publish-lead = What it means:
publish-immutable = From then on the text cannot change: a correction is a new version.
publish-codes = The codes of the passages stay for ever.
publish-told = Those who asked to be told get a letter.
publish-next = The version before can still be read, and the comparison of the two is public.
publish-lost = The list will be public.
publish-open = The consultation on the version before is still open: it stays open on that version.
publish-no-summary = The summary in plain words, read before the chapters, is missing: it cannot be added after publication.
publish-note = Note on this version
publish-note-hint = Public, under the title: where it comes from, what changes.
publish-button = Publish

explain-title = Reasons for changes
explain-version = Changes from version { $from } to { $to }
explain-lead = The changes that no request explains. The reason given here is public, beside the changed text and in the report.
explain-one = There is only one version
explain-one-text = There are no changes to explain.
explain-none = Everything is explained
explain-none-text = Every change has a request or a reason.
explain-left = { $n ->
    [one] One is left.
   *[other] { $n } are left.
  }
explain-choose = Changes to be given the same reason
explain-whole-page = All the changes listed on this page
explain-kind = Kind of reason
explain-note = Why
explain-note-hint = In a sentence. For an act of another body, which and of when; for a law, which.
explain-save = Save the reason
explain-given = Reasons given so far: { $n }
explain-to-comparison = See the public comparison

window-title = Consultation
window-lead = When the newest version can be commented. Times are those of Rome.
window-no-version = No version is published
window-no-version-text = A consultation is held on a published version: first the draft has to be imported and published.
window-to-plan = Go to the plan
window-set = Open the consultation on version { $n }
window-set-anew = Change the instants for version { $n }
window-version = To be commented
window-opens = Opening
window-closes = Closing
window-lasts = Duration
window-rome = (Rome time)
window-offset = UTC{ $offset }
window-zone-hint = Day and hour of Rome, with summer time when it is in force.
window-closes-hint = At 18:00 sharp a consultation that closes at 18:00 is closed.
window-check = Check
window-confirm-title = Check the instants
window-confirm-lead = Nothing is saved yet.
window-confirm = Confirm
window-at-once = It opens at once: after you confirm it can only be extended.
window-repeated = On { $day } { $hour } comes twice, because the clock goes back one hour. The first counts, still in summer time: { $said }.
window-skipped = On { $day } { $hour } does not exist, because the clock jumps one hour ahead. What counts is: { $said }.
window-over = The consultation is closed. Texts that arrive now can only be filed as late.
window-role = This belongs to the role of promoter.
window-extend = Extend
window-extend-text = It is a public act: the reason can be read on the page of the process, and those who asked to be told get a letter.
window-new-close = New closing
window-reason = Reason for extending
window-reason-hint = Public.
window-extend-button = Extend
window-extensions = Extensions
window-extended = On { $when } the closing moved from { $before } to { $after }.

working-title = Text of the draft
working-of = Text of the draft of version { $n }
working-lead = Each passage can be corrected, moved, split or joined before publication. The codes stay.
working-count = { $n ->
    [one] One passage in all.
   *[other] { $n } passages in all.
  }
working-edit = Edit
working-insert = Add after
working-place = Move elsewhere
working-insert-first = Add at the beginning
working-up = Move { $what } up
working-down = Move { $what } down
working-changes = Changes made by hand

flaws-title = { $n ->
    [one] One thing to mend
   *[other] { $n } things to mend
  }
flaw-passage = Passage no. { $n }
flaw-no-alternative = image without alternative text
flaw-skipped-first = the first heading is of level { $to }, not 1
flaw-skipped = heading of level { $to } right below level { $from }
flaw-empty-heading = heading without words
flaw-away = a link leads to { $to }, which is not in this draft

kind-heading = Heading of level { $n }
kind-paragraph = Paragraph
kind-item = List item, level { $n }
kind-number = Numbered item, level { $n }
kind-table = Table
kind-quote = Quotation
kind-code = Text as typed
kind-caption = Caption
kind-footnote = Note
kind-figure = Image

edit-passage = Editing { $what }
edit-passage-new = New passage
edit-last = Last change: { $name }, { $when }.
edit-history = History of changes
edit-kind = What it is
edit-number = Number
edit-number-hint = As it is read in the plan, for instance 2.1 or a).
edit-text = Text
edit-text-hint = **bold**, *italic*, [words](https://address), [words](#P-036) for another passage. An empty line serves only to split the passage.
edit-table-hint = A line of text for each row of the table: | cell | cell |. With ! in front a cell is a header; with {"{"}2x1{"}"} it covers two columns.
edit-alternative = Alternative text
edit-alternative-hint = What the image shows, for those who do not see it.
edit-preview = Preview
edit-preview-button = Preview
edit-preview-none = The text is not complete yet.
edit-preview-change = Against the text that is kept
edit-save = Save
place-title = Move elsewhere
place-save-first = This moves the passage as it was saved: if there is something new in the text above, save it first.
place-where = Where it goes
place-first = To the beginning of the plan
place-after = After another passage
place-code = After which passage
place-code-hint = Its code, for example P-012, or the number it is read with, for example 3.2.
place-section = What is moved
place-section-whole = { $n ->
    [one] The heading with the passage it contains
   *[other] The heading with the { $n } passages it contains
}
place-section-alone = The heading only
place-go = Move
edit-more = Split, join, take out
edit-split-text = Where there is an empty line the passage is split: the first part keeps the code, the others get a new one.
edit-split = Split at empty lines
edit-join-text = The words go to the end of the passage before.
edit-join = Join to the one before
edit-remove-text = The passage leaves the draft. If it was published it can still be cited, and where its matter went can be said.
edit-remove = Take out of the draft
edit-saved-alone = Saved.
edit-changed-alone = Somebody else changed this passage meanwhile. The Save button shows both texts.
edit-unsaved-alone = Not saved yet: the text stays in this browser.

clash-title = Somebody else changed this passage meanwhile
clash-text = Nothing is lost. Both texts are below; the form holds the one just written, to be completed. Saved again, it takes the place of the other, which stays in the history.
clash-theirs = As it is now
clash-mine = As it was written here

history-title = History of { $code } in the draft
history-line = { $act }: { $name }, { $when }
history-none = No change by hand
history-none-text = The passage is as in the file, or as in the published version.
passage-same-words = The words do not change.
act-imported = Text at the start
act-edited = Edited
act-moved = Moved
act-split = Split
act-joined = Joined
act-inserted = Added
act-removed = Taken out
act-proposal = Proposal put into the text

changes-title = Changes made by hand
changes-lead = What changed in the draft after it was imported, counted apart from the words of the file.
changes-words = Words imported: { $file }. By hand: { $by_hand }. Now: { $now }.
changes-line-words = Words: { $n }.
changes-none-text = The draft is as it was imported.

desk-begin = Writing the next version here
desk-begin-text = The draft begins with all passages of the published version, each with its code, and is written one passage at a time.
desk-begin-button = Begin from the published version
draft-begun = Begun from the published version, { $when }.
draft-write = Write the text
draft-write-text = One passage at a time: words, order, splits.
draft-changed = { $n ->
    [one] One passage changed by hand
   *[other] { $n } passages changed by hand
  }

done-begun = The draft has begun: every passage kept its code.
done-moved = Passage moved.
done-inserted = Passage added.
done-passage = Passage saved.
done-split = Passage split.
done-joined = Passages joined.
done-removed = Passage taken out of the draft.

problem-empty-line = There is an empty line: remove it, or split the passage
problem-no-cut = To split, put an empty line between two parts
problem-too-many-parts = Too many parts at once
problem-table = There is not even one cell

done-imported = File imported: this is what came of it.
done-summary = Summary saved.
done-draft-discarded = Draft thrown away.
done-decided = Decision saved.
done-ended = Saved.
done-version-published = Version published.
done-explained = Reason saved.
done-window-set = Consultation set.
done-window-extended = Consultation extended.

problem-file-missing = Choose a file
problem-file-unknown = It is no Word (.docx) or LibreOffice (.odt) document, web page (.html) or Markdown file (.md): save it in one of these formats
problem-file-extension = The content does not match the file’s name: open it and save it again as .docx or .odt
problem-file-old-word = It is an old Word document (.doc): open it and save it as .docx
problem-file-program = It holds a program (macros): save it again without macros, as .docx or .odt
problem-file-encrypted = It is protected by a password: take the protection off and try again
problem-file-too-large = It is too large: at most { $n } MB. Fewer images usually do
problem-file-paragraph = A paragraph, or the cell of a table, has more than { $n } characters: divide it into shorter ones that can be commented on
problem-file-too-complex = Inside it is too large or too intricate to be read: split it, or save it again from another program
problem-file-damaged = It is damaged or incomplete: open it, save it again and try again
problem-file-empty = It is empty, or has no text in it: perhaps it is made of images only
problem-file-encoding = Its text is not written in UTF-8: open it and save it again with that encoding
problem-file-text-large = It is too large: a file of text alone may have { $n } MB at most. Divide it, or bring it as .docx or .odt
problem-file-blocks = It has more than { $n } paragraphs: divide it into several documents
problem-no-such-passage = No passage has this code
problem-date-time = Day and hour are not complete, or there is no such day


## Versions as files

download-title = Download version { $n } (PDF, DOCX, ODT, Markdown, JSON)
download-pdf = Accessible PDF, to read and print
download-docx = DOCX, for Word
download-odt = ODT, for LibreOffice
download-md = Markdown, plain text
download-json = JSON, for programs
download-text = In each file every passage has its code beside it: by that code it is quoted and commented. Sizes are shown once a file has been asked for.
download-draft = Download the draft (PDF, DOCX, ODT, Markdown, JSON)
download-draft-text = It is for those who work on the plan: every page says that it is an unpublished draft.
download-number = Version { $n }
download-number-draft = Draft of version { $n }, not published
