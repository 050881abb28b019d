import { defineMessages } from '#shared/platform/messages.ts'

/** Why a table, or a cell of it, was not taken as it stood; beside `import-problem-messages.ts`. */
export const tableProblemMessages = defineMessages(
  'table-problems',
  {
    'mapping-name-missing':
      'Geen kolom is aangewezen als naam van de leerling. Kies de kolom met de roepnaam of de volledige naam.',
    'mapping-field-twice':
      'Twee kolommen hebben dezelfde betekenis. Kies welke van de twee Balie overneemt.',
    'mapping-unsure': 'Wat deze kolom betekent, is niet zeker. Kies het zelf.',
    'mapping-not-table':
      'De gekozen kolommen passen niet bij dit bestand. Bekijk blad, scheidingsteken en kopregel opnieuw.',
    'dates-unclear':
      'Of hier de dag of de maand voorop staat, is niet te zien. Kies de volgorde van de datums.',
    'cell-error': 'In deze cel staat een foutmelding van de spreadsheet; de cel is leeg gelaten.',
    'value-differs':
      'Verderop staat over dezelfde persoon iets anders. Balie heeft het eerste overgenomen.',
    'person-unclear': 'Dit is geen duidelijke naam van één persoon en is niet overgenomen.',
    'guardian-unnamed':
      'Van deze ouder of verzorger staat er geen naam, alleen hoe die te bereiken is. Vul de naam later aan.',
  },
  {
    'nl-BE': {
      'mapping-name-missing':
        'Geen kolom is aangewezen als naam van de leerling. Kies de kolom met de voornaam of de volledige naam.',
      'guardian-unnamed':
        'Van deze ouder staat er geen naam, alleen hoe die te bereiken is. Vul de naam later aan.',
    },
    sv: {
      'mapping-name-missing':
        'Ingen kolumn är elevens namn. Välj kolumnen med tilltalsnamnet eller hela namnet.',
      'mapping-field-twice': 'Två kolumner betyder samma sak. Välj vilken av dem Balie ska ta in.',
      'mapping-unsure': 'Det är osäkert vad kolumnen betyder. Välj själv.',
      'mapping-not-table':
        'De valda kolumnerna passar inte filen. Se över blad, avgränsare och rubrikrad.',
      'dates-unclear':
        'Det går inte att se om dagen eller månaden står först. Välj datumens ordning.',
      'cell-error': 'I cellen står ett felmeddelande från kalkylarket; cellen har lämnats tom.',
      'value-differs': 'Längre ner står något annat om samma person. Balie har tagit det första.',
      'person-unclear': 'Det här är inte ett tydligt namn på en person och har inte tagits med.',
      'guardian-unnamed':
        'Vårdnadshavarens namn saknas; här står bara hur personen kan nås. Fyll i namnet senare.',
    },
    en: {
      'mapping-name-missing':
        "No column is the pupil's name. Choose the column with the first name or the full name.",
      'mapping-field-twice': 'Two columns mean the same. Choose which of them Balie takes.',
      'mapping-unsure': 'What this column means is not certain. Choose it yourself.',
      'mapping-not-table':
        'The chosen columns do not fit this file. Look again at sheet, separator and header line.',
      'dates-unclear':
        'Whether the day or the month comes first cannot be seen. Choose the order of the dates.',
      'cell-error': 'This cell holds an error of the spreadsheet; it was left empty.',
      'value-differs':
        'Further on something else is said of the same person. Balie took what came first.',
      'person-unclear': 'This is not clearly the name of one person and was not taken.',
      'guardian-unnamed':
        'The name of this guardian is missing; there is only a way to reach them. Fill it in later.',
    },
  },
)
