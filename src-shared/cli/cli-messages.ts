import { defineMessages, type MessageKey } from '#shared/platform/messages.ts'

/** What the door for scripts says: why it failed, and the words of its table. */
export const cliMessages = defineMessages(
  'cli',
  {
    usage:
      'Gebruik: npm run -s cli -- import <bestand|map|zip> --db <bestand> --key-file <bestand> [--format auto|{{imports}}] [--preset <naam>] [--country nl|be|se] [--language nl|nl-BE|sv|en] [--dry-run] [--json]\n     of: npm run -s cli -- export <{{exports}}> --db <bestand> --key-file <bestand> --out <pad> [--purpose <tekst>] [--groups <naam,naam>] [--since <moment>] [--with-national-numbers] [--with-protected] [--language nl|nl-BE|sv|en] [--json]',
    'failure.command-unknown': 'Deze opdracht is er niet. Er is import en export.',
    'failure.option-unknown': 'De optie {{option}} is er niet, of hoort niet bij deze opdracht.',
    'failure.option-missing': '{{option}} ontbreekt.',
    'failure.option-invalid': '{{option}} kan zijn: {{allowed}}.',
    'failure.too-much': 'Noem één bestand, map of zip.',
    'failure.input-missing': 'Dit bestand of deze map is er niet: {{path}}',
    'failure.input-unreadable': 'Dit is niet te lezen: {{path}}',
    'failure.input-no-file': 'Dit is geen bestand en geen map: {{path}}',
    'failure.key-missing': 'Het sleutelbestand is er niet: {{path}}',
    'failure.key-invalid':
      'Een sleutelbestand bevat 32 bytes, of die als 64 hexadecimale tekens of als base64. Een wachtwoord is geen sleutel: {{path}}',
    'failure.key-wrong':
      'De sleutel past niet op dit bestand, of het is geen bestand van Balie: {{path}}',
    'failure.file-not-school': 'Dit is geen versleuteld bestand van Balie: {{path}}',
    'failure.file-folder-missing': 'De map van dit bestand is er niet: {{path}}',
    'failure.file-left-over':
      'Het bestand van de school is er niet, maar wel een log ervan. Zet het bestand terug of verplaats: {{path}}',
    'failure.file-missing': 'Het bestand van de school is er niet: {{path}}',
    'failure.file-appeared': 'Een ander heeft dit bestand intussen gemaakt: {{path}}',
    'failure.file-in-use':
      'Het bestand van de school is in gebruik. Sluit Balie, of wacht op de andere opdracht: {{path}}',
    'failure.file-damaged': 'Het bestand van de school is beschadigd: {{path}}',
    'failure.file-newer': 'Dit bestand is van een nieuwere Balie: {{path}}',
    'failure.file-read-only': 'Hier kan Balie niet schrijven: {{path}}',
    'failure.disk-full': 'De schijf is vol: {{path}}',
    'failure.country-differs': 'Deze school is van {{country}}; laat --country weg.',
    'failure.preset-unknown': 'Deze indeling kent Balie niet: {{name}}. Er is: {{known}}',
    'failure.preset-unfit': 'De indeling {{name}} past niet: deze kolommen ontbreken: {{columns}}',
    'failure.group-unknown': 'Deze groep is er niet: {{name}}',
    'failure.school-changed': 'De school is intussen gewijzigd. Er is niets overgenomen.',
    'failure.bug': 'Er ging iets mis in Balie. Er is niets overgenomen.',
    'format-other': 'Dit is {{found}}, en gevraagd is {{asked}}.',
    'columns-unclear':
      'Wat deze kolommen betekenen is niet te zeggen. Kies een indeling met --preset, of zet ze in het venster op hun plaats: {{columns}}',
    'new-school': 'School',
    'dry-run': 'Proef: er is niets overgenomen.',
    'key-made':
      'Nieuwe sleutel gemaakt. Bewaar hem goed; zonder is de school niet te lezen: {{path}}',
    'school-made': 'Nieuw bestand gemaakt: {{path}}',
    saved: '{{path}} ({{bytes}} bytes)',
    'protected-left-out': 'Afgeschermde leerlingen weggelaten: {{count}}',
  },
  {
    'nl-BE': {
      'failure.group-unknown': 'Deze klas is er niet: {{name}}',
    },
    sv: {
      usage:
        'Så här: npm run -s cli -- import <fil|mapp|zip> --db <fil> --key-file <fil> [--format auto|{{imports}}] [--preset <namn>] [--country nl|be|se] [--language nl|nl-BE|sv|en] [--dry-run] [--json]\n  eller: npm run -s cli -- export <{{exports}}> --db <fil> --key-file <fil> --out <sökväg> [--purpose <text>] [--groups <namn,namn>] [--since <tidpunkt>] [--with-national-numbers] [--with-protected] [--language nl|nl-BE|sv|en] [--json]',
      'failure.command-unknown': 'Kommandot finns inte. Det finns import och export.',
      'failure.option-unknown': 'Flaggan {{option}} finns inte, eller hör inte till kommandot.',
      'failure.option-missing': '{{option}} saknas.',
      'failure.option-invalid': '{{option}} kan vara: {{allowed}}.',
      'failure.too-much': 'Ange en fil, mapp eller zip.',
      'failure.input-missing': 'Filen eller mappen finns inte: {{path}}',
      'failure.input-unreadable': 'Det går inte att läsa: {{path}}',
      'failure.input-no-file': 'Det är varken en fil eller en mapp: {{path}}',
      'failure.key-missing': 'Nyckelfilen finns inte: {{path}}',
      'failure.key-invalid':
        'En nyckelfil innehåller 32 byte, eller dem som 64 hexadecimala tecken eller base64. Ett lösenord är ingen nyckel: {{path}}',
      'failure.key-wrong':
        'Nyckeln passar inte till filen, eller så är det ingen fil från Balie: {{path}}',
      'failure.file-not-school': 'Det är ingen krypterad fil från Balie: {{path}}',
      'failure.file-folder-missing': 'Filens mapp finns inte: {{path}}',
      'failure.file-left-over':
        'Skolans fil finns inte, men en logg till den. Lägg tillbaka filen eller flytta: {{path}}',
      'failure.file-missing': 'Skolans fil finns inte: {{path}}',
      'failure.file-appeared': 'Någon annan har skapat filen under tiden: {{path}}',
      'failure.file-in-use':
        'Skolans fil används. Stäng Balie, eller vänta på det andra kommandot: {{path}}',
      'failure.file-damaged': 'Skolans fil är skadad: {{path}}',
      'failure.file-newer': 'Filen kommer från en nyare Balie: {{path}}',
      'failure.file-read-only': 'Balie kan inte skriva här: {{path}}',
      'failure.disk-full': 'Disken är full: {{path}}',
      'failure.country-differs': 'Skolan hör till {{country}}; utelämna --country.',
      'failure.preset-unknown': 'Balie känner inte till mallen {{name}}. Det finns: {{known}}',
      'failure.preset-unfit': 'Mallen {{name}} passar inte: de här kolumnerna saknas: {{columns}}',
      'failure.group-unknown': 'Klassen finns inte: {{name}}',
      'failure.school-changed': 'Skolan har ändrats under tiden. Ingenting har tagits in.',
      'failure.bug': 'Något gick fel i Balie. Ingenting har tagits in.',
      'format-other': 'Det här är {{found}}, men {{asked}} efterfrågades.',
      'columns-unclear':
        'Det går inte att säga vad kolumnerna betyder. Välj en mall med --preset, eller ordna dem i fönstret: {{columns}}',
      'new-school': 'Skola',
      'dry-run': 'Prov: ingenting har tagits in.',
      'key-made':
        'En ny nyckel har skapats. Spara den väl; utan den går skolan inte att läsa: {{path}}',
      'school-made': 'En ny fil har skapats: {{path}}',
      saved: '{{path}} ({{bytes}} byte)',
      'protected-left-out': 'Skyddade elever som utelämnats: {{count}}',
    },
    en: {
      usage:
        'Usage: npm run -s cli -- import <file|folder|zip> --db <file> --key-file <file> [--format auto|{{imports}}] [--preset <name>] [--country nl|be|se] [--language nl|nl-BE|sv|en] [--dry-run] [--json]\n   or: npm run -s cli -- export <{{exports}}> --db <file> --key-file <file> --out <path> [--purpose <text>] [--groups <name,name>] [--since <moment>] [--with-national-numbers] [--with-protected] [--language nl|nl-BE|sv|en] [--json]',
      'failure.command-unknown': 'There is no such command. There are import and export.',
      'failure.option-unknown': 'There is no option {{option}} here.',
      'failure.option-missing': '{{option}} is missing.',
      'failure.option-invalid': '{{option}} can be: {{allowed}}.',
      'failure.too-much': 'Name one file, folder or zip.',
      'failure.input-missing': 'This file or folder does not exist: {{path}}',
      'failure.input-unreadable': 'This cannot be read: {{path}}',
      'failure.input-no-file': 'This is neither a file nor a folder: {{path}}',
      'failure.key-missing': 'The key file does not exist: {{path}}',
      'failure.key-invalid':
        'A key file holds 32 bytes, or these as 64 hexadecimal characters or as base64. A password is no key: {{path}}',
      'failure.key-wrong': 'The key does not fit this file, or it is no file of Balie: {{path}}',
      'failure.file-not-school': 'This is no encrypted file of Balie: {{path}}',
      'failure.file-folder-missing': 'The folder of this file does not exist: {{path}}',
      'failure.file-left-over':
        'The file of the school is gone, but a log of it is there. Put the file back or move: {{path}}',
      'failure.file-missing': 'The file of the school does not exist: {{path}}',
      'failure.file-appeared': 'Somebody else made this file in the meantime: {{path}}',
      'failure.file-in-use':
        'The file of the school is in use. Close Balie, or wait for the other command: {{path}}',
      'failure.file-damaged': 'The file of the school is damaged: {{path}}',
      'failure.file-newer': 'This file is of a later Balie: {{path}}',
      'failure.file-read-only': 'Balie cannot write here: {{path}}',
      'failure.disk-full': 'The disk is full: {{path}}',
      'failure.country-differs': 'This school is of {{country}}; leave --country out.',
      'failure.preset-unknown': 'There is no preset {{name}}. There are: {{known}}',
      'failure.preset-unfit':
        'The preset {{name}} does not fit: these columns are missing: {{columns}}',
      'failure.group-unknown': 'There is no such group: {{name}}',
      'failure.school-changed': 'The school has changed in the meantime. Nothing was taken over.',
      'failure.bug': 'Something went wrong in Balie. Nothing was taken over.',
      'format-other': 'This is {{found}}, and {{asked}} was asked for.',
      'columns-unclear':
        'Nobody can tell what these columns mean. Choose a preset with --preset, or put them right in the window: {{columns}}',
      'new-school': 'School',
      'dry-run': 'Trial: nothing was taken over.',
      'key-made':
        'A new key was made. Keep it safe; without it nobody can read the school: {{path}}',
      'school-made': 'A new file was made: {{path}}',
      saved: '{{path}} ({{bytes}} bytes)',
      'protected-left-out': 'Protected pupils left out: {{count}}',
    },
  },
)

export type CliMessage = MessageKey<typeof cliMessages>
/** Why a command could not be carried out at all; `failure.` stands before it in the answer. */
export type FailureCode = Extract<CliMessage, `failure.${string}`>
