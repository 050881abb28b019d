import { defineMessages } from '#shared/platform/messages.ts'

/** The letter that brings a guardian a code, in the guardian's own language. */
export const letterMessages = defineMessages(
  'link-letter',
  {
    subject: 'Betreft: koppelcode voor {{pupil}}',
    'subject-group': 'Betreft: koppelcode voor {{pupil}} ({{group}})',
    greeting: 'Beste {{guardian}},',
    'greeting-nobody': 'Beste ouder of verzorger,',
    intro:
      'Op het ouderportaal van {{school}} ziet u de gegevens van {{pupil}} en regelt u zaken met school. Met de code hieronder koppelt u {{pupil}} aan uw account. De code is alleen voor u: een andere ouder krijgt een eigen brief.',
    'your-code': 'Uw koppelcode',
    until: 'Let op: gebruik de code uiterlijk op {{day}}.',
    scan: 'Of scan met de camera van uw telefoon.',
    'new-title': 'Hebt u nog geen account?',
    'new-1': 'Ga naar {{url}}/register',
    'new-2': 'Vul uw e-mailadres in, kies een wachtwoord en typ de koppelcode.',
    'new-3': 'Open de mail die u krijgt en volg de link. Uw account is dan actief.',
    'old-title': 'Hebt u al een account?',
    'old-1': 'Meld u aan op {{url}}',
    'old-2': 'Kies “Kind toevoegen” en typ de koppelcode.',
    lost: 'Lukt het niet, of is de code verlopen? De administratie helpt u verder.',
    'lost-phone':
      'Lukt het niet, of is de code verlopen? De administratie helpt u verder: {{phone}}.',
    closing: 'Met vriendelijke groet,',
  },
  {
    'nl-BE': {
      'greeting-nobody': 'Beste ouder,',
      lost: 'Lukt het niet, of is de code verlopen? Het secretariaat helpt u verder.',
      'lost-phone':
        'Lukt het niet, of is de code verlopen? Het secretariaat helpt u verder: {{phone}}.',
    },
    sv: {
      subject: 'Gäller: kopplingskod för {{pupil}}',
      'subject-group': 'Gäller: kopplingskod för {{pupil}} ({{group}})',
      greeting: 'Hej {{guardian}}!',
      'greeting-nobody': 'Hej!',
      intro:
        'I vårdnadshavarportalen för {{school}} ser du uppgifter om {{pupil}} och sköter ärenden med skolan. Med koden nedan kopplar du {{pupil}} till ditt konto. Koden är bara till dig: en annan vårdnadshavare får ett eget brev.',
      'your-code': 'Din kopplingskod',
      until: 'Obs! Använd koden senast {{day}}.',
      scan: 'Eller skanna med telefonens kamera.',
      'new-title': 'Har du inget konto än?',
      'new-1': 'Gå till {{url}}/register',
      'new-2': 'Fyll i din e-postadress, välj ett lösenord och skriv in kopplingskoden.',
      'new-3': 'Öppna e-posten du får och följ länken. Då är kontot aktivt.',
      'old-title': 'Har du redan ett konto?',
      'old-1': 'Logga in på {{url}}',
      'old-2': 'Välj ”Lägg till barn” och skriv in kopplingskoden.',
      lost: 'Fungerar det inte, eller har koden gått ut? Expeditionen hjälper dig.',
      'lost-phone':
        'Fungerar det inte, eller har koden gått ut? Expeditionen hjälper dig: {{phone}}.',
      closing: 'Vänliga hälsningar,',
    },
    en: {
      subject: 'Subject: link code for {{pupil}}',
      'subject-group': 'Subject: link code for {{pupil}} ({{group}})',
      greeting: 'Dear {{guardian}},',
      'greeting-nobody': 'Dear parent or guardian,',
      intro:
        'On the portal of {{school}} you see the data of {{pupil}} and arrange things with school. The code below links {{pupil}} to your account. It is for you alone: another parent gets a letter of their own.',
      'your-code': 'Your link code',
      until: 'Note: use the code on {{day}} at the latest.',
      scan: 'Or scan with the camera of your telephone.',
      'new-title': 'No account yet?',
      'new-1': 'Go to {{url}}/register',
      'new-2': 'Fill in your e-mail address, choose a password and type the link code.',
      'new-3': 'Open the mail that you get and follow the link. Your account is then active.',
      'old-title': 'Do you have an account?',
      'old-1': 'Sign in at {{url}}',
      'old-2': 'Choose “Add a child” and type the link code.',
      lost: 'Does it not work, or has the code expired? The school office helps you.',
      'lost-phone':
        'Does it not work, or has the code expired? The school office helps you: {{phone}}.',
      closing: 'Kind regards,',
    },
  },
)
