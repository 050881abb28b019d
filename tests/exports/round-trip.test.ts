import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { ExportLoss } from '#shared/exports/export-losses.ts'
import type { Country } from '#shared/platform/language.ts'
import { type Writer, writers } from '../../src-main/exports/writers.ts'
import { anImportingSchool } from '../imports/importing-school.ts'
import { type ComparableSchool, comparable, inOneOrder } from './comparable-school.ts'
import { crowd } from './crowded-rows.ts'
import { aPracticeSchool, exportedSchool, exportOf } from './practice-exports.ts'
import { takeAway } from './take-away.ts'

/** Generated schools, small, so that each format can be written and read for each of them. */
const generated = [
  { country: 'nl', seed: 1, pupils: 40 },
  { country: 'be', seed: 4, pupils: 24 },
  { country: 'be', seed: 3, pupils: 40 },
  { country: 'se', seed: 5, pupils: 40 },
] as const

type Trip = {
  readonly country: Country
  readonly before: ComparableSchool
  readonly after: ComparableSchool
}

for (const writer of writers) {
  // A delta says what changed, and has tests of its own.
  if (writer.format === 'oneroster-delta') continue
  describe(`a school that leaves as ${writer.format} and is imported into an empty school`, () => {
    const trips: Trip[] = []
    after(() => trips.splice(0))

    for (const wanted of generated) {
      it(`is the same but for the listed losses: ${wanted.country}, seed ${wanted.seed}`, async () => {
        const trip = await travel(writer, wanted)
        trips.push(trip)

        const { before, after: came } = trip
        const losses = lossesOf(writer, wanted.country)
        assert.deepEqual(without(came, losses), without(before, losses))
      })
    }

    for (const loss of new Set((['nl', 'be', 'se'] as const).flatMap((c) => lossesOf(writer, c)))) {
      it(`has indeed lost something by ${loss}`, () => {
        const isLost = trips.some(({ before, after: came, country }) => {
          const others = lossesOf(writer, country).filter((other) => other !== loss)
          return different(without(came, others), without(before, others))
        })

        assert.ok(isLost, `${writer.format} carries ${loss} after all`)
      })
    }
  })
}

async function travel(writer: Writer, wanted: (typeof generated)[number]): Promise<Trip> {
  const { country } = wanted
  const { hasNationalNumbers } = writer
  const numbers = { country, withNationalNumbers: hasNationalNumbers }
  using home = aPracticeSchool({ ...wanted, change: crowd })
  using away = anImportingSchool({ country })
  const options = { withNationalNumbers: hasNationalNumbers, withProtected: writer.takesProtected }

  const file = await exportOf(home, writer.format, options)
  await away.import({ [file.name]: file.bytes })

  const { takesProtected } = writer
  return {
    country,
    before: comparable(exportedSchool(home, { ...numbers, withProtected: takesProtected })),
    after: withoutHeidi(
      comparable(exportedSchool(away, { ...numbers, withProtected: takesProtected })),
    ),
  }
}

/** The school that imports has somebody who does it. */
function withoutHeidi(school: ComparableSchool): ComparableSchool {
  return { ...school, staff: school.staff.filter(({ fields }) => fields.userName !== 'heidi') }
}

function lossesOf(writer: Writer, country: Country): readonly ExportLoss[] {
  return writer.losses({ country })
}

function without(school: ComparableSchool, losses: readonly ExportLoss[]): ComparableSchool {
  const copy = structuredClone(school)
  for (const loss of losses) takeAway[loss](copy)
  return inOneOrder(copy)
}

function different(a: ComparableSchool, b: ComparableSchool) {
  return JSON.stringify(a) !== JSON.stringify(b)
}
