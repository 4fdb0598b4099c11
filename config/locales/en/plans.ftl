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
plan-comment-whole = Comment on the plan as a whole
plan-whole-count = { $n ->
    [one] One contribution on the plan as a whole
   *[other] { $n } contributions on the plan as a whole
  }
plan-count = { $n ->
    [one] One contribution
   *[other] { $n } contributions
  }
plan-contents = Contents
plan-passage = Passage
plan-undecided-code = to be decided
plan-table-label = Table { $code }
plan-long = The plan has { $n } passages: here is the first chapter, the others open from the contents.
plan-all = Read the whole text on one page
plan-chapters = Chapters
plan-chapter-before = Previous chapter
plan-chapter-after = Next chapter
plan-chapter-where = Chapter { $n } of { $of }

passage-title = Passage { $code }
passage-text = Text of the passage
passage-version = To be read in
passage-in-version = Version { $n } of the plan
passage-chapter = Chapter
passage-before = Before it
passage-after = After it
passage-comment = Comment on this passage
passage-ended = Since version { $n } this passage is no longer in the plan. Its last text stays here, with everything that was said of it.
passage-ended-into = Its matter went into passage
passage-ended-nowhere = Its matter did not go into another passage.
passage-history = History of the passage
passage-first = As it was in the first version.
passage-born = New in this version.
passage-same = No change from the version before.
passage-contributions = Contributions on this passage
passage-no-contributions = No published contribution on this passage.
passage-author-person = a person
passage-supports = { $n ->
    [one] One supporter
   *[other] { $n } supporters
  }
passage-proposed = Proposed wording:
passage-kind-appreciation = Appreciation
passage-kind-addition = Addition
passage-kind-rewording = Change of wording
passage-kind-question = Question

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
