import { defineMessages, type MessageKey } from '#shared/platform/messages.ts'
import type { ImportProblemCode } from './import-source.ts'
import type { tableProblemMessages } from './table-problem-messages.ts'

/**
 * Why a file, or a record of it, was not taken as it stood. Each sentence goes behind its place in
 * the file (`problem-sentence.ts`), and what stood there comes after it.
 */
export const importProblemMessages = defineMessages(
  'import-problems',
  {
    'not-readable':
      'Balie kan dit niet als tekst lezen. Maak het bestand opnieuw aan in het programma waar het vandaan komt.',
    'unknown-format':
      'Balie herkent dit bestand niet. Kies een EDEXML-, OneRoster-, SS 12000- of School Data Sync-export, contactkaarten, een agenda, of een tabel als CSV of Excel.',
    'unknown-version': 'Deze versie kent Balie niet. Kies bij het exporteren een andere versie.',
    'not-xml':
      'Dit is geen geldige XML. Het bestand is misschien niet helemaal opgeslagen; maak het opnieuw aan.',
    'not-json':
      'Dit is geen geldige JSON. Het bestand is misschien niet helemaal opgeslagen; maak het opnieuw aan.',
    doctype:
      'Het bestand bevat een DOCTYPE. Daarmee kan een bestand schade aanrichten, dus Balie leest het niet.',
    'too-deep': 'De gegevens zijn dieper genest dan een leerlingbestand ooit is.',
    'too-large':
      'Dit is groter dan Balie in één keer leest. Splits het bestand, of kies het juiste bestand.',
    'too-slow': 'Het lezen duurde te lang en is gestopt. Er is niets veranderd.',
    'encoding-guessed':
      'De tekens zijn niet zoals het bestand zegt. Balie heeft ze anders gelezen; kijk of letters met accenten kloppen.',
    'zip-damaged': 'De zip is beschadigd of heeft een wachtwoord. Pak hem zelf uit en kies de map.',
    'zip-suspicious':
      'Deze zip is niet te vertrouwen: hij groeit te ver uit of wil buiten zijn map schrijven.',
    'manifest-missing':
      'Het bestand manifest.csv ontbreekt; zonder dat weet Balie niet wat de andere bestanden zijn.',
    'manifest-invalid': 'Dit staat niet goed in manifest.csv.',
    'file-missing': 'manifest.csv noemt dit bestand, maar onder precies die naam is het er niet.',
    'file-not-listed': 'Dit bestand hoort er niet bij en is niet gelezen.',
    'several-files': 'Er zijn meer leerlingbestanden. Kies er één.',
    'separator-unusual':
      'De kolommen zijn anders gescheiden dan met een komma. Balie heeft ze zo gelezen.',
    'column-missing': 'Deze kolom ontbreekt, of heet anders. Hoofdletters tellen mee.',
    'column-unknown': 'Deze kolom kent Balie niet en is overgeslagen.',
    'column-renamed': 'Deze kolom heet in de standaard anders. Balie heeft hem wel gelezen, als:',
    'column-repeated': 'Deze kolom staat er twee keer; welke geldt, is niet duidelijk.',
    'row-uneven': 'Deze regel heeft meer of minder cellen dan de kopregel.',
    'quotes-broken': 'De aanhalingstekens kloppen niet, waardoor cellen in elkaar overlopen.',
    'member-unknown': 'Dit gegeven kent Balie niet en is overgeslagen.',
    'member-repeated':
      'Dit gegeven staat er twee keer in hetzelfde onderdeel; welke geldt, is niet duidelijk.',
    'element-unknown': 'Dit onderdeel hoort niet in een EDEXML-bestand.',
    'element-missing': 'Dit onderdeel ontbreekt.',
    'value-missing': 'Hier staat niets, terwijl het nodig is.',
    'value-invalid': 'Dit kan hier niet staan en is niet overgenomen.',
    'value-too-long': 'Dit is te lang en is niet overgenomen.',
    'key-repeated': 'Deze sleutel staat er al; van wie deze gegevens zijn, is niet duidelijk.',
    'key-dangling':
      'Dit verwijst naar iemand of iets dat niet in het bestand staat en dat Balie niet kent.',
    'number-check-digit':
      'Dit nummer klopt niet volgens zijn controlecijfer. Het is wel overgenomen; kijk het na.',
    'school-year-unknown':
      'Het schooljaar is niet te lezen. Groepen komen in het lopende schooljaar.',
    'school-year-differs':
      'Het schooljaar past niet bij de datums. Balie is van de datums uitgegaan.',
    'school-year-past':
      'Het bestand is van een schooljaar dat voorbij is. De groepen komen in dat jaar te staan.',
    'several-schools': 'Het bestand bevat meer scholen. Kijk goed welke leerlingen je overneemt.',
    'other-school':
      'Het bestand is van een school met een ander nummer. Is dit het juiste bestand?',
    'group-unnamed': 'Deze groep heeft geen naam; Balie neemt de sleutel.',
    'extra-skipped': 'Dit bewaart Balie niet.',
    'role-skipped': 'Mensen met deze rol neemt Balie niet over.',
    'role-unclear': 'Wat deze persoon voor de school is, is niet duidelijk.',
    'protection-unclear':
      'Deze markering kent Balie niet. De leerling is voor de zekerheid beschermd; kijk het na.',
    'link-ignored': 'Deze koppeling spreekt tegen wat deze personen volgens het bestand zijn.',
    'ended-skipped': 'Het bestand beëindigt dit. Balie laat dat aan jou over.',
    'guardian-without-pupil': 'Van deze ouder staat in het bestand geen kind.',
    'address-differs':
      'De postcode is anders dan bij het adres in Balie. Vraag het adres na; het is niet veranderd.',
    'bulk-with-status':
      'Bij een volledig bestand horen status en datum leeg te zijn. Balie leest het als volledig.',
    'delta-without-status': 'Bij een bestand met wijzigingen is status of datum nodig.',
    'no-pupils': 'Er staan geen leerlingen in het bestand.',
    'no-events': 'Er staan geen afspraken in het bestand.',
    'time-zone-unknown':
      'Deze tijdzone kent Balie niet. De tijden zijn gelezen als die van de school; kijk ze na.',
    'uwlr-not-read':
      'Dit is een UWLR-bericht, bedoeld voor leermiddelen. Exporteer uit hetzelfde programma een EDEXML-bestand.',
    'oso-not-read':
      'Dit is een OSO-overstapdossier van één leerling. Vraag voor de hele school een EDEXML-bestand, of voer deze leerling zelf in.',
    'document-not-read':
      'Dit is een document of afbeelding; daar haalt Balie geen gegevens uit. Exporteer een EDEXML-, Excel- of CSV-bestand.',
    'old-spreadsheet':
      'Deze soort spreadsheet leest Balie niet. Open hem in Excel of LibreOffice en bewaar hem als .xlsx of CSV.',
  },
  {
    'nl-BE': {
      'school-year-unknown':
        'Het schooljaar is niet te lezen. Klassen komen in het lopende schooljaar.',
      'school-year-past':
        'Het bestand is van een schooljaar dat voorbij is. De klassen komen in dat jaar te staan.',
      'group-unnamed': 'Deze klas heeft geen naam; Balie neemt de sleutel.',
    },
    sv: {
      'not-readable':
        'Balie kan inte läsa det här som text. Skapa filen på nytt i programmet den kommer från.',
      'unknown-format':
        'Balie känner inte igen filen. Välj en export i EDEXML, OneRoster, SS 12000 eller School Data Sync, kontaktkort, en kalender, eller en tabell som CSV eller Excel.',
      'unknown-version':
        'Balie känner inte till den här versionen. Välj en annan version vid exporten.',
      'not-xml': 'Det här är inte giltig XML. Filen kanske inte sparades helt; skapa den på nytt.',
      'not-json':
        'Det här är inte giltig JSON. Filen kanske inte sparades helt; skapa den på nytt.',
      doctype:
        'Filen innehåller en DOCTYPE. Med en sådan kan en fil göra skada, så Balie läser den inte.',
      'too-deep': 'Uppgifterna ligger djupare i varandra än i någon elevfil.',
      'too-large':
        'Det här är större än vad Balie läser på en gång. Dela filen, eller välj rätt fil.',
      'too-slow': 'Läsningen tog för lång tid och avbröts. Ingenting har ändrats.',
      'encoding-guessed':
        'Tecknen är inte de som filen anger. Balie har läst dem på annat sätt; kontrollera att å, ä och ö stämmer.',
      'zip-damaged': 'Zip-filen är skadad eller har lösenord. Packa upp den själv och välj mappen.',
      'zip-suspicious':
        'Zip-filen går inte att lita på: den växer för mycket eller vill skriva utanför sin mapp.',
      'manifest-missing':
        'Filen manifest.csv saknas; utan den vet Balie inte vad de andra filerna är.',
      'manifest-invalid': 'Det här står inte rätt i manifest.csv.',
      'file-missing': 'manifest.csv nämner filen, men under exakt det namnet finns den inte.',
      'file-not-listed': 'Filen hör inte hit och har inte lästs.',
      'several-files': 'Det finns flera elevfiler. Välj en av dem.',
      'separator-unusual': 'Kolumnerna skiljs åt av något annat än komma. Balie har läst dem så.',
      'column-missing': 'Kolumnen saknas eller heter något annat. Stora och små bokstäver räknas.',
      'column-unknown': 'Balie känner inte till kolumnen och har hoppat över den.',
      'column-renamed': 'Kolumnen heter något annat i standarden. Balie har läst den ändå, som:',
      'column-repeated': 'Kolumnen finns två gånger; det är oklart vilken som gäller.',
      'row-uneven': 'Raden har fler eller färre celler än rubrikraden.',
      'quotes-broken': 'Citattecknen stämmer inte, så att celler flyter ihop.',
      'member-unknown': 'Balie känner inte till uppgiften och har hoppat över den.',
      'member-repeated': 'Uppgiften finns två gånger i samma del; det är oklart vilken som gäller.',
      'element-unknown': 'Den här delen hör inte hemma i en EDEXML-fil.',
      'element-missing': 'Den här delen saknas.',
      'value-missing': 'Här står ingenting, fast det behövs.',
      'value-invalid': 'Det här kan inte stå här och har inte tagits med.',
      'value-too-long': 'Det här är för långt och har inte tagits med.',
      'key-repeated': 'Nyckeln finns redan; det är oklart vems uppgifterna är.',
      'key-dangling':
        'Det här hänvisar till någon eller något som inte finns i filen och som Balie inte känner till.',
      'number-check-digit':
        'Numret stämmer inte med sin kontrollsiffra. Det har tagits med ändå; kontrollera det.',
      'school-year-unknown': 'Läsåret går inte att läsa. Klasser hamnar i det pågående läsåret.',
      'school-year-differs': 'Läsåret stämmer inte med datumen. Balie har gått efter datumen.',
      'school-year-past': 'Filen gäller ett läsår som är slut. Klasserna hamnar i det läsåret.',
      'several-schools': 'Filen innehåller flera skolor. Se noga efter vilka elever ni tar in.',
      'other-school': 'Filen gäller en skola med ett annat nummer. Är det rätt fil?',
      'group-unnamed': 'Klassen har inget namn; Balie tar nyckeln.',
      'extra-skipped': 'Det här sparar Balie inte.',
      'role-skipped': 'Personer med den här rollen tar Balie inte in.',
      'role-unclear': 'Det är oklart vad personen är för skolan.',
      'protection-unclear':
        'Balie känner inte till markeringen. Eleven har för säkerhets skull fått skyddade uppgifter; kontrollera det.',
      'link-ignored': 'Kopplingen säger emot vad personerna är enligt filen.',
      'ended-skipped': 'Filen avslutar det här. Balie överlåter det åt er.',
      'guardian-without-pupil': 'I filen finns inget barn till den här vårdnadshavaren.',
      'address-differs':
        'Postnumret är ett annat än i Balies adress. Fråga efter adressen; den har inte ändrats.',
      'bulk-with-status':
        'I en fullständig fil ska status och datum vara tomma. Balie läser den som fullständig.',
      'delta-without-status': 'I en fil med ändringar behövs status eller datum.',
      'no-pupils': 'Det finns inga elever i filen.',
      'no-events': 'Det finns inga händelser i filen.',
      'time-zone-unknown':
        'Balie känner inte till tidszonen. Tiderna har lästs som skolans egna; kontrollera dem.',
      'uwlr-not-read':
        'Det här är ett UWLR-meddelande för läromedel. Exportera en EDEXML-fil ur samma program.',
      'oso-not-read':
        'Det här är en OSO-akt för en enda elev. Be om en EDEXML-fil för hela skolan, eller lägg in eleven själv.',
      'document-not-read':
        'Det här är ett dokument eller en bild; ur sådana hämtar Balie inga uppgifter. Exportera en SS 12000-, Excel- eller CSV-fil.',
      'old-spreadsheet':
        'Balie läser inte den här sortens kalkylark. Öppna det i Excel eller LibreOffice och spara som .xlsx eller CSV.',
    },
    en: {
      'not-readable':
        'Balie cannot read this as text. Make the file again in the program it comes from.',
      'unknown-format':
        'Balie does not recognise this file. Choose an EDEXML, OneRoster, SS 12000 or School Data Sync export, contact cards, a calendar, or a table as CSV or Excel.',
      'unknown-version':
        'Balie does not know this version. Choose another version when you export.',
      'not-xml':
        'This is not valid XML. The file may not have been saved completely; make it again.',
      'not-json':
        'This is not valid JSON. The file may not have been saved completely; make it again.',
      doctype:
        'The file contains a DOCTYPE. A file can do harm with one, so Balie does not read it.',
      'too-deep': 'The data are nested deeper than those of any school.',
      'too-large':
        'This is more than Balie reads at once. Split the file, or choose the right one.',
      'too-slow': 'Reading took too long and was stopped. Nothing has changed.',
      'encoding-guessed':
        'The characters are not what the file says. Balie read them in another way; check letters with accents.',
      'zip-damaged':
        'The zip is damaged or has a password. Unpack it yourself and choose the folder.',
      'zip-suspicious':
        'This zip cannot be trusted: it grows too far or wants to write outside its folder.',
      'manifest-missing':
        'The file manifest.csv is missing; without it Balie does not know what the other files are.',
      'manifest-invalid': 'This is not right in manifest.csv.',
      'file-missing': 'manifest.csv names this file, but it is not there under exactly that name.',
      'file-not-listed': 'This file does not belong to the others and was not read.',
      'several-files': 'There are several pupil files. Choose one of them.',
      'separator-unusual': 'The columns are not separated by commas. Balie read them as they are.',
      'column-missing': 'This column is missing or has another name. Capitals count.',
      'column-unknown': 'Balie does not know this column and skipped it.',
      'column-renamed':
        'The standard has another name for this column. Balie read it all the same, as:',
      'column-repeated': 'This column is there twice; which one counts is not clear.',
      'row-uneven': 'This row has more or fewer cells than the header.',
      'quotes-broken': 'The quotes do not match, so that cells run into each other.',
      'member-unknown': 'Balie does not know this item and skipped it.',
      'member-repeated':
        'This item is there twice in the same part; which one counts is not clear.',
      'element-unknown': 'This part does not belong in an EDEXML file.',
      'element-missing': 'This part is missing.',
      'value-missing': 'There is nothing here, and it is needed.',
      'value-invalid': 'This cannot stand here and was not taken.',
      'value-too-long': 'This is too long and was not taken.',
      'key-repeated': 'This key is there already; whose data these are is not clear.',
      'key-dangling':
        'This points to somebody or something that is not in the file and that Balie does not know.',
      'number-check-digit':
        'This number fails its check digit. It was taken all the same; look at it.',
      'school-year-unknown':
        'The school year cannot be read. Groups go into the running school year.',
      'school-year-differs': 'The school year does not fit the dates. Balie went by the dates.',
      'school-year-past':
        'The file is of a school year that is over. The groups go into that year.',
      'several-schools': 'The file holds several schools. Look closely which pupils you take.',
      'other-school': 'The file is of a school with another number. Is it the right file?',
      'group-unnamed': 'This group has no name; Balie takes its key.',
      'extra-skipped': 'Balie does not keep this.',
      'role-skipped': 'Balie does not take people with this role.',
      'role-unclear': 'What this person is to the school is not clear.',
      'protection-unclear':
        'Balie does not know this marking. To be safe the pupil is protected; look at it.',
      'link-ignored': 'This link contradicts what these people are according to the file.',
      'ended-skipped': 'The file ends this. Balie leaves that to you.',
      'guardian-without-pupil': 'The file has no child of this guardian.',
      'address-differs':
        'The postcode differs from the address in Balie. Ask for the address; it was not changed.',
      'bulk-with-status':
        'In a complete file status and date should be empty. Balie reads it as complete.',
      'delta-without-status': 'A file of changes needs a status and a date.',
      'no-pupils': 'There are no pupils in the file.',
      'no-events': 'There are no appointments in the file.',
      'time-zone-unknown':
        'Balie does not know this time zone. The times were read as those of the school; look at them.',
      'uwlr-not-read':
        'This is a UWLR message, meant for learning tools. Export an EDEXML file from the same program.',
      'oso-not-read':
        'This is an OSO transfer file of one pupil. Ask for an EDEXML file of the whole school, or enter this pupil yourself.',
      'document-not-read':
        'This is a document or a picture; Balie takes no data from those. Export an EDEXML, Excel or CSV file.',
      'old-spreadsheet':
        'Balie does not read this kind of spreadsheet. Open it in Excel or LibreOffice and save it as .xlsx or CSV.',
    },
  },
)

type Said = MessageKey<typeof importProblemMessages> | MessageKey<typeof tableProblemMessages>

true satisfies ImportProblemCode extends Said ? true : false
