import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AbsenceReport } from '#shared/absences/absence-report.ts'
import { type GuardianRefusal, isOpen, mayChange } from '#shared/absences/guardian-rules.ts'
import { absencePagesMessages } from '#shared/absences/messages/absence-pages-messages.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import { speak } from '#shared/platform/messages.ts'
import type { Result } from '#shared/platform/result.ts'
import { type Child, childrenOf } from '../children/children-table.ts'
import { sendPage } from '../platform/page.tsx'
import { asGuardian, asked, type PageRoutes, typed, type Who } from '../platform/page-routes.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import { day, type PortalParts } from '../platform/portal-parts.ts'
import { sendProblem } from '../platform/problem-page.tsx'
import { isWithinLimits } from '../platform/rate-limits.ts'
import type { Visit } from '../platform/visit.ts'
import { type AbsenceHouse, readHouse, reportsOf } from './absence-rows.ts'
import { comeBack, keepReport, withdrawReport } from './keep-report.ts'
import { AbsencesPage, type Done, type ShownChild } from './pages/absences-page.tsx'
import { type FormTrouble, fieldsOf, readTyped, type TypedReport } from './pages/read-form.ts'
import { pastMarks } from './past-marks.ts'

const path = '/absences'

/** Where guardians report a child absent; gone when the school switched it off. */
export function serveAbsences(pages: PageRoutes, parts: PortalParts) {
  pages.get(
    path,
    'guardian',
    asGuardian(async (who, visit, request, reply) =>
      show(parts, who, visit, reply, {
        typed: null,
        change: asked(request, 'change'),
        trouble: null,
        done: doneOf(asked(request, 'done')),
      }),
    ),
  )
  pages.post(
    path,
    'guardian',
    asGuardian((...given) => report(parts, ...given)),
  )
  pages.post(
    `${path}/withdraw`,
    'guardian',
    asGuardian((...given) => onOne(parts, 'withdrawn', withdrawReport, ...given)),
  )
  pages.post(
    `${path}/back`,
    'guardian',
    asGuardian((...given) =>
      onOne(
        parts,
        'back',
        async (tx, _parts, of) =>
          comeBack(tx, parts, { ...of, ...(await backWhen(tx, parts, given[2])) }),
        ...given,
      ),
    ),
  )
}

/** What nobody's morning asks for: a whole class of children, several times over. */
const perDay = 40

async function report(
  parts: PortalParts,
  who: Who,
  visit: Visit,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const limit = { what: 'absences', who: who.session.accountId, most: perDay, millis: day }
  if (!(await isWithinLimits(parts, [limit]))) return sendProblem(reply, visit, 'busy')
  const given = readTyped(request)
  const fields = fieldsOf(given)
  const shown = (trouble: GuardianRefusal | FormTrouble) =>
    show(parts, who, visit, reply, { typed: given, change: given.instead, trouble, done: null })
  if (typeof fields === 'string') return shown(fields)
  const answer = await parts.database.inSchool(who.school.id, async (tx) => {
    const children = await mayReport(tx, parts, who)
    const chosen = children.filter(({ linkId }) => given.links.includes(linkId))
    return keepReport(tx, parts, {
      schoolId: who.school.id,
      guardianId: who.session.guardianId,
      pupilIds: chosen.map(({ pupilId }) => pupilId),
      fields,
      instead: given.instead || null,
    })
  })
  if (!answer.ok) return shown(answer.refusal)
  return reply.redirect(`${path}?done=${given.instead ? 'changed' : 'reported'}`, 303)
}

/** Children that the guardian has a say in: who only has a right to know reports nobody absent. */
async function mayReport(tx: SchoolTx, parts: PortalParts, who: Who): Promise<readonly Child[]> {
  const house = await readHouse(tx, parts.now())
  if (!house.settings.guardiansReport) return []
  const children = await childrenOf(tx, who.session, house.today)
  return children.filter((child) => child.hasAuthority)
}

type OnReport = (
  tx: SchoolTx,
  parts: PortalParts,
  given: {
    readonly schoolId: string
    readonly guardianId: string
    readonly pupilIds: readonly string[]
    readonly reportId: string
  },
) => Promise<Result<null, GuardianRefusal>>

