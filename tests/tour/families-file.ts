import fs from 'node:fs'
import path from 'node:path'

/**
 * A list as a school keeps it in Excel, all invented: two guardians a row, brothers and sisters on
 * rows of their own, parents who live apart, and letters that an old encoding gets wrong.
 */
const columns = [
  'Leerlingnummer',
  'Roepnaam',
  'Tussenvoegsel',
  'Achternaam',
  'Geboortedatum',
  'Klas',
  'Adres',
  'Postcode',
  'Woonplaats',
  'Ouder 1 voornaam',
  'Ouder 1 achternaam',
  'Ouder 1 mobiel',
  'Ouder 1 e-mail',
  'Ouder 2 voornaam',
  'Ouder 2 achternaam',
  'Ouder 2 mobiel',
  'Ouder 2 e-mail',
  'Adres 2',
  'Postcode 2',
  'Woonplaats 2',
]

const open = 'Kerkstraat 12 bis;3511 AB;Utrecht'
const dorp = 'Dorpsplein 3;3512 CD;Utrecht'
const haven = 'Havenkade 41;3513 EF;Utrecht'
const none = ';;'

const oberg =
  'Åsa;Öberg;0612345601;asa.oberg@example.org;Jörgen;Öberg;0612345602;jorgen@example.org'
const apart =
  'Marieke;de Groot;0612345603;marieke@example.org;Bram;Vermeer;0612345604;bram@example.org'
const ijsselstein =
  'Anke;IJsselstein;0612345605;anke@example.org;Zoë;Brontë;0612345606;zoe@example.org'
const yilmaz = 'Elif;Yilmaz;0612345607;elif@example.org;;;;'
const berg =
  'Hanna;van den Berg;0612345608;hanna@example.org;Tom;van den Berg;0612345609;tom@example.org'
const ford = 'Renée;Çelik;0612345610;renee@example.org;Noël;Maes;0612345611;noel@example.org'

const rows = [
  `501;Björn;;Öberg;06-07-2018;Regenboog;${open};${oberg};${none}`,
  `502;Märta;;Öberg;14-03-2020;Vlinder;${open};${oberg};${none}`,
  `503;Sanne;;Vermeer;25-12-2017;Regenboog;${dorp};${apart};${haven}`,
  `504;Daan;;Vermeer;02-02-2020;Vlinder;${dorp};${apart};${haven}`,
  `505;IJsbrand;;IJsselstein;30-09-2018;Regenboog;Laan van Meerdervoort 7;3514 GH;Utrecht;${ijsselstein};${none}`,
  `506;Zeynep;;Yilmaz;11-11-2018;Regenboog;Parkweg 88;3515 JK;Utrecht;${yilmaz};${none}`,
  `507;Anna;van den;Berg;01-05-2018;Regenboog;Singel 5a;3516 LM;Utrecht;${berg};${none}`,
  `508;Bram;van den;Berg;17-08-2019;Vlinder;Singel 5a;3516 LM;Utrecht;${berg};${none}`,
  `509;Lotte;van den;Berg;17-08-2019;Vlinder;Singel 5a;3516 LM;Utrecht;${berg};${none}`,
  `510;Ömer;;Maes;09-10-2018;Regenboog;Groenmarkt 2;3517 NP;Utrecht;${ford};${none}`,
  `511;Chloë;;Maes;23-04-2020;Vlinder;Groenmarkt 2;3517 NP;Utrecht;${ford};${none}`,
  '512;Ida;;Lindqvist;05-06-2019;Vlinder;Molenweg 19;3518 RS;Utrecht;Göran;Lindqvist;0612345612;goran@example.org;;;;;;;',
]

/** Writes the list as Excel does in the Netherlands: semicolons, Windows-1252, CRLF. */
export function writeFamiliesFile(folder: string) {
  const file = path.join(folder, 'leerlingen-en-ouders.csv')
  const text = `${[columns.join(';'), ...rows].join('\r\n')}\r\n`
  // Every letter of it stands in Latin 1, which Windows-1252 shares.
  fs.writeFileSync(file, text, 'latin1')
  return file
}
