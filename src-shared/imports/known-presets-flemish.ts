import type { KnownPreset } from './known-presets.ts'

const flemish = { dateOrder: 'dmy', decimalComma: true } as const

/** The school's own query in Wisa, as two public consumers read it; standards.md 1.5. */
const wisa: KnownPreset = {
  id: 'wisa',
  name: 'Wisa',
  ...flemish,
  needs: ['klas', 'naam', 'voornaam', 'wisa-id'],
  columns: {
    klas: 'group.name',
    naam: 'pupil.lastName',
    voornaam: 'pupil.firstName',
    geboortedatum: 'pupil.birthDate',
    'wisa-id': 'pupil.key',
    stamboeknr: 'pupil.pupilNumber',
    geslacht: 'pupil.sex',
    rijksregisternr: 'pupil.nationalNumber',
    geboorteplaats: 'pupil.birthPlace',
    nationaliteit: 'pupil.nationality',
    straat: 'household1.street',
    huisnr: 'household1.houseNumber',
    bus: 'household1.houseNumberAddition',
    postcode: 'household1.postcode',
    gemeente: 'household1.town',
    'datum klaswijziging': null,
  },
}

/** The same query with the name that the child is called by, which then is the first name. */
const wisaWithCallName: KnownPreset = {
  ...wisa,
  id: 'wisa-roepnaam',
  name: 'Wisa (roepnaam)',
  needs: [...wisa.needs, 'roepnaam'],
  columns: { ...wisa.columns, voornaam: 'pupil.officialNames', roepnaam: 'pupil.firstName' },
}

/** Names of Smartschool's own fields of an account with its co-accounts; standards.md 1.5. */
const smartschool: KnownPreset = {
  id: 'smartschool',
  name: 'Smartschool',
  ...flemish,
  needs: ['Naam', 'Voornaam', 'Internnummer', 'Naam_coaccount1'],
  columns: {
    Voornaam: 'pupil.firstName',
    Naam: 'pupil.lastName',
    Internnummer: 'pupil.key',
    Stamboeknummer: 'pupil.pupilNumber',
    Geslacht: 'pupil.sex',
    Geboortedatum: 'pupil.birthDate',
    Geboorteplaats: 'pupil.birthPlace',
    Rijksregisternummer: 'pupil.nationalNumber',
    Klas: 'group.name',
    Straat: 'household1.street',
    Huisnummer: 'household1.houseNumber',
    Busnummer: 'household1.houseNumberAddition',
    Postcode: 'household1.postcode',
    Woonplaats: 'household1.town',
    Emailadres: 'pupil.email',
    Mobielnummer: 'pupil.mobile',
    Telefoonnummer: 'pupil.phone',
    ...coAccount(1),
    ...coAccount(2),
  },
}

function coAccount(which: 1 | 2) {
  return {
    [`Type_coaccount${which}`]: `guardian${which}.relation`,
    [`Voornaam_coaccount${which}`]: `guardian${which}.firstName`,
    [`Naam_coaccount${which}`]: `guardian${which}.lastName`,
    [`Email_coaccount${which}`]: `guardian${which}.email`,
    [`Mobielnummer_coaccount${which}`]: `guardian${which}.mobile`,
    [`Telefoonnummer_coaccount${which}`]: `guardian${which}.phone`,
  } as const
}

export const flemishPresets: readonly KnownPreset[] = [wisaWithCallName, wisa, smartschool]
