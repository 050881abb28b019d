import { z } from 'zod'
import { command, defineContract, pupilStaff, query } from '#shared/platform/contract.ts'
import type { Language } from '#shared/platform/language.ts'
import type { Result } from '#shared/platform/result.ts'
import { OverviewRequest } from './overview.ts'

/** Why somebody is not on a list, with how many: said on the preview and in the footer. */
export type LeftOut = {
  readonly reason: 'protected' | 'no-consent' | 'no-address' | 'no-code'
  readonly count: number
}

/** One print job: a whole HTML document with its styles inside, the same for PDF and paper. */
export type PrintDocument = {
  readonly title: string
  /** Of the words on paper; the reader's own where that is known. */
  readonly language: Language
  readonly html: string
  /**
   * Page numbers and foot for paper, to add to the styles of `html` when it is printed: Chromium
   * writes them from 131 on. A PDF has its own foot, so it must go without.
   */
  readonly paperStyles: string
  readonly orientation: 'portrait' | 'landscape'
  /** Text at the foot of each page: school, day, who printed, confidentiality. */
  readonly footer: string
  readonly leftOut: readonly LeftOut[]
  readonly pupilCount: number
  /** Link codes whose letters are in it: once on paper they are marked as printed. */
  readonly codeIds: readonly string[]
}

export type OverviewRefusal = 'overview.no-pupils' | 'overview.no-columns' | 'overview.no-letters'

export type SavedOverview = {
  readonly id: string
  readonly name: string
  readonly request: OverviewRequest
}

export const overviewsContract = defineContract('overviews', {
  make: query(pupilStaff, OverviewRequest).answers<Result<PrintDocument, OverviewRefusal>>(),
  saved: query(pupilStaff, z.object({})).answers<readonly SavedOverview[]>(),
  save: command(
    pupilStaff,
    z.object({
      id: z.uuid().nullable(),
      name: z.string().trim().min(1).max(80),
      request: OverviewRequest,
    }),
  ).answers<string>(),
  removeSaved: command(pupilStaff, z.object({ id: z.uuid() })).answers<null>(),
})
export type OverviewsContract = typeof overviewsContract
