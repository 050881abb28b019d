import { defineMessages } from '#shared/platform/messages.ts'

/** Why the portal does not do what a guardian asked, with what to do now. */
export const accountRefusalMessages = defineMessages(
  'account-refusals',
  {
    'email.wrong': 'Dit is geen e-mailadres. Kijk of er een @ en een punt in staan.',
    'email.shared':
      'Dit e-mailadres hoort al bij een ander account. Elke ouder of verzorger heeft een eigen adres nodig, zodat ieder alleen ziet wat voor hem of haar is. Hebt u geen eigen adres? Vraag de school om de informatie op papier.',
    'code.wrong':
      'Deze code klopt niet of geldt niet meer. Kijk op de brief tot wanneer hij geldig is, of vraag de school om een nieuwe.',
    'code.other-person':
      'Deze code is voor een andere ouder of verzorger. Gebruik de brief waar uw eigen naam op staat.',
    'account.exists': 'U hebt al een account. Meld u aan en kies daar “Kind toevoegen”.',
    'password.too-short': 'Kies minstens 12 tekens.',
    'password.too-short-here': 'Kies minstens 8 tekens.',
    'password.too-long': 'Kies hoogstens 200 tekens.',
    'password.common':
      'Dit wachtwoord is te makkelijk te raden. Kies er een zonder bekende woorden, schoolnaam of e-mailadres.',
    'password.needs-capital-and-digit': 'Deze school vraagt ook een hoofdletter en een cijfer.',
    'password.not-yours': 'Uw huidige wachtwoord klopt niet. Probeer het opnieuw.',
    'sign-in.wrong':
      'E-mailadres of wachtwoord klopt niet. Probeer het opnieuw, of kies “Wachtwoord vergeten”.',
    'sign-in.busy':
      'Dit is te vaak geprobeerd. Wacht een uur en probeer het dan opnieuw, of bel de school.',
    'sign-in.waiting':
      'Uw account is nog niet actief. Klik op de link in het bericht dat we stuurden; met “Wachtwoord vergeten” krijgt u het opnieuw.',
    'sign-in.locked-by-office': 'De school heeft dit account uitgezet. Bel de school.',
    'sign-in.locked-by-inactivity':
      'Dit account staat uit omdat het lang niet gebruikt is. Met “Wachtwoord vergeten” krijgt u een link om het weer aan te zetten.',
    'second.wrong':
      'Deze code klopt niet of is al gebruikt. Wacht op de volgende en probeer het opnieuw.',
    'second.password-too-short':
      'Uw wachtwoord heeft minder dan 12 tekens. Kies eerst een langer wachtwoord.',
    'token.wrong':
      'Deze link is al gebruikt of te oud. Vraag met “Wachtwoord vergeten” een nieuwe.',
    'request.incomplete': 'Vul alle velden in. Een telefoonnummer mag u weglaten.',
  },
  {
    'nl-BE': {
      'email.shared':
        'Dit e-mailadres hoort al bij een ander account. Elke ouder heeft een eigen adres nodig, zodat ieder alleen ziet wat voor hem of haar is. Hebt u geen eigen adres? Vraag de school om de informatie op papier.',
      'code.other-person':
        'Deze code is voor een andere ouder. Gebruik de brief waar uw eigen naam op staat.',
    },
    sv: {
      'email.wrong': 'Det här är ingen e-postadress. Titta om det finns ett @ och en punkt.',
      'email.shared':
        'E-postadressen hör redan till ett annat konto. Varje vårdnadshavare behöver en egen adress, så att var och en bara ser det som är avsett för just den personen. Har du ingen egen adress? Be skolan om informationen på papper.',
      'code.wrong':
        'Koden stämmer inte eller gäller inte längre. Titta i brevet hur länge den gäller, eller be skolan om en ny.',
      'code.other-person':
        'Koden är till en annan vårdnadshavare. Använd brevet med ditt eget namn.',
      'account.exists': 'Du har redan ett konto. Logga in och välj ”Lägg till barn” där.',
      'password.too-short': 'Välj minst 12 tecken.',
      'password.too-short-here': 'Välj minst 8 tecken.',
      'password.too-long': 'Välj högst 200 tecken.',
      'password.common':
        'Lösenordet är för lätt att gissa. Välj ett utan vanliga ord, skolans namn eller e-postadress.',
      'password.needs-capital-and-digit': 'Skolan kräver också en stor bokstav och en siffra.',
      'password.not-yours': 'Ditt nuvarande lösenord stämmer inte. Försök igen.',
      'sign-in.wrong':
        'E-postadressen eller lösenordet stämmer inte. Försök igen, eller välj ”Glömt lösenordet”.',
      'sign-in.busy':
        'Det har gjorts för många försök. Vänta en timme och försök igen, eller ring skolan.',
      'sign-in.waiting':
        'Ditt konto är inte aktivt än. Klicka på länken i meddelandet vi skickade; med ”Glömt lösenordet” får du det igen.',
      'sign-in.locked-by-office': 'Skolan har stängt av kontot. Ring skolan.',
      'sign-in.locked-by-inactivity':
        'Kontot är avstängt eftersom det inte har använts på länge. Med ”Glömt lösenordet” får du en länk för att slå på det igen.',
      'second.wrong': 'Koden stämmer inte eller är redan använd. Vänta på nästa och försök igen.',
      'second.password-too-short':
        'Ditt lösenord har färre än 12 tecken. Välj först ett längre lösenord.',
      'token.wrong': 'Länken är redan använd eller för gammal. Be om en ny med ”Glömt lösenordet”.',
      'request.incomplete': 'Fyll i alla fält. Telefonnumret får du utelämna.',
    },
    en: {
      'email.wrong': 'This is no e-mail address. See whether it has an @ and a dot.',
      'email.shared':
        'This e-mail address belongs to another account. Each parent or guardian needs an address of their own, so that everybody sees only what is meant for them. No address of your own? Ask the school for the information on paper.',
      'code.wrong':
        'This code is wrong or no longer valid. See in the letter until when it is valid, or ask the school for a new one.',
      'code.other-person':
        'This code is for another parent or guardian. Use the letter with your own name.',
      'account.exists': 'You have an account already. Sign in and choose “Add a child” there.',
      'password.too-short': 'Choose at least 12 characters.',
      'password.too-short-here': 'Choose at least 8 characters.',
      'password.too-long': 'Choose 200 characters at most.',
      'password.common':
        'This password is too easy to guess. Choose one without common words, the school’s name or your address.',
      'password.needs-capital-and-digit': 'This school also asks for a capital and a digit.',
      'password.not-yours': 'Your current password is wrong. Try again.',
      'sign-in.wrong':
        'E-mail address or password is wrong. Try again, or choose “Password forgotten”.',
      'sign-in.busy':
        'This has been tried too often. Wait an hour and try again, or call the school.',
      'sign-in.waiting':
        'Your account is not active yet. Follow the link in the message that we sent; with “Password forgotten” you get it again.',
      'sign-in.locked-by-office': 'The school has switched this account off. Call the school.',
      'sign-in.locked-by-inactivity':
        'This account is off, since it was not used for long. With “Password forgotten” you get a link to switch it on again.',
      'second.wrong':
        'This code is wrong or was used already. Wait for the next one and try again.',
      'second.password-too-short':
        'Your password has fewer than 12 characters. Choose a longer one first.',
      'token.wrong':
        'This link was used already or is too old. Ask for a new one with “Password forgotten”.',
      'request.incomplete': 'Fill in all fields. You may leave out the telephone number.',
    },
  },
)
