import type { Phone, PhoneKind, PhoneOwner } from '#shared/families/contact.ts'
import { PhoneId } from '#shared/families/contact.ts'
import type { Day } from '#shared/platform/day.ts'
import type { CountryProfile } from './countries/country-profile.ts'
import { type GrowingRows, noRows } from './practice-rows.ts'
import { createRandom, type Random } from './random.ts'

/** What every part of the making of a school needs. */
export type Making = {
  readonly rows: GrowingRows
  readonly random: Random
  readonly profile: CountryProfile
  readonly today: Day
  /** The year in which the running school year began. */
  readonly year: number
  readonly pupilCount: number
  readonly newId: () => string
  readonly addPhone: (
    owner: { readonly kind: PhoneOwner; readonly id: string },
    phone: { readonly kind: PhoneKind; readonly duringSchool: boolean },
  ) => Phone
}

type Wanted = Pick<Making, 'profile' | 'today' | 'pupilCount'> & { readonly seed: number }

export function startMaking({ profile, today, pupilCount, seed }: Wanted): Making {
  const rows = noRows()
  const random = createRandom(seed)
  const newId = createIds(today, random)
  const calendarYear = Number(today.slice(0, 4))
  const year = today.slice(5) >= profile.yearStartsOn ? calendarYear : calendarYear - 1
  const positions = new Map<string, number>()
  let mobiles = 0
  let landlines = 0

  return {
    rows,
    random,
    profile,
    today,
    year,
    pupilCount,
    newId,
    addPhone(owner, { kind, duringSchool }) {
      const position = (positions.get(owner.id) ?? 0) + 1
      positions.set(owner.id, position)
      const number = kind === 'mobile' ? profile.mobile(mobiles++) : profile.landline(landlines++)
      const phone: Phone = {
        id: PhoneId.parse(newId()),
        ownerKind: owner.kind,
        ownerId: owner.id,
        kind,
        number,
        mayCallDuringSchool: duringSchool,
        position,
      }
      rows.phones.push(phone)
      return phone
    },
  }
}

/** UUIDv7 in form, so that rows land in the file as real ones would, but the same for each seed. */
function createIds(today: Day, random: Random) {
  const start = Date.parse(`${today}T00:00:00Z`)
  let count = 0
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0')

  return () => {
    const time = hex(start + count++, 12)
    const low = hex(random.below(2 ** 24), 6) + hex(random.below(2 ** 24), 6)
    const middle = hex(0x7000 + random.below(0x1000), 4)
    const variant = hex(0x8000 + random.below(0x4000), 4)
    return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${variant}-${low}`
  }
}
