import type { Country } from '#shared/platform/language.ts'
import type { NationalNumberKind, Sex } from '#shared/pupils/pupil.ts'
import { keyFor, keyOfSource } from '../export-keys.ts'
import type { ExportedGroup, ExportedHousehold, ExportedPupil } from '../exported-school.ts'
import { nameElements } from './edexml-names.ts'
import { jaargroepOf } from './jaargroep.ts'
import { attributes, element, parent } from './xml-text.ts'

export type EdexmlPart = {
  readonly country: Country
  readonly today: string
  readonly groups: ReadonlyMap<string, ExportedGroup>
  readonly groupKey: (groupId: string) => string
  readonly households: ReadonlyMap<string, ExportedHousehold>
}

/** NEN-ISO 5218. */
const sexes: Readonly<Record<Sex, string>> = { unknown: '0', male: '1', female: '2', other: '9' }

/** Parts in the order of the schema, which allows no other. */
export function pupilElement(pupil: ExportedPupil, part: EdexmlPart): string {
  const { fields } = pupil
  const [group, sets] = placesOf(pupil, part)
  const stay = pupil.enrolments.findLast(({ startsOn }) => startsOn) ?? pupil.enrolments.at(-1)
  const inside = [
    ...nameElements(fields),
    element('geboortedatum', fields.birthDate?.length === 10 ? fields.birthDate : null),
    element('geslacht', sexes[fields.sex]),
    element('jaargroep', jaargroepOf(fields.yearGrade, part.country)),
    group ? `<groep${attributes({ key: part.groupKey(group) })}/>` : '',
    parent(
      'samengestelde_groepen',
      sets.map((set) => `<samengestelde_groep${attributes({ key: part.groupKey(set) })}/>`),
    ),
    element('emailadres', fields.email),
    numberElement(fields.nationalNumber, fields.nationalNumberKind),
    postcodeElement(pupil, part),
    element('instroomdatum', stay?.startsOn ?? null),
    element('uitstroomdatum', stay?.endsOn ?? null),
  ]
  const own = { key: keyFor(pupil, 'edexml'), eckid: keyOfSource(pupil, 'eckid') }
  return `<leerling${attributes(own)}>${inside.join('')}</leerling>`
}

/** One class, that of today before one to come, and any number of sets. */
function placesOf({ memberships }: ExportedPupil, { groups, today }: EdexmlPart) {
  const ofKind = (kind: 'class' | 'set') =>
    memberships.filter(({ groupId }) => groups.get(groupId)?.fields.kind === kind)
  const classes = ofKind('class')
  const own = classes.find(({ from }) => !from || from <= today) ?? classes[0]
  const sets = [...new Set(ofKind('set').map(({ groupId }) => String(groupId)))]
  return [own?.groupId ?? null, sets] as const
}

const numberElements: Readonly<Partial<Record<NationalNumberKind, readonly [string, RegExp]>>> = {
  bsn: ['bsn', /^\d{9}$/],
  onderwijsnummer: ['onderwijsnummer', /^\d{9}$/],
  rijksregisternummer: ['rijksregisternummer', /^\d{11}$/],
  bisnummer: ['rijksregisternummer', /^\d{11}$/],
}

/** A number that the schema would not take stays out; `bsn_ondwnr-4` is not used at all. */
function numberElement(number: string | null, kind: NationalNumberKind | null): string {
  const [name, form] = (kind && numberElements[kind]) ?? []
  return name && number && form?.test(number) ? element(name, number) : ''
}

function postcodeElement({ residences }: ExportedPupil, part: EdexmlPart): string {
  const [home] = residences
  const fields = home && part.households.get(home.householdId)?.fields
  const plain = fields?.postcode?.replace(/\s/g, '').toUpperCase() ?? ''
  if (!fields || plain === '') return ''
  const country = fields.addressCountry?.toUpperCase() ?? part.country.toUpperCase()
  if (country === 'NL' && /^\d{4}[A-Z]{2}$/.test(plain)) return element('postcodenl', plain)
  if (country === 'BE' && /^\d{4}$/.test(plain)) return element('postnummerbe', plain)
  return element('postcodeoverig', fields.postcode, 32)
}
