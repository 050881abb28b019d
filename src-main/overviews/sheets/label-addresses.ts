import { type Household, type HouseholdId, streetLine } from '#shared/families/household.ts'
import type { Country } from '#shared/platform/language.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { PrintJob } from '../print-job.ts'
import type { ListedGuardian } from '../reading/family-records.ts'
import type { ListedPupil } from '../reading/listed-pupil.ts'

export type LabelAddress = { readonly to: string; readonly lines: readonly string[] }

/** One label a home: a family gets its post once, separated guardians each their own. */
export function labelAddresses(job: PrintJob): readonly LabelAddress[] {
  const labels = new Map<
    string,
    { readonly household: Household; readonly to: Map<string, string> }
  >()
  const covered: LabelAddress[] = []

  for (const listed of job.sections.flatMap(({ pupils }) => pupils)) {
    if (listed.isProtected) {
      const label = forwarded(job, listed)
      if (label) covered.push(label)
      else job.leaveOut('no-address', 1)
      continue
    }
    const homes = postHomes(job, listed).filter(hasAddress)
    if (homes.length === 0) job.leaveOut('no-address', 1)
    for (const household of homes) {
      const label = labels.get(household.id) ?? { household, to: new Map<string, string>() }
      labels.set(household.id, label)
      for (const { guardian } of lettersTo(job, listed)) {
        if (guardian.householdId === household.id) label.to.set(guardian.id, displayName(guardian))
      }
    }
  }
  const plain = [...labels.values()].map(({ household, to }) => ({
    to: to.size > 0 ? namesOf(job, [...to.values()]) : job.words.say('to-guardians-of'),
    lines: addressLines(household, job.context.country),
  }))
  return [...plain, ...covered.filter(isFirst)]
}

/** Brothers and sisters under one cover get one label. */
function isFirst(label: LabelAddress, index: number, all: readonly LabelAddress[]) {
  return all.findIndex(({ to }) => to === label.to) === index
}

/** A protected family's post goes to whoever forwards it, and names the child by its cover. */
function forwarded(
  { records, words }: PrintJob,
  { pupil, name }: ListedPupil,
): LabelAddress | null {
  const [main] = records.homes(pupil.id)
  const mailing = main?.household.mailingAddress
  if (!mailing) return null
  return { to: `${words.say('to-guardians-of')} ${name}`, lines: splitLines(mailing) }
}

const lettersTo = ({ records }: PrintJob, { pupil }: ListedPupil): readonly ListedGuardian[] =>
  records.guardians(pupil.id).filter(({ link }) => link.receivesLetters && !link.noContact)

function postHomes(job: PrintJob, listed: ListedPupil): readonly Household[] {
  const { records } = job
  const ids = lettersTo(job, listed).flatMap(({ guardian }) => guardian.householdId ?? [])
  const found = [...new Set<HouseholdId>(ids)].flatMap((id) => records.household(id) ?? [])
  if (found.some(hasAddress)) return found
  const [main] = records.homes(listed.pupil.id)
  return main ? [main.household] : []
}

const hasAddress = ({ street, town, mailingAddress }: Household) =>
  Boolean(mailingAddress || (street && town))

function namesOf({ words }: PrintJob, names: readonly string[]) {
  const [last = '', ...before] = names.toReversed()
  if (before.length === 0) return last
  return words.say('and', { names: before.toReversed().join(', '), last })
}

const countryOf: Record<Country, string> = { nl: 'NL', be: 'BE', se: 'SE' }

export function addressLines(household: Household, country: Country): readonly string[] {
  const { mailingAddress, postcode, town, addressCountry } = household
  if (mailingAddress) return splitLines(mailingAddress)
  // PostNL asks for two spaces and capitals behind the postcode; the others do not.
  const place =
    country === 'nl' ? `${postcode ?? ''}  ${town?.toUpperCase()}` : `${postcode ?? ''} ${town}`
  const isAbroad = addressCountry && addressCountry !== countryOf[country]
  return [
    streetLine(household) ?? '',
    place.trim(),
    isAbroad ? countryName(addressCountry) : '',
  ].filter(Boolean)
}

const splitLines = (address: string) => address.split(/,\s*|\n/).filter(Boolean)

/** Post crosses borders under the country's name in English capitals. */
function countryName(code: string) {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' })
  return (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code).toUpperCase()
}
