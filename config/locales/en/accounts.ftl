account-email = E-mail address
account-password = Password
account-new-password = New password
account-old-password = Current password
account-password-hint = At least 10 characters. A phrase will do: three or four words that only you remember.

register-title = Register
register-lead = You need an account to send contributions. Your name is never published.
register-name = Name and surname
register-name-hint = Only the staff of the process see it. Each time you write you choose how to appear.
register-for-organisation = Do you also take part for an organisation?
register-for-organisation-hint = Leave it empty if you take part for yourself only. The organisation’s name is published beside what you send in its name; you can add it later too.
register-privacy = We use these data for the consultation only.
register-draft = What was written is waiting: once the address is confirmed it is found again, ready to be sent, on any device.
register-button = Create the account
register-have-account = Do you have an account?
register-sent = Check your mail
register-sent-lead = We have written to the address you gave.
register-sent-text = Open the letter and confirm the address within three days: from then on you can take part.
register-sent-late = Nothing there? Look among the junk mail, check the address and register again.

confirm-title = Confirm your address
confirm-lead = One last step: type the password chosen when registering.
confirm-password-hint = It makes sure that whoever registered is whoever opened the letter.
confirm-forgot = The chosen password is not at hand?
confirm-again = Register again
problem-not-the-password-chosen = This is not the password of this registration. If more than one letter came, open that of the right registration.
confirm-button = Confirm and sign in
confirm-over = The link is no longer good
confirm-over-lead = It was already used, or more than three days have passed.
confirm-over-sign-in = If you had confirmed already, sign in
confirm-over-register = Otherwise register again: another letter will come

sign-in-title = Sign in
sign-in-button = Sign in
sign-in-forgot = Have you forgotten your password?
sign-in-no-account = No account yet?
sign-in-draft = What you wrote is waiting for you: sign in or register and you will find it again.
problem-sign-in = Address and password do not match, or the address has not been confirmed yet

forgot-title = Forgotten password
forgot-lead = Write your address: we send you a link to choose a new one.
forgot-button = Send the link
forgot-sent = Check your mail
forgot-sent-lead = A letter is on its way to that address.
forgot-sent-text = The link is good for one hour. If it does not come, look among the junk mail and check the address.

reset-title = Choose a new password
reset-lead = Afterwards you will have to sign in again on all your devices.
reset-button = Save the password
reset-over = The link is no longer good
reset-over-lead = It was already used, or more than an hour has passed.
reset-over-again = Ask for another link

own-title = My account
own-name = Name and surname
own-organisations = For whom I take part
own-organisations-text = You can send contributions for yourself or for an organisation. The organisation’s name is published, yours is not.
own-add-organisation = Add an organisation
own-add-organisation-button = Add
own-leave = I no longer act for it
own-leave-named = I no longer act for { $name }
own-password = Change the password
own-password-button = Change the password
own-sessions = Devices
own-sessions-text = If you used a shared computer, close all sessions: you will have to sign in again everywhere.

feed-section = Your own calendar
feed-text = A calendar program can read here the events this account may see, restricted ones it is invited to included: those to come and of the last year, of all processes. Each time it reads with the permissions of that moment.
feed-secret = Whoever has the address reads the same events without signing in: best given to nobody. If it fell into the wrong hands, make it anew or take it away, and the one before no longer counts.
feed-made = Address made:
feed-make = Make the address
feed-renew = Make the address anew
feed-end = Take the address away
feed-title = The address of your own calendar
feed-once = The address can be seen now only
feed-address = Copy it into the calendar program, where a calendar is added from an address:
feed-open = Open in the calendar program
feed-how = The program reads it again by itself: what changes, changes there too.
feed-back = Back to your account
feed-name = Events
done-feed-ended = The address no longer counts.
own-sign-out-everywhere = Sign out of all devices
problem-old-password = This is not the current password

organisation-name = Name of the organisation
organisation-name-hint = As it is to appear in the report
organisation-category = Kind of organisation
organisation-zone = Municipality or area where it works
organisation-zone-hint = For example a municipality, a quarter or a homogeneous zone

category-association = Association
category-cooperative = Cooperative
category-social_enterprise = Social enterprise
category-foundation = Foundation
category-benefit_company = Benefit company
category-company = Company
category-public_body = Public body
category-school_university = School or university
category-trade_union = Trade union or trade association
category-other = Other

done-confirmed = Address confirmed: you can take part now.
done-signed-out = You are signed out.
done-password = Password changed: sign in with the new one.
done-password-changed = Password changed. All other sessions were closed.
done-organisation = Organisation added.
done-organisation-left = You no longer act for that organisation. What you sent in its name stays so.
