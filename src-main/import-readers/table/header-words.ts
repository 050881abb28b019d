/** What a column can say of somebody or something, before it is known of whom. */
export type What = keyof typeof headerWords

/**
 * Names of columns in Dutch, Flemish, Swedish and English, folded (`fold-header.ts`) and without the
 * word for whose they are: `ouder 1 e-mail` is looked up as `e mail`. Sources: the column lists in
 * standards.md 1.5 and 1.6, Gibbon's import definitions, Microsoft SDS, Skolverket's DNP tables, and
 * the labels of EDEXML and OneRoster.
 */
export const headerWords = {
  name: ['naam', 'namn', 'name', 'namen'],
  fullName: [
    ...['volledige naam', 'volledigenaam', 'naam voluit', 'roepnaam en achternaam', 'full name'],
    ...['fullname', 'display name', 'hela namnet', 'fullstandigt namn', 'voornaam en naam'],
    ...['voornaam achternaam', 'voornaam naam', 'fornamn efternamn', 'first name last name'],
    ...['voornaam en achternaam', 'fornamn och efternamn', 'weergavenaam', 'visningsnamn'],
  ],
  lastFirst: [
    ...['achternaam voornaam', 'naam voornaam', 'naam en voornaam', 'achternaam en voornaam'],
    ...['efternamn fornamn', 'last name first name', 'achternaam roepnaam', 'familienaam voornaam'],
    ...['efternamn och fornamn', 'sorteernaam'],
  ],
  calledName: [
    ...['roepnaam', 'tilltalsnamn', 'preferred name', 'preferred first name', 'called name'],
    ...['preferred given name', 'known as', 'nickname'],
  ],
  firstName: [
    ...['voornaam', 'first name', 'firstname', 'given name', 'givenname', 'forename', 'fornamn'],
  ],
  officialNames: [
    ...['voornamen', 'alle voornamen', 'officiele voornamen', 'officiele voornaam', 'doopnamen'],
    ...[
      'doopnaam',
      'official first names',
      'official names',
      'samtliga fornamn',
      'voornamen voluit',
    ],
    ...['fornamn enligt folkbokforingen'],
  ],
  initials: ['voorletters', 'voorletter', 'initialen', 'initials', 'initialer'],
  prefix: [
    ...['tussenvoegsel', 'tussenvoegsels', 'voorvoegsel', 'voorvoegsels', 'tussenv', 'tv', 'tsv'],
    ...['prefix', 'name prefix', 'namnprefix', 'infix', 'surname prefix', 'voorv', 'tussen'],
  ],
  lastName: [
    ...['achternaam', 'familienaam', 'last name', 'lastname', 'surname', 'family name'],
    ...['familyname', 'efternamn', 'geslachtsnaam', 'familie naam', 'achter naam'],
  ],
  birthDate: [
    ...['geboortedatum', 'geb datum', 'gebdatum', 'gebdat', 'geboren', 'geboren op', 'geboortedag'],
    ...['date of birth', 'birth date', 'birthdate', 'dob', 'birthday', 'fodelsedatum', 'fodd'],
    ...['fodelsedag', 'fodelsetid', 'geb', 'geboorte datum', 'born', 'd o b'],
  ],
  birthPlace: [
    ...['geboorteplaats', 'place of birth', 'birth place', 'birthplace', 'fodelseort'],
    ...['city of birth', 'geboorte plaats'],
  ],
  sex: [
    ...['geslacht', 'sex', 'gender', 'kon', 'm v', 'geslacht m v', 'jongen meisje', 'gesl', 'j m'],
    ...['m k', 'man vrouw', 'geslacht v m', 'v m', 'pojke flicka', 'juridiskt kon'],
  ],
  nationalNumber: [
    ...['bsn', 'burgerservicenummer', 'sofinummer', 'pgn', 'persoonsgebonden nummer'],
    ...['onderwijsnummer', 'bsn onderwijsnummer', 'bsn of onderwijsnummer', 'bsn ow nr'],
    ...['rijksregisternummer', 'rijksregisternr', 'rijksregister', 'insz', 'insz nummer', 'rrn'],
    ...['inszn', 'nationaal nummer', 'personnummer', 'pnr', 'personnr', 'samordningsnummer'],
    ...['civic no', 'civicno', 'civic number', 'national number', 'person nummer', 'inss'],
  ],
  number: [
    ...['leerlingnummer', 'leerlingnr', 'leerling nummer', 'lln nr', 'llnr', 'llnnr', 'stamnummer'],
    ...['stamboeknummer', 'stamboeknr', 'stamnr', 'elevnummer', 'elevnr', 'student number'],
    ...['student no', 'pupil number', 'registration number', 'intern nummer', 'internnummer'],
    ...['internnr', 'stamboek', 'leerlingennummer', 'student nr'],
  ],
  /** Of a pupil it is theirs, behind a street the house's; else it counts rows. */
  bareNumber: ['nummer', 'nr', 'number', 'no'],
  key: [
    ...['id', 'leerlingid', 'leerling id', 'pupil id', 'student id', 'elevid', 'person id'],
    ...['personid', 'sourced id', 'sourcedid', 'sis id', 'wisa id', 'extern id', 'externe id'],
    ...['external id', 'uuid', 'guid', 'key', 'sleutel', 'leerlingsleutel', 'code', 'leerlingcode'],
    ...['leerlingcodes', 'stamnummer extern', 'externe sleutel', 'nyckel'],
  ],
  email: [
    ...['e mail', 'email', 'mail', 'e mailadres', 'emailadres', 'mailadres', 'e mail adres'],
    ...['email address', 'e mail address', 'e post', 'epost', 'e postadress', 'epostadress'],
    ...['mejl', 'mejladress', 'e mailadressen', 'emails', 'prive e mail', 'prive email'],
  ],
  mobile: [
    ...['mobiel', 'mobiele telefoon', 'mobiel nummer', 'mobielnummer', 'mobiele nummer', 'gsm'],
    ...['gsm nummer', 'gsm nr', 'gsmnummer', '06', '06 nummer', 'mobile', 'mobile phone', 'cell'],
    ...['mobile number', 'cell phone', 'mobil', 'mobilnummer', 'mobiltelefon', 'mobilnr', 'sms'],
    ...['tel mobiel', 'telefoon mobiel', 'mobiel telefoonnummer', 'telefon mobil', 'mobieltje'],
    ...['mobile telephone', 'mobiel tel', 'telefoonnummer mobiel', 'mobile phone number'],
  ],
  phone: [
    ...['telefoon', 'telefoonnummer', 'tel', 'telnr', 'tel nr', 'telefoonnr', 'telefoon thuis'],
    ...['thuistelefoon', 'vaste telefoon', 'vast nummer', 'phone', 'phone number', 'telephone'],
    ...['home phone', 'telefon', 'telefonnummer', 'telefonnr', 'hemtelefon', 'telefon hem'],
    ...[
      'tel thuis',
      'huistelefoon',
      'telefoon vast',
      'telefoon prive',
      'telefoon werk',
      'tel werk',
    ],
    ...['work phone', 'telefon arbete', 'werktelefoon', 'telefoonnummer thuis', 'telephone number'],
  ],
  yearGrade: [
    ...[
      'leerjaar',
      'jaargroep',
      'jaar groep',
      'arskurs',
      'ak',
      'grade',
      'year group',
      'grade level',
    ],
    ...[
      'studiejaar',
      'jaargang',
      'year grade',
      'school grade',
      'jaar',
      'year',
      'grades',
      'ars kurs',
    ],
  ],
  groupName: [
    ...['groep', 'klas', 'klasnaam', 'groepsnaam', 'stamgroep', 'basisgroep', 'klasgroep', 'klass'],
    ...[
      'klassnamn',
      'class',
      'class name',
      'form',
      'form group',
      'homeroom',
      'group',
      'group name',
    ],
    ...['klas naam', 'klascode', 'grupp', 'gruppnamn', 'hemklass', 'groep naam', 'groepnaam'],
    ...['klas groep', 'groep klas', 'huidige groep', 'huidige klas', 'class group', 'avdelning'],
  ],
  groupKey: [
    ...['klas id', 'klasid', 'group id', 'groupid', 'class id', 'classid', 'groep id', 'groepid'],
    ...['groepssleutel', 'klass id', 'klassid', 'grupp id', 'groep key', 'groepscode'],
  ],
  teacher: [
    ...['leerkracht', 'leerkrachten', 'leraar', 'leraren', 'juf meester', 'klasleerkracht'],
    ...['klassenleraar', 'titularis', 'klastitularis', 'groepsleerkracht', 'mentor', 'larare'],
    ...['klassforestandare', 'klassarare', 'teacher', 'class teacher', 'homeroom teacher'],
    ...['meester juf', 'leerkracht groep', 'groepsleerkrachten', 'leerkracht klas', 'klasslarare'],
  ],
  street: ['straat', 'straatnaam', 'street', 'street name', 'gata', 'gatunamn'],
  streetLine: [
    ...['adres', 'adresregel', 'adresregel 1', 'address', 'adress', 'gatuadress', 'woonadres'],
    ...['utdelningsadress', 'street address', 'straat en huisnummer', 'straat huisnummer'],
    ...[
      'straat en nummer',
      'straat nr',
      'straat en nr',
      'hemadress',
      'home address',
      'straat nummer',
    ],
    ...[
      'address line 1',
      'straat huisnr',
      'thuisadres',
      'postadress',
      'bostadsadress',
      'adressrad',
    ],
    ...['adres straat', 'straat huisnummer toevoeging', 'verblijfsadres', 'domicilieadres'],
  ],
  houseNumber: [
    ...['huisnummer', 'huisnr', 'house number', 'gatunummer', 'husnummer', 'huis nr', 'huisnum'],
    ...['huis nummer', 'street number', 'housenumber'],
  ],
  houseNumberAddition: [
    ...['toevoeging', 'huisnummertoevoeging', 'huisnr toevoeging', 'toev', 'bus', 'busnummer'],
    ...['busnr', 'huisletter', 'addition', 'house number addition', 'lagenhet', 'lagenhetsnummer'],
    ...['lgh', 'huisnummer toevoeging', 'tillagg', 'bus nr', 'unit', 'apartment'],
  ],
  postcode: [
    ...['postcode', 'post code', 'zip', 'zip code', 'zipcode', 'postal code', 'postnummer'],
    ...['postnr', 'pc', 'postkod'],
  ],
  town: [
    ...['plaats', 'woonplaats', 'gemeente', 'stad', 'town', 'city', 'ort', 'postort', 'plaatsnaam'],
    ...['deelgemeente', 'woongemeente', 'place'],
  ],
  postcodeAndTown: [
    ...['postcode plaats', 'postcode en plaats', 'postcode woonplaats', 'postcode en woonplaats'],
    ...['postcode gemeente', 'postcode en gemeente', 'postnummer ort', 'postnummer och ort'],
    ...['postnr ort', 'zip city', 'postcode town', 'postnummer och postort', 'pc plaats'],
  ],
  addressCountry: ['land', 'country', 'adres land', 'landcode', 'country code'],
  schoolYear: ['schooljaar', 'school year', 'schoolyear', 'lasar', 'academic year', 'skolar'],
  familyKey: [
    ...['gezin', 'gezin id', 'gezinsnummer', 'gezinscode', 'gezinsnr', 'familie id', 'familieid'],
    ...['familienummer', 'family id', 'family key', 'family sync key', 'familj id', 'hushall id'],
    ...['household id', 'familjenummer', 'gezinssleutel', 'hushall', 'family'],
  ],
  protection: [
    ...['geheim adres', 'geheim', 'geheime gegevens', 'afgeschermd', 'sekretess', 'skyddad'],
    ...['sekretessmarkering', 'skyddad identitet', 'skyddade personuppgifter', 'security marking'],
    ...['securitymarking', 'protection', 'geheimhouding', 'bescherming', 'skydd', 'skyddad adress'],
  ],
  nationality: ['nationaliteit', 'nationality', 'nationalitet', 'medborgarskap'],
  homeLanguages: [
    ...['thuistaal', 'thuistalen', 'moedertaal', 'home language', 'home languages', 'modersmal'],
    ...['mother tongue', 'sprak i hemmet', 'home language primary', 'hemsprak', 'first language'],
  ],
  language: ['taal', 'voorkeurstaal', 'language', 'sprak', 'contacttaal', 'taal van brieven'],
  note: [
    ...['notitie', 'notities', 'opmerking', 'opmerkingen', 'note', 'notes', 'comment', 'comments'],
    ...['anteckning', 'anteckningar', 'kommentar', 'remarks', 'anmarkning', 'bemerking'],
  ],
  startsOn: [
    ...['instroomdatum', 'inschrijfdatum', 'datum inschrijving', 'ingeschreven op', 'start date'],
    ...['startdatum', 'begindatum', 'enrolment date', 'inskrivningsdatum', 'inschrijvingsdatum'],
    ...['entry date', 'op school vanaf', 'enrollment date', 'pa skolan fran', 'ingeschreven'],
    ...['at school from', 'datum in', 'begin inschrijving', 'startsdatum'],
  ],
  endsOn: [
    ...['uitstroomdatum', 'uitschrijfdatum', 'datum uitschrijving', 'uitgeschreven op', 'end date'],
    ...['einddatum', 'slutdatum', 'leaving date', 'utskrivningsdatum', 'op school tot en met'],
    ...[
      'exit date',
      'pa skolan till och med',
      'at school until',
      'datum uit',
      'einde inschrijving',
    ],
  ],
  relation: [
    ...['relatie', 'relation', 'relationship', 'verwantschap', 'soort relatie', 'relationstyp'],
    ...['relatie tot', 'relatie tot kind', 'relationship to', 'familierelatie', 'relatietype'],
  ],
  authority: [
    ...['gezag', 'ouderlijk gezag', 'wettelijk gezag', 'vardnad', 'authority', 'custody'],
    ...['legal custody', 'parental authority', 'vardnadstyp'],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>
