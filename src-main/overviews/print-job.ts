import type { LinkCode } from '#shared/accounts/office/link-code-row.ts'
import { consentsMessages } from '#shared/consents/consents-messages.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { showPhone } from '#shared/families/phone-display.ts'
import type { OverviewRequest } from '#shared/overviews/overview.ts'
import { overviewChoiceMessages } from '#shared/overviews/overview-choice-messages.ts'
import type { LeftOut } from '#shared/overviews/overviews-contract.ts'
import { overviewsMessages } from '#shared/overviews/overviews-messages.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import type { School } from '#shared/school/school.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import { type PaperFormats, paperFormats } from './formats.ts'
import { createRecords, type Records } from './reading/records.ts'
import { readSections, type Section } from './reading/sections.ts'

export type Words = ReturnType<typeof wordsOf>

/** Everything a sheet is made of: whom it is about, what is known of them, words and formats. */
export type PrintJob = {
  readonly db: ReadDb
  readonly request: OverviewRequest
  readonly context: Context
  readonly school: School
  readonly sections: readonly Section[]
  readonly records: Records
  readonly words: Words
  readonly formats: PaperFormats
  /** `06 12345678`, as the school's country writes it. */
  readonly phone: (number: string) => string
  /** Guardians' door and the code of a letter; null before the school has a portal. */
  readonly portal: LetterPortal | null
  /** Notes that something is not printed, so that preview and paper can say so. */
  readonly leaveOut: (reason: LeftOut['reason'], count: number) => void
  readonly leftOut: () => readonly LeftOut[]
}

type Start = {
  readonly request: OverviewRequest
  readonly context: Context
  readonly school: School
  readonly language: Language
  readonly portal: LetterPortal | null
}

export type LetterPortal = {
  readonly url: string
  /** Null when this computer cannot make it. */
  readonly codeOf: (code: LinkCode, schoolId: string) => string | null
}

export function startPrintJob(
  db: ReadDb,
  { request, context, school, language, portal }: Start,
): PrintJob {
  const sections = readSections(db, request, context)
  const ids = sections.flatMap((section) => section.pupils.map(({ pupil }) => pupil.id))
  const counts = new Map<LeftOut['reason'], number>()
  const leaveOut = (reason: LeftOut['reason'], count: number) => {
    if (count > 0) counts.set(reason, (counts.get(reason) ?? 0) + count)
  }
  leaveOut(
    'protected',
    sections.reduce((sum, { hiddenCount }) => sum + hiddenCount, 0),
  )
  return {
    db,
    request,
    context,
    school,
    sections,
    records: createRecords(db, ids),
    words: wordsOf(language),
    portal,
    formats: paperFormats(language),
    phone: (number) => showPhone(number, school.country),
    leaveOut,
    leftOut: () => [...counts].map(([reason, count]) => ({ reason, count })),
  }
}

function wordsOf(language: Language) {
  return {
    language,
    say: speak(overviewsMessages, language),
    ofChoice: speak(overviewChoiceMessages, language),
    ofPupil: speak(pupilFieldMessages, language),
    ofFamily: speak(familyFieldsMessages, language),
    ofConsent: speak(consentsMessages, language),
  }
}
