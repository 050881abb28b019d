import { defineMessages } from '#shared/platform/messages.ts'
import type { StaffRole } from '#shared/platform/role.ts'
import type { StaffRefusal } from './staff-contract.ts'

type SessionRefusal = 'session.refused' | 'session.wait' | 'session.lease' | 'session.practice-only'

/** What the screens about users and signing in say. */
export const staffMessages = defineMessages(
  'staff',
  {
    'staff.not-found': 'Deze medewerker staat niet meer in Balie. Open de lijst opnieuw.',
    'staff.user-name-taken': 'De gebruikersnaam {{userName}} is al in gebruik. Kies een andere.',
    'staff.last-administrator':
      'Dit is de laatste die als administratie of directeur kan werken. Geef eerst iemand anders die rol.',
    'staff.role-needs-office':
      'Alleen administratie of directeur beheert gebruikers die leerlingen mogen zien. Vraag het een van hen.',
    'staff.password-too-short':
      'Een wachtwoord heeft minstens 12 tekens. Vier losse woorden zijn goed te onthouden.',
    'staff.password-common':
      'Dit wachtwoord is te makkelijk te raden. Kies er een zonder bekende woorden, schoolnaam of gebruikersnaam.',
    'staff.second-wrong': 'Deze code klopt niet. Wacht op de volgende en probeer het opnieuw.',
    'staff.left': 'Wie hier niet meer werkt, kun je niet uitnodigen.',
    'staff.password-wrong': 'Het huidige wachtwoord klopt niet. Probeer het opnieuw.',
    'session.refused':
      'Gebruikersnaam of wachtwoord klopt niet. Probeer het opnieuw, of vraag een collega om een nieuw wachtwoord.',
    'session.wait':
      'Er is te vaak een verkeerd wachtwoord ingevuld. Probeer het over {{seconds}} seconden opnieuw.',
    'session.lease':
      'Deze computer heeft te lang geen contact gehad met het schoolportaal. Zorg voor internet en meld je opnieuw aan; er is niets weg.',
    'session.practice-only': 'Van rol wisselen kan alleen in de oefenschool.',
    'field.firstName': 'Voornaam',
    'field.prefix': 'Tussenvoegsel',
    'field.lastName': 'Achternaam',
    'field.userName': 'Gebruikersnaam',
    'field.email': 'E-mailadres',
    'field.role': 'Rol',
    'field.language': 'Taal van het scherm',
    'field.seesMedical': 'Mag medische gegevens zien',
    'field.isActive': 'Werkt hier',
    'field.password': 'Wachtwoord',
    'field.currentPassword': 'Huidig wachtwoord',
    'field.wantedPassword': 'Nieuw wachtwoord',
    'role.office': 'administratie',
    'role.teacher': 'leerkracht',
    'role.principal': 'directeur',
    'role.ict': 'ict-beheerder',
    'role-can.office':
      'Administratie kan alles van leerlingen en gezinnen zien en wijzigen, lijsten afdrukken en gebruikers beheren.',
    'role-can.teacher':
      'Een leerkracht ziet de leerlingen van de eigen groepen, zonder nationaal nummer en historie, en wijzigt niets.',
    'role-can.principal':
      'De directeur kan wat de administratie kan, en legt ook een contactverbod vast.',
    'role-can.ict':
      'De ict-beheerder beheert instellingen en andere ict-beheerders, en ziet geen leerlingen.',
  },
  {
    'nl-BE': {
      'staff.not-found': 'Dit personeelslid staat niet meer in Balie. Open de lijst opnieuw.',
      'staff.last-administrator':
        'Dit is de laatste die als secretariaat of directeur kan werken. Geef eerst iemand anders die rol.',
      'staff.role-needs-office':
        'Alleen secretariaat of directeur beheert gebruikers die leerlingen mogen zien. Vraag het een van hen.',
      'field.prefix': 'Voorvoegsel',
      'role.office': 'secretariaat',
      'role.ict': 'ict-coördinator',
      'role-can.office':
        'Het secretariaat kan alles van leerlingen en gezinnen zien en wijzigen, lijsten afdrukken en gebruikers beheren.',
      'role-can.teacher':
        'Een leerkracht ziet de leerlingen van de eigen klassen, zonder rijksregisternummer en historiek, en wijzigt niets.',
      'role-can.principal':
        'De directeur kan wat het secretariaat kan, en legt ook een contactverbod vast.',
      'role-can.ict':
        'De ict-coördinator beheert instellingen en andere ict-coördinatoren, en ziet geen leerlingen.',
    },
    sv: {
      'staff.not-found': 'Medarbetaren finns inte längre i Balie. Öppna listan igen.',
      'staff.user-name-taken': 'Användarnamnet {{userName}} är upptaget. Välj ett annat.',
      'staff.last-administrator':
        'Det här är den sista som kan arbeta som expedition eller rektor. Ge först någon annan den rollen.',
      'staff.role-needs-office':
        'Bara expeditionen eller rektorn sköter användare som får se elever. Fråga någon av dem.',
      'staff.password-too-short':
        'Ett lösenord har minst 12 tecken. Fyra lösa ord är lätta att komma ihåg.',
      'staff.password-common':
        'Lösenordet är för lätt att gissa. Välj ett utan vanliga ord, skolans namn eller användarnamn.',
      'staff.second-wrong': 'Koden stämmer inte. Vänta på nästa och försök igen.',
      'staff.left': 'Den som inte arbetar här längre går inte att bjuda in.',
      'staff.password-wrong': 'Det nuvarande lösenordet stämmer inte. Försök igen.',
      'session.refused':
        'Användarnamnet eller lösenordet stämmer inte. Försök igen, eller be en kollega om ett nytt lösenord.',
      'session.wait':
        'Fel lösenord har angetts för många gånger. Försök igen om {{seconds}} sekunder.',
      'session.lease':
        'Datorn har varit utan kontakt med skolans portal för länge. Se till att det finns internet och logga in igen; inget är borta.',
      'session.practice-only': 'Det går bara att byta roll i övningsskolan.',
      'field.firstName': 'Förnamn',
      'field.prefix': 'Namnprefix',
      'field.lastName': 'Efternamn',
      'field.userName': 'Användarnamn',
      'field.email': 'E-post',
      'field.role': 'Roll',
      'field.language': 'Skärmens språk',
      'field.seesMedical': 'Får se medicinska uppgifter',
      'field.isActive': 'Arbetar här',
      'field.password': 'Lösenord',
      'field.currentPassword': 'Nuvarande lösenord',
      'field.wantedPassword': 'Nytt lösenord',
      'role.office': 'expedition',
      'role.teacher': 'lärare',
      'role.principal': 'rektor',
      'role.ict': 'it-ansvarig',
      'role-can.office':
        'Expeditionen kan se och ändra allt om elever och familjer, skriva ut listor och sköta användare.',
      'role-can.teacher':
        'En lärare ser eleverna i sina egna klasser, utan personnummer och historik, och ändrar ingenting.',
      'role-can.principal':
        'Rektorn kan det som expeditionen kan, och registrerar även kontaktförbud.',
      'role-can.ict':
        'It-ansvarig sköter inställningar och andra it-ansvariga, och ser inga elever.',
    },
    en: {
      'staff.not-found': 'This staff member is no longer in Balie. Open the list again.',
      'staff.user-name-taken': 'The user name {{userName}} is taken. Choose another one.',
      'staff.last-administrator':
        'This is the last person who can work as office or principal. Give somebody else that role first.',
      'staff.role-needs-office':
        'Only the office or the principal looks after users who may see pupils. Ask one of them.',
      'staff.password-too-short':
        'A password has at least 12 characters. Four loose words are easy to remember.',
      'staff.password-common':
        'This password is too easy to guess. Choose one without common words, the school’s name or the user name.',
      'staff.second-wrong': 'This code is wrong. Wait for the next one and try again.',
      'staff.left': 'Whoever no longer works here cannot be invited.',
      'staff.password-wrong': 'The current password is not right. Please try again.',
      'session.refused':
        'The user name or the password is not right. Try again, or ask a colleague for a new password.',
      'session.wait': 'A wrong password was typed too often. Try again in {{seconds}} seconds.',
      'session.lease':
        'This computer has been without contact with the school portal for too long. Connect it to the internet and sign in again; nothing is lost.',
      'session.practice-only': 'Changing roles works in the practice school only.',
      'field.firstName': 'First name',
      'field.prefix': 'Name prefix',
      'field.lastName': 'Last name',
      'field.userName': 'User name',
      'field.email': 'E-mail address',
      'field.role': 'Role',
      'field.language': 'Language of the screen',
      'field.seesMedical': 'May see medical records',
      'field.isActive': 'Works here',
      'field.password': 'Password',
      'field.currentPassword': 'Current password',
      'field.wantedPassword': 'New password',
      'role.office': 'office',
      'role.teacher': 'teacher',
      'role.principal': 'principal',
      'role.ict': 'ICT',
      'role-can.office':
        'The office sees and changes everything about pupils and families, prints lists and looks after users.',
      'role-can.teacher':
        'A teacher sees the pupils of their own groups, without national number and history, and changes nothing.',
      'role-can.principal':
        'The principal can do what the office can, and also records no-contact orders.',
      'role-can.ict': 'ICT looks after settings and others of ICT, and sees no pupils.',
    },
  },
)

// Fails to compile when a refusal or a role has no words.
staffMessages.nl satisfies Readonly<
  Record<StaffRefusal | SessionRefusal | `role.${StaffRole}` | `role-can.${StaffRole}`, string>
>
