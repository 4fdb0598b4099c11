home-title = Participatory processes
home-lead = Read the drafts of plans, comment on them while the consultation is open, and check what was answered.
home-none = No published process
home-none-text = When a body publishes a process you will find it here.
home-promoted-by = Promoted by { $names }
home-new = New process
home-drafts = Not public yet
home-now = Under way
home-to-come = Coming
home-past = Past
home-phase = Now: { $phase }
home-comment-until = Comments are open until { $when }
home-opens = The consultation opens on { $when }
home-do-comment = Read and comment on the draft
home-do-report = Read the report
home-do-plan = Read the plan
home-do-more = Go to the process

page-owner = This site is run by { $owner }.
page-contact = To write to us:
page-no-contact = Who runs this installation has not given an address yet.

accessibility-title = Accessibility statement
accessibility-lead = Ascolto is built to be used by anybody, with any tool.
accessibility-done = What was done
accessibility-done-text = The reference is WCAG 2.1 level AA and EN 301 549. Every page works without JavaScript, by keyboard alone and magnified to 400%; every form has labels that stay visible and says its errors first; nothing is told by colour alone.

    Every kind of page is checked with axe-core, in Italian and for a good part in English, at the width of a phone and of a desk; every form is tried at 320 pixels, with and without JavaScript.
accessibility-limits = What has not been verified yet
accessibility-limits-text = No review by people with disabilities and no independent assessment has been made yet. The assessment of this installation is up to who runs it, who publishes it according to the AGID guidelines.
accessibility-feedback = Feedback
accessibility-feedback-text = If you meet an obstacle, write to us what you wanted to do and with which tool. If no answer comes within thirty days, or it is not enough, you can turn to the Digital Ombudsman (Difensore civico per il digitale).

privacy-title = Privacy notice
privacy-lead = What we know of you, what becomes public and what you can ask for.
privacy-what = What we keep
privacy-what-text = Name, e-mail address, language and an encrypted form of the password; the organisations you act for; what you send, with the instant at which it came in. Of those who enrol for an event, or come to it without enrolling: name, address, organisation, zone, what they need to take part and whether they came; only those who organise it read that. What people need is deleted thirty days after the event, name and address after a year, everything at once when an enrolment is cancelled. During an event a device of those who organise it may keep the list, without what people need, and deletes it when its user signs out, or with the first page of the site opened after twelve hours. We ask for nothing else and use no tracking.
privacy-public = What becomes public
privacy-public-text = The contributions you choose to show, as “a person” or under the pseudonym you choose for that one, and the names of organisations. A private person’s name is never published. Of people only the number is told.
privacy-register = The register
privacy-register-text = Every contribution gets a number and enters a register nobody can rewrite. The public register holds only fingerprints, from which the text cannot be found.
privacy-cookies = Cookies
privacy-cookies-text = Only those needed: the session when you sign in, a mark for the safety of forms, the language and the text size chosen; for whoever writes before registering, a mark that finds the waiting text again. Who reads without signing in, and changes neither language nor text size, gets no cookie at all.
privacy-rights = Your rights
privacy-rights-text = You can ask to see, correct or erase your data, and object to their use, by writing to who runs this site, who decides within the terms of law. You can turn to the Italian data protection authority (Garante).
