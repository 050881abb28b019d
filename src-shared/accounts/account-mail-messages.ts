import { defineMessages } from '#shared/platform/messages.ts'

/** Letters about an account. None names a child: the address may not be the guardian's yet. */
export const accountMailMessages = defineMessages(
  'account-mail',
  {
    opening: 'Goedendag,',
    closing: 'Met vriendelijke groet,\n{{school}}',
    'not-you':
      'Hebt u hier niet om gevraagd? Dan hoeft u niets te doen. Vertrouwt u het niet, bel dan de school.',
    'activate.subject': 'Bevestig uw e-mailadres voor {{school}}',
    'activate.body':
      'Met dit adres is een account gemaakt op de site van {{school}}. Bevestig dat het adres van u is. De link werkt drie dagen.',
    'activate.action': 'Account activeren',
    'reset.subject': 'Nieuw wachtwoord voor {{school}}',
    'reset.body':
      'Er is om een nieuw wachtwoord gevraagd voor de site van {{school}}. De link werkt een uur en één keer.',
    'reset.action': 'Nieuw wachtwoord kiezen',
    'reactivate.subject': 'Uw account bij {{school}} weer aanzetten',
    'reactivate.body':
      'Uw account op de site van {{school}} staat uit omdat het lang niet gebruikt is. Met deze link zet u het weer aan. De link werkt een dag.',
    'reactivate.action': 'Account weer aanzetten',
    'new-address.subject': 'Bevestig uw nieuwe e-mailadres voor {{school}}',
    'new-address.body':
      'U wilt dit adres gebruiken voor de site van {{school}}. Het geldt zodra u het bevestigt. De link werkt een dag.',
    'new-address.action': 'E-mailadres bevestigen',
    'address-changed.subject': 'Uw e-mailadres bij {{school}} is gewijzigd',
    'address-changed.body':
      'Voor de site van {{school}} geldt nu een ander e-mailadres. Op dit adres krijgt u geen berichten meer.',
    'address-changed.action': '',
    'password-changed.subject': 'Uw wachtwoord bij {{school}} is gewijzigd',
    'password-changed.body':
      'Het wachtwoord van uw account op de site van {{school}} is gewijzigd. Op andere apparaten bent u afgemeld.',
    'password-changed.action': '',
    'second-factor-changed.subject': 'De extra controle bij {{school}} is gewijzigd',
    'second-factor-changed.body':
      'De extra controle bij het aanmelden op de site van {{school}} is aan- of uitgezet.',
    'second-factor-changed.action': '',
    'invitation.subject': 'Uw account bij {{school}}',
    'invitation.body':
      '{{school}} nodigt u uit om een account te maken. Volg de link en kies een wachtwoord. Uw code is {{code}}; hij geldt tot en met {{until}} en kan één keer gebruikt worden.',
    'invitation.action': 'Account maken',
    'request-declined.subject': 'Uw aanvraag bij {{school}}',
    'request-declined.body':
      'U vroeg toegang tot de site van {{school}}. De school kan u geen toegang geven. De reden: {{reason}}',
    'request-declined.action': '',
    'remind.subject': 'Nog één stap: bevestig uw e-mailadres voor {{school}}',
    'remind.body':
      'U maakte een account op de site van {{school}}, maar het is nog niet actief. Bevestig dat dit adres van u is. De link werkt drie dagen.',
    'remind.action': 'Account activeren',
  },
  {
    'nl-BE': {},
    sv: {
      opening: 'Hej!',
      closing: 'Vänliga hälsningar,\n{{school}}',
      'not-you':
        'Har du inte bett om det här? Då behöver du inte göra något. Ring skolan om det känns fel.',
      'activate.subject': 'Bekräfta din e-postadress för {{school}}',
      'activate.body':
        'Med den här adressen har ett konto skapats på webbplatsen för {{school}}. Bekräfta att adressen är din. Länken gäller i tre dagar.',
      'activate.action': 'Aktivera kontot',
      'reset.subject': 'Nytt lösenord för {{school}}',
      'reset.body':
        'Någon har bett om ett nytt lösenord för webbplatsen för {{school}}. Länken gäller en timme och en gång.',
      'reset.action': 'Välj nytt lösenord',
      'reactivate.subject': 'Slå på ditt konto hos {{school}} igen',
      'reactivate.body':
        'Ditt konto på webbplatsen för {{school}} är avstängt eftersom det inte har använts på länge. Med länken slår du på det igen. Länken gäller ett dygn.',
      'reactivate.action': 'Slå på kontot igen',
      'new-address.subject': 'Bekräfta din nya e-postadress för {{school}}',
      'new-address.body':
        'Du vill använda den här adressen på webbplatsen för {{school}}. Den gäller när du har bekräftat den. Länken gäller ett dygn.',
      'new-address.action': 'Bekräfta e-postadressen',
      'address-changed.subject': 'Din e-postadress hos {{school}} har ändrats',
      'address-changed.body':
        'På webbplatsen för {{school}} gäller nu en annan e-postadress. Du får inga fler meddelanden hit.',
      'address-changed.action': '',
      'password-changed.subject': 'Ditt lösenord hos {{school}} har ändrats',
      'password-changed.body':
        'Lösenordet till ditt konto på webbplatsen för {{school}} har ändrats. Du är utloggad på andra enheter.',
      'password-changed.action': '',
      'second-factor-changed.subject': 'Extrakontrollen hos {{school}} har ändrats',
      'second-factor-changed.body':
        'Extrakontrollen vid inloggning på webbplatsen för {{school}} har slagits på eller av.',
      'second-factor-changed.action': '',
      'invitation.subject': 'Ditt konto hos {{school}}',
      'invitation.body':
        '{{school}} bjuder in dig att skapa ett konto. Följ länken och välj ett lösenord. Din kod är {{code}}; den gäller till och med {{until}} och kan användas en gång.',
      'invitation.action': 'Skapa konto',
      'request-declined.subject': 'Din förfrågan till {{school}}',
      'request-declined.body':
        'Du bad om tillgång till webbplatsen för {{school}}. Skolan kan inte ge dig tillgång. Skälet: {{reason}}',
      'request-declined.action': '',
      'remind.subject': 'Ett steg kvar: bekräfta din e-postadress för {{school}}',
      'remind.body':
        'Du skapade ett konto på webbplatsen för {{school}}, men det är inte aktivt än. Bekräfta att adressen är din. Länken fungerar i tre dagar.',
      'remind.action': 'Aktivera kontot',
    },
    en: {
      opening: 'Hello,',
      closing: 'Kind regards,\n{{school}}',
      'not-you':
        'Did you not ask for this? Then you need not do anything. If you do not trust it, call the school.',
      'activate.subject': 'Confirm your e-mail address for {{school}}',
      'activate.body':
        'An account was made with this address on the site of {{school}}. Confirm that the address is yours. The link works for three days.',
      'activate.action': 'Activate account',
      'reset.subject': 'New password for {{school}}',
      'reset.body':
        'A new password was asked for on the site of {{school}}. The link works for an hour, and once.',
      'reset.action': 'Choose a new password',
      'reactivate.subject': 'Switch your account at {{school}} on again',
      'reactivate.body':
        'Your account on the site of {{school}} is switched off, since it was not used for a long time. This link switches it on again. It works for a day.',
      'reactivate.action': 'Switch account on',
      'new-address.subject': 'Confirm your new e-mail address for {{school}}',
      'new-address.body':
        'You want to use this address on the site of {{school}}. It counts once you confirm it. The link works for a day.',
      'new-address.action': 'Confirm e-mail address',
      'address-changed.subject': 'Your e-mail address at {{school}} has changed',
      'address-changed.body':
        'Another e-mail address now counts on the site of {{school}}. You get no more messages here.',
      'address-changed.action': '',
      'password-changed.subject': 'Your password at {{school}} has changed',
      'password-changed.body':
        'The password of your account on the site of {{school}} has changed. You are signed out on other devices.',
      'password-changed.action': '',
      'second-factor-changed.subject': 'The extra check at {{school}} has changed',
      'second-factor-changed.body':
        'The extra check when signing in on the site of {{school}} was turned on or off.',
      'second-factor-changed.action': '',
      'invitation.subject': 'Your account at {{school}}',
      'invitation.body':
        '{{school}} invites you to make an account. Follow the link and choose a password. Your code is {{code}}; it is valid until and including {{until}} and can be used once.',
      'invitation.action': 'Make an account',
      'request-declined.subject': 'Your request to {{school}}',
      'request-declined.body':
        'You asked for access to the site of {{school}}. The school cannot give you access. The reason: {{reason}}',
      'request-declined.action': '',
      'remind.subject': 'One more step: confirm your e-mail address for {{school}}',
      'remind.body':
        'You made an account on the site of {{school}}, but it is not active yet. Confirm that this address is yours. The link works for three days.',
      'remind.action': 'Activate account',
    },
  },
)
