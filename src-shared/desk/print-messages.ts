import { defineMessages } from '#shared/platform/messages.ts'

/** Words that main itself puts on paper. */
export const printMessages = defineMessages(
  'print',
  {
    htmlLanguage: 'nl',
    pageNumber: 'Pagina {{page}} van {{pages}}',
    recoveryTitle: 'Herstelblad van Balie',
    recoveryWhat:
      'Met deze code open je de gegevens van de school wanneer de computer of zijn sleutelbos stuk of vervangen is. Zonder deze code en zonder sleutelbos kan niemand ze openen, ook wij niet.',
    recoveryKeep:
      'Bewaar dit blad in de kluis of op een andere plaats waar alleen de directie bij kan. Maak er geen foto van.',
    recoveryHow:
      'Gebruik: kies in Balie “Openen met het herstelblad” en typ de groepen van links naar rechts over. Streepjes en kleine letters mogen.',
    recoveryPrintedOn: 'Afgedrukt op en door',
    recoveryKeptAt: 'Bewaard in',
  },
  {
    'nl-BE': {
      recoveryKeep:
        'Bewaar dit blad in de kluis of op een andere plaats waar alleen de directie aan kan. Maak er geen foto van.',
    },
    sv: {
      htmlLanguage: 'sv',
      pageNumber: 'Sida {{page}} av {{pages}}',
      recoveryTitle: 'Återställningsblad för Balie',
      recoveryWhat:
        'Med den här koden öppnar du skolans uppgifter när datorn eller dess nyckelring är trasig eller utbytt. Utan koden och utan nyckelringen kan ingen öppna dem, inte heller vi.',
      recoveryKeep:
        'Förvara bladet i kassaskåpet eller på en annan plats som bara skolledningen kommer åt. Fotografera det inte.',
      recoveryHow:
        'Så här gör du: välj ”Öppna med återställningsbladet” i Balie och skriv av grupperna från vänster till höger. Bindestreck och små bokstäver går bra.',
      recoveryPrintedOn: 'Utskrivet den och av',
      recoveryKeptAt: 'Förvaras i',
    },
    en: {
      htmlLanguage: 'en',
      pageNumber: 'Page {{page}} of {{pages}}',
      recoveryTitle: 'Recovery sheet of Balie',
      recoveryWhat:
        'With this code you open the data of the school when the computer or its keychain is broken or replaced. Without this code and without the keychain nobody can open them, and neither can we.',
      recoveryKeep:
        'Keep this sheet in the safe or another place that only the principal can reach. Do not photograph it.',
      recoveryHow:
        'To use it, choose “Open with the recovery sheet” in Balie and type the groups from left to right. Dashes and small letters are fine.',
      recoveryPrintedOn: 'Printed on and by',
      recoveryKeptAt: 'Kept in',
    },
  },
)
