import { defineMessages } from '#shared/platform/messages.ts'

/** F1: what a screen is for and what one would not guess, one sentence a line. */
export const helpMessages = defineMessages(
  'help',
  {
    title: 'Hulp: {{screen}}',
    'all-keys': 'Toon alle toetsen',
    today:
      'Hier staat wat vandaag iemand nodig heeft: wie jarig is, wie begint of vertrekt, en wat nog ontbreekt.\nKlik op een regel om naar het dossier te gaan.',
    pupils:
      'Typ in het filter een stuk van een naam, adres, telefoonnummer of ouder. Alle woorden moeten passen; accenten maken niet uit.\nPijltjes lopen door de lijst, Enter gaat het paneel in, Ctrl+Enter opent het volledige dossier.\nKies meer leerlingen met de spatiebalk of met Shift en de pijltjes; boven de lijst staat dan wat je ermee kunt doen.\nKopieer gekozen rijen met Ctrl+C naar een rekenblad.',
    pupil:
      'Klik op een veld of druk op F2 om het te wijzigen. Enter of weggaan bewaart, Esc zet terug.\nBij elk veld kun je de laatste wijzigingen zien en herstellen.\nAfgeschermde gegevens toon je alleen met een reden; dat komt in het logboek.',
    families:
      'Een gezin kan twee adressen hebben. Per ouder leg je vast wie gezag heeft, wie gebeld wordt en wie het kind mag ophalen.\nBij een nieuw adres vraagt Balie voor wie het geldt.',
    family:
      'Wijzig een adres en kies voor wie het geldt. Bij een contactverbod staat dat als waarschuwing in elk dossier.',
    groups:
      'Zet leerlingen in een groep vanaf een dag; de vorige groep eindigt vanzelf de dag ervoor.\nAchter elke groep staat hoeveel dossiers nog iets missen.',
    meetings:
      'Maak een ronde: regels, dagen en groepen. Daarna ziet u of alles past.\nVerdeel de rest plant wie nog geen tijd heeft; niets verandert voor u het voorstel overneemt.\nOp het bord: Enter pakt een kaart op, pijltjes kiezen een tijd, Enter zet neer, P zet vast.',
    calendar:
      'Het jaar van de school: vakanties, studiedagen en wat er te doen is. Met Ctrl+N zet je iets nieuws erin; op een dag doet Enter dat ook.\nBij Schooldagen staan de lesweek en de vrije dagen, waarmee Balie verzuim in uren omrekent.',
    registers:
      'Iedereen is aanwezig tot je iets anders aantikt. Tik nog eens voor te laat; de rechterknop of de menutoets toont alles.\nMet het toetsenbord: A afwezig, L te laat, Z ziek, P aanwezig, en Ctrl+Enter is klaar.\nWat een ouder meldde staat er al en ligt vast. Alleen wat jij aanraakt wordt bewaard.',
    'follow-up':
      'Verwacht min aanwezig min gemeld is te bellen. Bij elk kind staat wie je belt; één letter legt de uitkomst vast en gaat naar de volgende.\nStaat er groot dat de stand oud is, dan kunnen meldingen van ouders ontbreken.',
    'day-overview':
      'Groepen tegen wat van hun leerlingen bekend is. Kies een getal om te zien wie het zijn.\nHet grote getal is wie in school gezien is, voor een brandoefening. Ctrl+Shift+E geeft de noodlijst.',
    'absence-reports':
      'Alle meldingen voor vandaag en later. Ctrl+Shift+A, twee letters van de naam en twee keer Enter meldt een kind ziek.\nEen melding wordt nooit gewist: trek haar in, of meld het kind weer aanwezig.',
    leave:
      'Wat ouders vragen staat bovenaan, de oudste aanvraag eerst. Rechts staan de regel en de feiten van elk kind: dagen dit jaar, wie instemt, wat er in de agenda staat.\nToekennen zet de dagen meteen in het register; Ctrl+Z neemt beide terug. Balie stuurt niets naar de gemeente: het dossier drukt u af.',
    counters:
      'Balie telt wat de wet telt en toont elke regel van de som. Klopt een regel niet, betwist haar met een reden: zij blijft staan en telt niet mee.\nEen melding maakt u hier klaar; versturen doet u zelf in het systeem van de overheid, en dat legt u hier vast.',
    statistics:
      'Halve dagen afwezigheid per lesweek en per groep. Er staat geen kind bij naam; het jaar van één leerling staat in het dossier.',
    overviews:
      'Links kies je het document, rechts zie je precies de pagina’s die eruit komen.\nWat is weggelaten, bijvoorbeeld een afgeschermd adres, staat boven het voorbeeld.',
    inbox:
      'Wat ouders willen wijzigen, wie toegang vraagt en wat botste.\nA neemt over wat is aangevinkt, X wijst alles af, S laat liggen, E past aan, Spatie zet een vinkje.\nHet antwoord gaat na een minuut naar de ouder; tot dan haalt Ctrl+Z alles terug.',
    'data-checks':
      'Vraag ouders of hun gegevens nog kloppen en zie wie antwoordde.\nWie geen account heeft krijgt een blad met een code; typ die code als het blad terugkomt.',
    'ask-rules': 'Wat ouders in het portaal mogen vragen, voor de school en per groep.',
    imports:
      'Balie laat eerst zien wat er nieuw is, wat verandert en wat twijfelachtig is. Pas daarna kies je of het doorgaat.\nEen import is één handeling: met Ctrl+Z is alles weer zoals het was.',
    exports:
      'Een export neemt gegevens van kinderen mee het huis uit. Schrijf daarom op waarvoor; het logboek onderaan bewaart dat.\nAfgeschermde leerlingen blijven eruit, tenzij je ze bewust meeneemt. Wat een formaat niet kan dragen, staat rechts.',
    accounts:
      'Maak codes voor ouders, één per kind en ouder, en druk de brieven af of mail ze. Gescheiden ouders krijgen altijd een eigen code.\nKies links een lijst, zoals codes die binnen een week verlopen, en doe met allen tegelijk wat nodig is.',
    staff:
      'Geef iedereen een eigen aanmelding. De rol bepaalt wat iemand ziet; medische gegevens zijn een apart recht.\nWie weggaat zet je op niet actief, zodat de geschiedenis klopt.',
    settings:
      'Wijzigingen gelden meteen en zijn ongedaan te maken. Bij elke instelling staat voor wie ze geldt.',
    log: 'Alles wat je in Balie hebt gewijzigd, met de weg terug. Van één veld zie je de geschiedenis in het dossier.',
    sync: 'Werken zonder netwerk kan gewoon: wat je invoert wacht hier en gaat vanzelf mee.\nSchreven twee mensen tegelijk hetzelfde veld, dan staat hier wat overschreven is, met de weg terug.\nEen computer die weg is, blokkeer je hier; hij wist zichzelf bij het eerste contact.',
  },
  {
    'nl-BE': {
      groups:
        'Zet leerlingen in een klas vanaf een dag; de vorige klas eindigt vanzelf de dag ervoor.\nAchter elke klas staat hoeveel dossiers nog iets missen.',
    },
    sv: {
      title: 'Hjälp: {{screen}}',
      'all-keys': 'Visa alla tangenter',
      today:
        'Här står det som någon behöver göra i dag: vem som fyller år, vem som börjar eller slutar, och vad som saknas.\nKlicka på en rad för att gå till akten.',
      pupils:
        'Skriv en del av ett namn, en adress, ett telefonnummer eller en vårdnadshavare i filtret. Alla ord måste passa; accenter spelar ingen roll.\nPilarna går genom listan, Enter går in i panelen, Ctrl+Enter öppnar hela akten.\nVälj fler elever med mellanslag eller med Skift och pilarna; ovanför listan står vad du kan göra med dem.\nKopiera valda rader till ett kalkylblad med Ctrl+C.',
      pupil:
        'Klicka på ett fält eller tryck F2 för att ändra det. Enter eller att lämna fältet sparar, Esc ångrar.\nFör varje fält kan du se och återställa de senaste ändringarna.\nSkyddade uppgifter visas bara med ett skäl, och det hamnar i loggen.',
      families:
        'En familj kan ha två adresser. För varje vårdnadshavare anger du vem som har vårdnaden, vem som rings och vem som får hämta.\nVid en ny adress frågar Balie för vem den gäller.',
      family:
        'Ändra en adress och välj för vem den gäller. Ett kontaktförbud står som varning i varje akt.',
      groups:
        'Placera elever i en klass från en viss dag; den förra klassen slutar av sig själv dagen innan.\nBakom varje klass står hur många akter som saknar något.',
      meetings:
        'Skapa en omgång: regler, dagar och klasser. Sedan ser du om allt får plats.\nFördela resten planerar dem som saknar tid; inget ändras innan du använder förslaget.\nPå tavlan: Enter plockar upp ett kort, pilar väljer tid, Enter sätter ner, P sätter fast.',
      calendar:
        'Skolans år: lov, studiedagar och det som händer. Med Ctrl+N lägger du till något nytt; på en dag gör Enter det också.\nUnder Skoldagar finns skolveckan och de lediga dagarna, som Balie räknar frånvaro i timmar med.',
      registers:
        'Alla är närvarande tills du trycker på någon. Tryck en gång till för sen; högerknappen eller menytangenten visar allt.\nMed tangentbordet: A frånvarande, L sen, Z sjuk, P närvarande, och Ctrl+Enter är klar.\nDet en vårdnadshavare anmält står redan där och är låst. Bara det du rör sparas.',
      'follow-up':
        'Väntade minus närvarande minus anmälda är att ringa. Vid varje barn står vem du ringer; en bokstav sparar svaret och går vidare.\nStår det stort att läget är gammalt kan anmälningar saknas.',
      'day-overview':
        'Klasser mot det man vet om eleverna. Välj ett tal för att se vilka det är.\nDet stora talet är de som setts i skolan, för en brandövning. Ctrl+Shift+E ger nödlistan.',
      'absence-reports':
        'Alla anmälningar för i dag och framåt. Ctrl+Shift+A, två bokstäver av namnet och Enter två gånger sjukanmäler ett barn.\nEn anmälan raderas aldrig: återta den, eller anmäl barnet som tillbaka.',
      leave:
        'Det som väntar står överst, äldst först. Till höger finns regeln och fakta för varje barn: dagar i år, vem som samtycker, vad som står i kalendariet.\nBevilja antecknar dagarna direkt i närvaron; Ctrl+Z tar tillbaka båda.',
      counters:
        'Balie räknar det lagen räknar och visar varje rad i summan. Stämmer en rad inte ifrågasätter du den med ett skäl: den står kvar och räknas inte.\nDu förbereder anmälan här, skickar den själv och antecknar det.',
      statistics:
        'Halvdagar med frånvaro per skolvecka och klass. Inget barn nämns; en elevs år finns på elevkortet.',
      overviews:
        'Till vänster väljer du dokument, till höger ser du precis de sidor som kommer ut.\nDet som utelämnats, till exempel en skyddad adress, står ovanför förhandsvisningen.',
      inbox:
        'Det som vårdnadshavare vill ändra, vem som begär åtkomst och vad som krockade.\nA godkänner det markerade, X avslår allt, S väntar, E ändrar, mellanslag markerar.\nSvaret skickas efter en minut; fram till dess tar Ctrl+Z tillbaka allt.',
      'data-checks':
        'Fråga vårdnadshavare om uppgifterna stämmer och se vem som svarat.\nDen som saknar konto får ett blad med en kod; skriv koden när bladet kommer tillbaka.',
      'ask-rules': 'Vad vårdnadshavare får begära i portalen, för skolan och per klass.',
      imports:
        'Balie visar först vad som är nytt, vad som ändras och vad som är tveksamt. Först därefter väljer du om det ska göras.\nEn import är en enda åtgärd: med Ctrl+Z är allt som förut.',
      exports:
        'En export tar med sig uppgifter om barn ut ur huset. Skriv därför vad den ska användas till; loggen längst ned sparar det.\nElever med skyddade uppgifter lämnas utanför om du inte medvetet tar med dem. Vad ett format inte kan bära står till höger.',
      accounts:
        'Skapa koder för vårdnadshavare, en per barn och vårdnadshavare, och skriv ut breven eller skicka dem. Separerade föräldrar får alltid var sin kod.\nVälj en lista, till exempel koder som går ut inom en vecka, och gör det som behövs för alla på en gång.',
      staff:
        'Ge alla en egen inloggning. Rollen avgör vad någon ser; medicinska uppgifter är en egen rättighet.\nDen som slutar gör du inaktiv, så att historiken stämmer.',
      settings:
        'Ändringar gäller genast och kan ångras. Vid varje inställning står vem den gäller.',
      log: 'Allt du har ändrat i Balie, med vägen tillbaka. Ett enskilt fälts historik ser du i akten.',
      sync: 'Du kan arbeta utan nätverk: det du skriver väntar här och skickas av sig självt.\nSkrev två personer i samma fält samtidigt står här vad som skrevs över, med vägen tillbaka.\nEn dator som är borta spärrar du här; den raderar sig själv vid första kontakten.',
    },
    en: {
      title: 'Help: {{screen}}',
      'all-keys': 'Show all keys',
      today:
        'What needs somebody today: whose birthday it is, who starts or leaves, and what is still missing.\nClick a line to go to the file.',
      pupils:
        'Type a part of a name, address, phone number or guardian in the filter. All words must fit; accents do not matter.\nThe arrows walk through the list, Enter goes into the panel, Ctrl+Enter opens the full file.\nSelect more pupils with the space bar or with Shift and the arrows; above the list stands what you can do with them.\nCopy selected rows to a spreadsheet with Ctrl+C.',
      pupil:
        'Click a field or press F2 to change it. Enter or leaving saves, Esc puts it back.\nFor each field you can see and restore the last changes.\nProtected details are shown only with a reason, which goes into the log.',
      families:
        'A family can have two addresses. For each guardian you record who has authority, who is called and who may collect.\nFor a new address Balie asks whom it is for.',
      family:
        'Change an address and choose whom it is for. A ban on contact stands as a warning in every file.',
      groups:
        'Place pupils in a class from a day on; the former class ends by itself the day before.\nBehind each class stands how many files still lack something.',
      meetings:
        'Make a round: rules, days and groups. Then you see whether all fits.\nPlan the rest finds a time for who has none; nothing changes before you accept the proposal.\nOn the board: Enter picks up a card, arrows choose a time, Enter puts it down, P pins it.',
      calendar:
        'The year of the school: holidays, study days and what is on. Ctrl+N adds something new; on a day Enter does so too.\nSchool days holds the school week and the days off, with which Balie turns absence into hours.',
      registers:
        'Everybody is present until you tap somebody. Tap again for late; the right button or menu key shows everything.\nWith the keyboard: A absent, L late, Z ill, P present, and Ctrl+Enter is done.\nWhat a guardian reported is there already and fixed. Only what you touch is kept.',
      'follow-up':
        'Expected less present less reported is to call. Each child says whom to call; one letter records the result and goes on.\nIf it says in large letters that this is old, reports of guardians may be missing.',
      'day-overview':
        'Groups against what is known of their pupils. Choose a number to see who they are.\nThe large number is who was seen in school, for a fire drill. Ctrl+Shift+E gives the emergency list.',
      'absence-reports':
        'All reports for today and later. Ctrl+Shift+A, two letters of the name and Enter twice reports a child ill.\nA report is never wiped: withdraw it, or report the child present again.',
      leave:
        'What waits is on top, the oldest first. At the right are the rule and the facts of each child: days this year, who agrees, what is in the calendar.\nGranting writes the days into the register at once; Ctrl+Z takes both back. Balie sends nothing to the municipality: you print the file.',
      counters:
        'Balie counts what the law counts and shows every line of the sum. Contest a line that is wrong, with a reason: it stays and does not count.\nYou prepare a report here, send it yourself in the government’s system, and write down that you did.',
      statistics:
        'Half days of absence by lesson week and by group. No child is named; the year of one pupil is in its file.',
      overviews:
        'Choose the document on the left; on the right are exactly the pages that will come out.\nWhat was left out, such as a protected address, stands above the preview.',
      inbox:
        'What guardians ask to change, who asks for access and what clashed.\nA accepts what is ticked, X rejects everything, S leaves it, E edits, Space ticks.\nThe answer leaves after a minute; until then Ctrl+Z takes everything back.',
      'data-checks':
        'Ask guardians whether their data are still right and see who answered.\nWho has no account gets a sheet with a code; type that code when the sheet comes back.',
      'ask-rules': 'What guardians may ask in the portal, for the school and for each class.',
      imports:
        'Balie first shows what is new, what changes and what is doubtful. Only then do you choose whether it goes ahead.\nAn import is one action: with Ctrl+Z everything is as it was.',
      exports:
        'An export takes data about children out of the house. So say what it is for; the log at the bottom keeps it.\nProtected pupils stay out unless you take them along on purpose. What a format cannot carry stands on the right.',
      accounts:
        'Make codes for guardians, one per child and guardian, and print the letters or mail them. Separated parents always get a code each.\nChoose a list, such as codes that expire within a week, and do for all at once what is needed.',
      staff:
        'Give everyone a sign-in of their own. The role decides what somebody sees; medical details are a right of their own.\nMake a leaver inactive, so that the history stays right.',
      settings: 'Changes count at once and can be undone. Each setting says whom it affects.',
      log: 'Everything you changed in Balie, with the way back. The history of one field is in the file.',
      sync: 'Working without a network is fine: what you enter waits here and goes by itself.\nWhen two people wrote the same field at once, what was written over stands here, with the way back.\nBlock a computer that is gone here; it wipes itself at its first contact.',
    },
  },
)
