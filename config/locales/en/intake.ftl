# Intake.
intake-state-answered = Answered
intake-state-open = Open
intake-state-withdrawn = Withdrawn
intake-state-duplicate = Duplicates
intake-state-refused = Refused by moderation