async function onOne(
  parts: PortalParts,
  done: Done,
  act: OnReport,
  who: Who,
  visit: Visit,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { school, session } = who
  const answer = await parts.database.inSchool(school.id, async (tx) => {
    const children = await mayReport(tx, parts, who)
    return act(tx, parts, {
      schoolId: school.id,
      guardianId: session.guardianId,
      pupilIds: children.map(({ pupilId }) => pupilId),
      reportId: typed(request, 'report'),
    })
  })
  if (answer.ok) return reply.redirect(`${path}?done=${done}`, 303)
  return show(parts, who, visit, reply, {
    typed: null,
    change: '',
    trouble: answer.refusal,
    done: null,
  })
}

async function backWhen(tx: SchoolTx, parts: PortalParts, request: unknown) {
  const { today } = await readHouse(tx, parts.now())
  const when: unknown = Object(Object(request).body).when
  const on: Day = when === 'tomorrow' ? addDays(today, 1) : today
  return { on, part: when === 'afternoon' ? ('afternoon' as const) : ('morning' as const) }
}

type Shown = {
  readonly typed: TypedReport | null
  /** The report that is being changed. */
  readonly change: string
  readonly trouble: GuardianRefusal | FormTrouble | null
  readonly done: Done | null
}

async function show(
  parts: PortalParts,
  { school, session }: Who,
  visit: Visit,
  reply: FastifyReply,
  shown: Shown,
) {
  const { guardianId } = session
  const found = await parts.database.inSchool(school.id, async (tx) => {
    const house = await readHouse(tx, parts.now())
    if (!house.settings.guardiansReport) return null
    const children = await childrenOf(tx, session, house.today)
    return { house, pupils: await readChildren(tx, parts, children, house) }
  })
  if (!found) return sendProblem(reply, visit, 'not-found')
  const { house, pupils } = found
  const typedNow = shown.typed ?? formOf(pupils, shown.change, guardianId, house)
  return sendPage(
    reply,
    { ...visit, path },
    {
      title: speak(absencePagesMessages, visit.language)('title'),
      status: shown.trouble ? 422 : 200,
      content: (
        <AbsencesPage
          visit={visit}
          house={house}
          guardianId={guardianId}
          pupils={pupils}
          typed={typedNow}
          trouble={shown.trouble}
          done={shown.done}
        />
      ),
    },
  )
}

async function readChildren(
  tx: SchoolTx,
  parts: PortalParts,
  children: readonly Child[],
  house: AbsenceHouse,
): Promise<readonly ShownChild[]> {
  const reports = await reportsOf(
    tx,
    parts,
    children.map(({ pupilId }) => pupilId),
  )
  const shown: ShownChild[] = []
  for (const child of children) {
    shown.push({
      linkId: child.linkId,
      pupilId: child.pupilId,
      name: child.name,
      standing: reports
        .filter(({ pupilId }) => pupilId === child.pupilId)
        .filter((report) => isOpen(report, house.today))
        .toSorted((a, b) => a.from.localeCompare(b.from)),
      past: await pastMarks(tx, parts, child, house),
    })
  }
  return shown
}

const nothing: TypedReport = {
  links: [],
  code: '',
  from: '',
  until: '',
  untilNotice: false,
  part: '',
  fromTime: '',
  untilTime: '',
  note: '',
  instead: '',
}

/** The form as it opens: empty, or with the report that is being changed. */
function formOf(
  pupils: readonly ShownChild[],
  change: string,
  guardianId: string,
  { today, nowTime, settings }: AbsenceHouse,
): TypedReport {
  const child = pupils.find(({ standing }) => standing.some(({ id }) => id === change))
  const report = child?.standing.find(({ id }) => id === change)
  const mayAsk =
    report && mayChange(report, guardianId, { today, nowTime, cutOff: settings.cutOff })
  return child && report && mayAsk ? typedOf(report, child.linkId) : nothing
}

const typedOf = (report: AbsenceReport, linkId: string): TypedReport => ({
  links: [linkId],
  code: report.code,
  from: report.from,
  until: report.until === report.from ? '' : (report.until ?? ''),
  untilNotice: report.until === null,
  part: report.part,
  fromTime: report.fromTime ?? '',
  untilTime: report.untilTime ?? '',
  note: report.note ?? '',
  instead: report.id,
})

const doneOf = (text: string): Done | null =>
  (['reported', 'withdrawn', 'back', 'changed'] as const).find((each) => each === text) ?? null
