import { streetLine } from '#shared/families/household.ts'
import { checkNationalNumber } from '#shared/pupils/national-number.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { maySee } from '#shared/staff/rights.ts'
import { html, joined, type Part } from '../html.ts'
import type { PrintJob } from '../print-job.ts'
import type { ListedPupil } from '../reading/listed-pupil.ts'
import { phoneLines } from './person-cells.ts'
import type { Addressee } from './sheet-addressees.ts'

type Row = { readonly label: string; readonly value: Part }
type Block = { readonly title: string; readonly rows: readonly Row[] }

/** What a pupil's sheet asks to check, block by block; what the caller may not see is not on it. */
export function sheetBlocks(
  job: PrintJob,
  listed: ListedPupil,
  addressee: Addressee,
): readonly Block[] {
  return [
    aboutPupil(job, listed),
    ...aboutHome(job, listed, addressee),
    ...addressee.guardians.map((each) => aboutGuardian(job, each)),
    ...aboutContacts(job, listed, addressee),
    ...aboutHealth(job, listed),
  ]
}

function aboutPupil(job: PrintJob, { pupil, mask }: ListedPupil): Block {
  const { words, formats, context } = job
  const { ofPupil } = words
  const name = displayName(pupil)
  const born = [pupil.birthDate && formats.dayCell(pupil.birthDate), !mask.name && pupil.birthPlace]
  const rows: Row[] = [
    ...(mask.name ? [] : [{ label: words.ofChoice('column.name'), value: name }]),
    ...(mask.name ? [] : [{ label: ofPupil('field.officialNames'), value: pupil.officialNames }]),
    { label: ofPupil('field.birthDate'), value: joined(born, html`, `) },
    { label: ofPupil('field.nationality'), value: !mask.name && pupil.nationality },
    { label: ofPupil('field.homeLanguages'), value: formats.languageNames(pupil.homeLanguages) },
  ]
  if (pupil.nationalNumber && !mask.nationalNumber) {
    // The sheet travels in a school bag: enough of the number to check it by, and no more.
    const { masked, kind } = checkNationalNumber(
      pupil.nationalNumber,
      context.country,
      pupil.nationalNumberKind,
    )
    const label = ofPupil(kind ? `number-kind.${kind}` : 'field.nationalNumber')
    rows.push({ label, value: masked })
  }
  return { title: words.say('section.pupil'), rows }
}

function aboutHome(
  job: PrintJob,
  { mask }: ListedPupil,
  { household }: Addressee,
): readonly Block[] {
  const { words, records } = job
  if (mask.address) return []
  const place = household && [household.postcode, household.town].filter(Boolean).join(' ')
  const lines = household ? [streetLine(household), place] : []
  const rows: Row[] = [
    { label: words.say('field.address'), value: joined(lines, html`, `) },
    {
      label: words.say('field.home-phone'),
      value:
        household &&
        joined(
          records.phones(household.id).map(({ number }) => job.phone(number)),
          html`, `,
        ),
    },
  ]
  if (household?.mailingAddress) {
    rows.push({ label: words.ofFamily('field.mailingAddress'), value: household.mailingAddress })
  }
  return [{ title: words.say('section.home'), rows }]
}

function aboutGuardian(job: PrintJob, { guardian, link }: Addressee['guardians'][number]): Block {
  const { words, records } = job
  const relation = words.ofFamily(`relation.${link.relation}`)
  const authority = words.ofFamily(`authority.${link.authority}`)
  return {
    title: `${displayName(guardian)} (${relation}, ${authority})`,
    rows: [
      { label: words.say('field.phones'), value: phoneLines(job, records.phones(guardian.id)) },
      { label: words.ofFamily('field.email'), value: guardian.email },
    ],
  }
}

/** A second home reads of the doctor, but not of the neighbours of the first. */
function aboutContacts(
  job: PrintJob,
  { pupil, mask }: ListedPupil,
  { isMain }: Addressee,
): readonly Block[] {
  const { words, records } = job
  if (mask.address) return []
  const professional = ['doctor', 'dentist', 'after-school-care']
  const rows = records
    .contacts(pupil.id)
    .filter(({ link }) => !link.collectingForbidden)
    .filter(({ contact }) => isMain || professional.includes(contact.kind))
    .map(({ contact, link }) => ({
      label: link.relation ?? words.ofFamily(`contact-kind.${contact.kind}`),
      value: joined(
        [contact.name, ...records.phones(contact.id).map(({ number }) => job.phone(number))],
        html`, `,
      ),
    }))
  return [{ title: words.say('section.contacts'), rows: [...rows, { label: '', value: null }] }]
}

function aboutHealth(
  { context, records, words }: PrintJob,
  { pupil }: ListedPupil,
): readonly Block[] {
  if (!maySee(context, 'medical')) return []
  const medical = records.medical(pupil.id)
  const fields = ['allergies', 'conditions', 'medication', 'diet'] as const
  const permission = medical?.medicationPermitted
    ? 'medication-permitted'
    : 'medication-not-permitted'
  const rows = fields.map((field) => ({
    label: words.ofPupil(`field.${field}`),
    value: [
      medical?.[field],
      field === 'medication' && medical?.medication && ` (${words.say(permission)})`,
    ],
  }))
  return [{ title: words.say('section.medical'), rows }]
}
