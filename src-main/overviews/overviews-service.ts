import { asc, eq } from 'drizzle-orm'
import type { OverviewKind, OverviewRequest } from '#shared/overviews/overview.ts'
import type { OverviewsContract } from '#shared/overviews/overviews-contract.ts'
import type { Language } from '#shared/platform/language.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import type { School } from '#shared/school/school.ts'
import { seesEveryPupil } from '#shared/staff/rights.ts'
import { StaffId } from '#shared/staff/staff.ts'
import type { Context, ReadDb, Service } from '../platform/database.ts'
import { schools } from '../school/school-table.ts'
import { staff } from '../staff/staff-table.ts'
import { savedOverviews } from './overviews-table.ts'
import { footerOf, paperStyles, type Sheet, titleOf, writeDocument } from './page.ts'
import { type LetterPortal, type PrintJob, startPrintJob } from './print-job.ts'
import { addressLabels } from './sheets/address-labels.ts'
import { birthdayList } from './sheets/birthday-list.ts'
import { classOverview } from './sheets/class-overview.ts'
import { emergencyList } from './sheets/emergency-list.ts'
import { linkLetters } from './sheets/link-letters/link-letters.ts'
import { photoList } from './sheets/photo-list.ts'
import { pupilSheet } from './sheets/pupil-sheet.ts'

const sheets: Record<OverviewKind, (job: PrintJob) => Sheet> = {
  'class-overview': classOverview,
  'emergency-list': emergencyList,
  'photo-list': photoList,
  'birthday-list': birthdayList,
  'address-labels': addressLabels,
  'pupil-sheet': pupilSheet,
  'link-letters': linkLetters,
}

/** Lists and sheets on paper, and the choices that people saved for them. */
export const createOverviews = (portal: () => LetterPortal | null): Service<OverviewsContract> => ({
  make(db, request, context) {
    if (request.kind === 'link-letters' && !seesEveryPupil(context)) {
      return refuse('overview.no-letters')
    }
    if (request.kind === 'class-overview' && request.columns.length === 0) {
      return refuse('overview.no-columns')
    }
    const school = db.select().from(schools).get()
    if (!school) return refuse('overview.no-pupils')

    const language = languageFor(db, context, school)
    const job = startPrintJob(db, {
      ...onItsPaper(request, context, school, language),
      portal: portal(),
    })
    const pupilCount = job.sections.reduce((sum, { pupils }) => sum + pupils.length, 0)
    if (pupilCount === 0) return refuse('overview.no-pupils')

    const [only] = job.sections
    const title = titleOf(job, job.sections.length === 1 ? only : undefined)
    const sheet = sheets[request.kind](job)
    const codeIds = sheet.codeIds ?? []
    if (request.kind === 'link-letters' && codeIds.length === 0) {
      return refuse('overview.no-letters')
    }
    const footer = sheet.isBare ? '' : footerOf(job)
    return ok({
      title,
      language,
      html: writeDocument(job, title, sheet),
      paperStyles: sheet.isBare ? '' : paperStyles(job, footer),
      orientation: job.request.orientation,
      footer,
      leftOut: job.leftOut(),
      pupilCount,
      codeIds,
    })
  },

  saved(db) {
    return db
      .select({ id: savedOverviews.id, name: savedOverviews.name, request: savedOverviews.request })
      .from(savedOverviews)
      .orderBy(asc(savedOverviews.name))
      .all()
  },

  save(db, { id, name, request }, { staffId, newId }) {
    const row = { id: id ?? newId(), staffId: StaffId.parse(staffId), name, request }
    db.save(savedOverviews, row)
    db.describe(name)
    return row.id
  },

  removeSaved(db, { id }) {
    const known = db.select().from(savedOverviews).where(eq(savedOverviews.id, id)).get()
    if (!known) return null
    db.describe(known.name)
    db.remove(savedOverviews, id)
    return null
  },
})

/** Labels and sheets to check have one shape of paper, whatever was chosen for lists. */
function onItsPaper(
  request: OverviewRequest,
  context: Context,
  school: School,
  language: Language,
) {
  const isUpright = ['address-labels', 'pupil-sheet', 'link-letters'].includes(request.kind)
  const orientation = isUpright ? 'portrait' : request.orientation
  return { request: { ...request, orientation }, context, school, language } as const
}

/** The language of whoever prints, else the school's. */
function languageFor(db: ReadDb, { staffId }: Context, school: School): Language {
  const me = db
    .select()
    .from(staff)
    .where(eq(staff.id, StaffId.parse(staffId)))
    .get()
  return me?.language ?? school.language
}
