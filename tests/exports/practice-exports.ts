import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExportFormat, ExportRequest } from '#shared/exports/exports-contract.ts'
import type { Country } from '#shared/platform/language.ts'
import type { ExportedSchool } from '../../src-main/exports/exported-school.ts'
import { readSchool } from '../../src-main/exports/reading/read-school.ts'
import { readRows } from '../../src-main/exports/reading/school-rows.ts'
import { whoGoesAlong } from '../../src-main/exports/reading/who-goes-along.ts'
import type { GrowingRows } from '../../src-main/practice/practice-rows.ts'
import { makePracticeSchool } from '../../src-main/practice/practice-school.ts'
import { practiceAction, savePracticeSchool } from '../../src-main/practice/save-practice-school.ts'
import { aSchool, heidi, monday } from '../builders/school.ts'

type Wanted = {
  readonly country: Country
  readonly seed: number
  readonly pupils: number
  /** What a test wants to be odd about it. */
  readonly change?: (rows: GrowingRows) => void
}

export type ExportingSchool = ReturnType<typeof aPracticeSchool>

/** A whole practice school that nobody set up by hand: `Heidi` works there and is no row of it. */
export function aPracticeSchool({ country, seed, pupils, change }: Wanted) {
  const folder = mkdtempSync(join(tmpdir(), 'balie-exports-'))
  const school = aSchool({ country, file: join(folder, 'school.db') })
  const rows = structuredClone(
    makePracticeSchool({ country, pupils, seed, today: monday }),
  ) as GrowingRows
  change?.(rows)
  const action = school.database.begin({ staffId: heidi, path: practiceAction })
  for (const _step of savePracticeSchool(action.db, rows));
  action.commit()
  return Object.assign(school, {
    rows,
    [Symbol.dispose]() {
      school.database.close()
      rmSync(folder, { recursive: true })
    },
  })
}

const usual = {
  groupIds: null,
  withProtected: true,
  withNationalNumbers: false,
  since: null,
  purpose: 'proef',
}

/** The file of an export that is expected to be made. */
export async function exportOf(
  { exports }: Pick<ReturnType<typeof aSchool>, 'exports'>,
  format: ExportFormat,
  wanted: Partial<ExportRequest> = {},
) {
  const made = await exports.make({ ...usual, format, ...wanted })
  assert(made.ok, `refused: ${JSON.stringify(made)}`)
  return made.value
}

/** All that may leave a school, as every writer gets it. */
export function exportedSchool(
  { database }: Pick<ReturnType<typeof aSchool>, 'database'>,
  {
    country,
    withNationalNumbers = false,
    withProtected = true,
  }: { country: Country; withNationalNumbers?: boolean; withProtected?: boolean },
): ExportedSchool {
  const rows = readRows(database.read)
  const along = whoGoesAlong(rows, { groupIds: null, withProtected, today: monday })
  const caller = {
    staffId: heidi,
    staffName: 'Heidi Smit',
    role: 'office',
    seesMedical: true,
    country,
    today: monday,
    now: '2026-11-23T08:30:00.000Z',
    newId: () => '',
  } as const
  return readSchool(rows, along, { caller, withNationalNumbers })
}
