import { defineMessages } from '#shared/platform/messages.ts'

/** How somebody who works here gets in: invitation, slip and second factor. */
export const staffEntryMessages = defineMessages(
  'staff-entry',
  {
    'second-title': 'Extra controle bij het aanmelden',
    'second-hint':
      'Een code van je telefoon, naast je wachtwoord. Geldt op deze computer en werkt zonder internet.',
    'second-on': 'Zet aan',
    'second-off': 'Zet uit',
    'second-scan': 'Scan dit met een app voor codes, zoals Aegis, 2FAS of Google Authenticator.',
    'second-secret': 'Lukt scannen niet, typ dan deze sleutel over:',
    'second-code': 'Code uit de app',
    'second-lost':
      'Telefoon kwijt? De administratie geeft je een nieuw wachtwoord of een uitnodiging; de extra controle is dan weg.',
    'second-done': 'De extra controle staat aan',
    'second-gone': 'De extra controle staat uit',
    'second-off-text': 'Typ je wachtwoord om de extra controle uit te zetten.',
    invite: 'Nodig uit',
    'invite-title': 'Uitnodiging voor {{name}}',
    'invite-text':
      'Met deze code kiest {{name}} op deze computer zelf een wachtwoord. Geef het briefje persoonlijk af; de code geldt tot en met {{day}} en werkt één keer.',
    'invite-own-computer': 'Voor een eigen computer maak je een code bij Synchronisatie.',
    'invite-print': 'Druk briefje af',
    'slip-title': 'Aanmelden bij Balie',
    'slip-hello': 'Beste {{name}},',
    'slip-1': 'Ga naar de computer van de administratie en kies “Ik heb een uitnodiging”.',
    'slip-2': 'Typ je gebruikersnaam en de code, en kies een wachtwoord van minstens 12 tekens.',
    'slip-3': 'Zet bij Instellingen de extra controle aan.',
    'slip-user': 'Gebruikersnaam',
    'slip-code': 'Code',
    'slip-until':
      'Geldig tot en met {{day}}. De code werkt één keer; vernietig dit briefje daarna.',
  },
  {
    'nl-BE': {
      'slip-1': 'Ga naar de computer van het secretariaat en kies “Ik heb een uitnodiging”.',
      'second-lost':
        'Telefoon kwijt? Het secretariaat geeft je een nieuw wachtwoord of een uitnodiging; de extra controle is dan weg.',
    },
    sv: {
      'second-title': 'Extra kontroll vid inloggning',
      'second-hint':
        'En kod från din telefon, utöver lösenordet. Gäller på den här datorn och fungerar utan internet.',
      'second-on': 'Slå på',
      'second-off': 'Stäng av',
      'second-scan':
        'Skanna detta med en app för koder, till exempel Aegis, 2FAS eller Google Authenticator.',
      'second-secret': 'Går det inte att skanna, skriv in den här nyckeln:',
      'second-code': 'Kod från appen',
      'second-lost':
        'Tappat telefonen? Expeditionen ger dig ett nytt lösenord eller en inbjudan; den extra kontrollen tas då bort.',
      'second-done': 'Den extra kontrollen är på',
      'second-gone': 'Den extra kontrollen är av',
      'second-off-text': 'Skriv ditt lösenord för att stänga av den extra kontrollen.',
      invite: 'Bjud in',
      'invite-title': 'Inbjudan till {{name}}',
      'invite-text':
        'Med koden väljer {{name}} själv ett lösenord på den här datorn. Lämna lappen personligen; koden gäller till och med {{day}} och fungerar en gång.',
      'invite-own-computer': 'För en egen dator skapar du en kod under Synkronisering.',
      'invite-print': 'Skriv ut lappen',
      'slip-title': 'Logga in i Balie',
      'slip-hello': 'Hej {{name}}!',
      'slip-1': 'Gå till expeditionens dator och välj ”Jag har en inbjudan”.',
      'slip-2': 'Skriv ditt användarnamn och koden, och välj ett lösenord på minst 12 tecken.',
      'slip-3': 'Slå på den extra kontrollen under Inställningar.',
      'slip-user': 'Användarnamn',
      'slip-code': 'Kod',
      'slip-until': 'Gäller till och med {{day}}. Koden fungerar en gång; förstör lappen därefter.',
    },
    en: {
      'second-title': 'Extra check when signing in',
      'second-hint':
        'A code of your telephone, beside your password. For this computer; it works without internet.',
      'second-on': 'Turn on',
      'second-off': 'Turn off',
      'second-scan':
        'Scan this with an app for codes, such as Aegis, 2FAS or Google Authenticator.',
      'second-secret': 'If scanning fails, type this key:',
      'second-code': 'Code of the app',
      'second-lost':
        'Lost the telephone? The office gives you a new password or an invitation; the extra check is then gone.',
      'second-done': 'The extra check is on',
      'second-gone': 'The extra check is off',
      'second-off-text': 'Type your password to turn the extra check off.',
      invite: 'Invite',
      'invite-title': 'Invitation for {{name}}',
      'invite-text':
        'With this code {{name}} chooses a password at this computer. Hand the slip over in person; the code is valid until and including {{day}} and works once.',
      'invite-own-computer': 'For a computer of their own make a code under Sync.',
      'invite-print': 'Print slip',
      'slip-title': 'Signing in to Balie',
      'slip-hello': 'Dear {{name}},',
      'slip-1': 'Go to the computer of the office and choose “I have an invitation”.',
      'slip-2':
        'Type your user name and the code, and choose a password of 12 characters at least.',
      'slip-3': 'Turn on the extra check under Settings.',
      'slip-user': 'User name',
      'slip-code': 'Code',
      'slip-until':
        'Valid until and including {{day}}. The code works once; destroy this slip afterwards.',
    },
  },
)
