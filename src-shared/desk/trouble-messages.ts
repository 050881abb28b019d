import { defineMessages } from '#shared/platform/messages.ts'
import type { DeskTrouble } from './desk-contract.ts'

type Sentence = 'what' | 'safe' | 'now'

/** Lock screen, and what stands in the way of opening the school: what, what is safe, what now. */
export const troubleMessages = defineMessages(
  'trouble',
  {
    'sign-in': 'Aanmelden',
    'user-name': 'Gebruikersnaam',
    password: 'Wachtwoord',
    'open-practice': 'Oefenschool openen',
    'session.refused':
      'Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Probeer het nog eens.',
    'session.wait': 'Het is te vaak niet gelukt. Probeer het over {{seconds}} s opnieuw.',
    'session.lease':
      'Deze computer heeft te lang geen contact gehad met het schoolportaal. Zorg voor internet en meld je opnieuw aan; er is niets weg.',
    'session.needs-code': 'Typ ook de code van je telefoon.',
    'session.code-wrong': 'Deze code klopt niet of is al gebruikt. Wacht op de volgende.',
    'session.invitation-wrong':
      'Deze gebruikersnaam en uitnodiging horen niet bij elkaar, of de uitnodiging is verlopen. Vraag de administratie om een nieuwe.',
    'staff.password-too-short':
      'Een wachtwoord heeft minstens 12 tekens. Vier losse woorden zijn goed te onthouden.',
    'staff.password-common':
      'Dit wachtwoord is te makkelijk te raden. Kies er een zonder bekende woorden, schoolnaam of gebruikersnaam.',
    'second-code': 'Code van je telefoon',
    'second-hint': 'Zes cijfers uit de app waarmee je Balie hebt gekoppeld.',
    invited: 'Ik heb een uitnodiging',
    'invitation-title': 'Aanmelden met een uitnodiging',
    'invitation-text':
      'Op het briefje van de administratie staan je gebruikersnaam en een code. Kies zelf een wachtwoord; niemand anders kent het.',
    'invitation-code': 'Code van het briefje',
    'wanted-password': 'Nieuw wachtwoord',
    back: 'Terug',
    'session.trouble':
      'De gegevens kunnen nu niet open. Op het volgende scherm staat wat je kunt doen.',
    retry: 'Probeer opnieuw',
    'safe-title': 'Wat is veilig',
    'now-title': 'Wat nu',
    'recover-title': 'Openen met het herstelblad',
    'recover-text': 'Typ de code van het herstelblad over, met of zonder streepjes.',
    'recover-code': 'Herstelcode',
    recover: 'Open de school',
    'recovery.wrong-code':
      'Deze code hoort niet bij deze school. Kijk of er een letter of cijfer anders staat.',
    'recovery.no-slot':
      'Bij deze school hoort geen herstelblad meer. Neem contact op met de helpdesk; er wordt niets gewist.',
    'recovery.keychain':
      'De code klopt, maar de sleutelbos van deze computer wil de sleutel niet bewaren. Ontgrendel de sleutelbos en probeer het opnieuw.',
    version: 'Balie {{version}}',
    'keychain-empty-what': 'De sleutel van deze school staat niet in de sleutelbos',
    'keychain-empty-safe':
      'Het bestand met alle gegevens staat er nog en is niet veranderd. Balie maakt nooit een nieuw bestand over het oude heen.',
    'keychain-empty-now':
      'Is dit een nieuw gebruikersprofiel op de computer, meld je dan aan met het oude. Anders open je de school met het herstelblad.',
    'keychain-locked-what': 'De sleutelbos van deze computer zit op slot',
    'keychain-locked-safe': 'De gegevens en de sleutel zijn er allebei nog.',
    'keychain-locked-now':
      'Ontgrendel de sleutelbos, meestal met het wachtwoord van de computer, en probeer het opnieuw.',
    'keychain-unavailable-what': 'De sleutelbos van deze computer antwoordt niet',
    'keychain-unavailable-safe': 'De gegevens staan er nog en zijn niet veranderd.',
    'keychain-unavailable-now':
      'Start de computer opnieuw en probeer het dan nog eens. Helpt dat niet, open de school dan met het herstelblad.',
    'key-wrong-what': 'De sleutel past niet op dit bestand',
    'key-wrong-safe': 'Het bestand is niet veranderd. Er is niets gewist.',
    'key-wrong-now':
      'Is er een andere kopie van het bestand teruggezet, zet dan de juiste terug. Anders open je de school met het herstelblad.',
    'file-damaged-what': 'Het bestand van de school is beschadigd',
    'file-damaged-safe':
      'Balie heeft het bestand dicht gelaten en niets veranderd. In de map ernaast staan de versleutelde kopieën die Balie zelf maakt.',
    'file-damaged-now':
      'Zet het bestand terug uit de back-up van jullie computer, of laat de ICT-beheerder dat doen. Gooi het beschadigde bestand niet weg.',
    'file-newer-what': 'Dit bestand is van een nieuwere versie van Balie',
    'file-newer-safe': 'Het bestand is niet geopend en niet veranderd.',
    'file-newer-now': 'Werk Balie op deze computer bij en start opnieuw.',
    'file-read-only-what': 'Balie mag in deze map niet schrijven',
    'file-read-only-safe': 'De gegevens staan er nog en zijn niet veranderd.',
    'file-read-only-now':
      'Laat de ICT-beheerder het schrijfrecht op de map teruggeven en probeer het opnieuw.',
    'disk-full-what': 'De schijf van deze computer is vol',
    'disk-full-safe': 'Alles wat opgeslagen was, staat er nog.',
    'disk-full-now':
      'Maak ruimte vrij, bijvoorbeeld door de prullenbak te legen, en probeer het opnieuw.',
    'file-in-use-what': 'Een ander programma houdt het bestand van de school vast',
    'file-in-use-safe': 'De gegevens staan er nog en zijn niet veranderd.',
    'file-in-use-now':
      'Sluit een ander venster van Balie, of wacht tot de back-up klaar is, en probeer het opnieuw.',
  },
  {
    'nl-BE': {},
    sv: {
      'sign-in': 'Logga in',
      'user-name': 'Användarnamn',
      password: 'Lösenord',
      'open-practice': 'Öppna övningsskolan',
      'session.refused': 'Användarnamnet och lösenordet hör inte ihop. Försök en gång till.',
      'session.wait': 'Det har misslyckats för många gånger. Försök igen om {{seconds}} s.',
      'session.lease':
        'Datorn har varit utan kontakt med skolans portal för länge. Se till att det finns internet och logga in igen; inget är borta.',
      'session.needs-code': 'Skriv också koden från din telefon.',
      'session.code-wrong': 'Koden stämmer inte eller är redan använd. Vänta på nästa.',
      'session.invitation-wrong':
        'Användarnamnet och inbjudan hör inte ihop, eller så har inbjudan gått ut. Be expeditionen om en ny.',
      'staff.password-too-short':
        'Ett lösenord har minst 12 tecken. Fyra lösa ord är lätta att minnas.',
      'staff.password-common':
        'Lösenordet är för lätt att gissa. Välj ett utan vanliga ord, skolans namn eller användarnamn.',
      'second-code': 'Kod från din telefon',
      'second-hint': 'Sex siffror från appen som du kopplade Balie till.',
      invited: 'Jag har en inbjudan',
      'invitation-title': 'Logga in med en inbjudan',
      'invitation-text':
        'På lappen från expeditionen står ditt användarnamn och en kod. Välj själv ett lösenord; ingen annan känner till det.',
      'invitation-code': 'Koden på lappen',
      'wanted-password': 'Nytt lösenord',
      back: 'Tillbaka',
      'session.trouble': 'Uppgifterna går inte att öppna nu. På nästa skärm står vad du kan göra.',
      retry: 'Försök igen',
      'safe-title': 'Det här är säkert',
      'now-title': 'Vad du gör nu',
      'recover-title': 'Öppna med återställningsbladet',
      'recover-text': 'Skriv av koden från återställningsbladet, med eller utan bindestreck.',
      'recover-code': 'Återställningskod',
      recover: 'Öppna skolan',
      'recovery.wrong-code':
        'Koden hör inte till den här skolan. Se efter om en bokstav eller siffra blivit fel.',
      'recovery.no-slot':
        'Det finns inget återställningsblad för den här skolan längre. Kontakta supporten; inget raderas.',
      'recovery.keychain':
        'Koden stämmer, men datorns nyckelring vill inte spara nyckeln. Lås upp nyckelringen och försök igen.',
      version: 'Balie {{version}}',
      'keychain-empty-what': 'Skolans nyckel finns inte i nyckelringen',
      'keychain-empty-safe':
        'Filen med alla uppgifter finns kvar och är oförändrad. Balie skapar aldrig en ny fil ovanpå den gamla.',
      'keychain-empty-now':
        'Är det här en ny användarprofil på datorn, logga då in med den gamla. Annars öppnar du skolan med återställningsbladet.',
      'keychain-locked-what': 'Datorns nyckelring är låst',
      'keychain-locked-safe': 'Både uppgifterna och nyckeln finns kvar.',
      'keychain-locked-now': 'Lås upp nyckelringen, oftast med datorns lösenord, och försök igen.',
      'keychain-unavailable-what': 'Datorns nyckelring svarar inte',
      'keychain-unavailable-safe': 'Uppgifterna finns kvar och är oförändrade.',
      'keychain-unavailable-now':
        'Starta om datorn och försök igen. Hjälper inte det öppnar du skolan med återställningsbladet.',
      'key-wrong-what': 'Nyckeln passar inte till den här filen',
      'key-wrong-safe': 'Filen är oförändrad. Inget har raderats.',
      'key-wrong-now':
        'Om en annan kopia av filen har lagts tillbaka, lägg då tillbaka den rätta. Annars öppnar du skolan med återställningsbladet.',
      'file-damaged-what': 'Skolans fil är skadad',
      'file-damaged-safe':
        'Balie har låtit filen vara stängd och inte ändrat något. I mappen bredvid finns de krypterade kopior som Balie gör själv.',
      'file-damaged-now':
        'Lägg tillbaka filen från datorns säkerhetskopia, eller be IT-ansvarig göra det. Släng inte den skadade filen.',
      'file-newer-what': 'Filen kommer från en nyare version av Balie',
      'file-newer-safe': 'Filen har inte öppnats och är oförändrad.',
      'file-newer-now': 'Uppdatera Balie på den här datorn och starta om.',
      'file-read-only-what': 'Balie får inte skriva i den här mappen',
      'file-read-only-safe': 'Uppgifterna finns kvar och är oförändrade.',
      'file-read-only-now': 'Be IT-ansvarig ge tillbaka skrivrätten till mappen och försök igen.',
      'disk-full-what': 'Datorns disk är full',
      'disk-full-safe': 'Allt som var sparat finns kvar.',
      'disk-full-now': 'Frigör plats, till exempel genom att tömma papperskorgen, och försök igen.',
      'file-in-use-what': 'Ett annat program håller fast skolans fil',
      'file-in-use-safe': 'Uppgifterna finns kvar och är oförändrade.',
      'file-in-use-now':
        'Stäng ett annat Balie-fönster, eller vänta tills säkerhetskopieringen är klar, och försök igen.',
    },
    en: {
      'sign-in': 'Sign in',
      'user-name': 'User name',
      password: 'Password',
      'open-practice': 'Open the practice school',
      'session.refused': 'This user name and password do not belong together. Try once more.',
      'session.wait': 'It failed too often. Try again in {{seconds}} s.',
      'session.lease':
        'This computer has been without contact with the school portal for too long. Connect it to the internet and sign in again; nothing is lost.',
      'session.needs-code': 'Type the code of your telephone too.',
      'session.code-wrong': 'This code is wrong or was used already. Wait for the next one.',
      'session.invitation-wrong':
        'This user name and invitation do not belong together, or the invitation has expired. Ask the office for another.',
      'staff.password-too-short':
        'A password has 12 characters at least. Four loose words are easy to remember.',
      'staff.password-common':
        'This password is too easy to guess. Choose one without common words, the school’s name or the user name.',
      'second-code': 'Code of your telephone',
      'second-hint': 'Six digits of the app that you linked Balie to.',
      invited: 'I have an invitation',
      'invitation-title': 'Sign in with an invitation',
      'invitation-text':
        'The slip of the office says your user name and a code. Choose a password yourself; nobody else knows it.',
      'invitation-code': 'Code of the slip',
      'wanted-password': 'New password',
      back: 'Back',
      'session.trouble': 'The records cannot be opened now. The next screen says what you can do.',
      retry: 'Try again',
      'safe-title': 'What is safe',
      'now-title': 'What now',
      'recover-title': 'Open with the recovery sheet',
      'recover-text': 'Type the code from the recovery sheet, with or without dashes.',
      'recover-code': 'Recovery code',
      recover: 'Open the school',
      'recovery.wrong-code':
        'This code does not belong to this school. Check whether a letter or digit differs.',
      'recovery.no-slot':
        'There is no recovery sheet for this school any more. Ask the help desk; nothing will be erased.',
      'recovery.keychain':
        'The code is right, but this computer’s keychain will not keep the key. Unlock the keychain and try again.',
      version: 'Balie {{version}}',
      'keychain-empty-what': 'The key of this school is not in the keychain',
      'keychain-empty-safe':
        'The file with all records is still there, unchanged. Balie never makes a new file over the old one.',
      'keychain-empty-now':
        'If this is a new user profile on the computer, sign in with the old one. Otherwise open the school with the recovery sheet.',
      'keychain-locked-what': 'This computer’s keychain is locked',
      'keychain-locked-safe': 'The records and the key are both still there.',
      'keychain-locked-now':
        'Unlock the keychain, usually with the computer’s password, and try again.',
      'keychain-unavailable-what': 'This computer’s keychain does not answer',
      'keychain-unavailable-safe': 'The records are still there, unchanged.',
      'keychain-unavailable-now':
        'Restart the computer and try once more. If that does not help, open the school with the recovery sheet.',
      'key-wrong-what': 'The key does not fit this file',
      'key-wrong-safe': 'The file is unchanged. Nothing has been erased.',
      'key-wrong-now':
        'If another copy of the file was put back, put back the right one. Otherwise open the school with the recovery sheet.',
      'file-damaged-what': 'The school’s file is damaged',
      'file-damaged-safe':
        'Balie left the file closed and changed nothing. The folder beside it holds the encrypted copies that Balie makes itself.',
      'file-damaged-now':
        'Put the file back from your computer’s backup, or ask IT to do so. Do not throw the damaged file away.',
      'file-newer-what': 'This file is from a newer version of Balie',
      'file-newer-safe': 'The file was not opened and is unchanged.',
      'file-newer-now': 'Update Balie on this computer and start again.',
      'file-read-only-what': 'Balie may not write in this folder',
      'file-read-only-safe': 'The records are still there, unchanged.',
      'file-read-only-now': 'Ask IT to restore the right to write in the folder and try again.',
      'disk-full-what': 'This computer’s disk is full',
      'disk-full-safe': 'Everything that was saved is still there.',
      'disk-full-now': 'Make room, for instance by emptying the bin, and try again.',
      'file-in-use-what': 'Another program holds the school’s file',
      'file-in-use-safe': 'The records are still there, unchanged.',
      'file-in-use-now':
        'Close another Balie window, or wait until the backup is done, and try again.',
    },
  },
)
// Fails to compile when a trouble lacks one of its three sentences.
true satisfies `${DeskTrouble}-${Sentence}` extends keyof typeof troubleMessages.nl ? true : never
