import { childrenMessages } from '#shared/children/children-messages.ts'
import { type ConsentPurpose, consentPurposes } from '#shared/consents/consent.ts'
import { speak } from '#shared/platform/messages.ts'
import { idOf } from '../../platform/id-of.ts'
import { asked, type PageRoutes, typed } from '../../platform/page-routes.ts'
import { isoOf, type PortalParts, type SchoolRows } from '../../platform/portal-parts.ts'
import { sendProblem } from '../../platform/problem-page.tsx'
import { readAnswer } from '../children-table.ts'
import { readAsking } from '../file/read-asking.ts'
import { type Family, readFamily } from '../file/read-family.ts'
import { type AtChild, ofChild, sendChildPage } from '../frame/child-pages.tsx'
import { ConsentsPage } from './consents-page.tsx'

/** Which wording was put to the guardian; another wording is another version, and is asked again. */
export const consentWording = 'portaal 1'

/** Consents per purpose: they count at once, and every answer stays (GDPR article 7). */
export function serveConsents(pages: PageRoutes, parts: PortalParts) {
  const path = '/children/:link/privacy'

  pages.get(
    path,
    'guardian',
    ofChild(parts, async (at, tx, request, reply) => {
      const { child, visit, who } = at
      if (child.protectionLevel >= 2) return sendProblem(reply, visit, 'not-found')
      const { guardianId } = who.session
      const family = await readFamily(tx, parts, { guardianId, pupilIds: [child.pupilId] })
      const asking = await readAsking(tx, parts, guardianId)
      const title = speak(childrenMessages, visit.language)('tab.privacy')
      const content = (
        <ConsentsPage
          at={at}
          asking={asking}
          answers={answersOf(family)}
          isSaved={asked(request, 'done') === 'saved'}
        />
      )
      return sendChildPage(reply, at, { title, place: 'privacy' }, content)
    }),
  )

  pages.post(
    path,
    'guardian',
    ofChild(parts, async (at, tx, request, reply) => {
      const { child, visit, who } = at
      if (!child.hasAuthority || child.protectionLevel >= 2) {
        return sendProblem(reply, visit, 'form')
      }
      const { guardianId, schoolId } = who.session
      const chosen = readChoices(request.body)
      if (!chosen) return sendProblem(reply, visit, 'form')
      await parts.writeRows(tx, schoolId, async (rows) => {
        const family = await readFamily(tx, parts, { guardianId, pupilIds: [child.pupilId] })
        const once = typed(request, 'once')
        await keepAnswers(rows, { at, family, chosen, once, now: parts.now() })
      })
      return reply.redirect(`/children/${child.linkId}/privacy?done=saved`, 303)
    }),
  )
}

export const answersOf = ({ all }: Family) =>
  all
    .filter(({ tbl }) => tbl === 'consents')
    .map(({ fields }) => ({ ...readAnswer(fields), givenOn: String(fields.givenOn) }))
    .toSorted((a, b) => b.recordedAt.localeCompare(a.recordedAt))

type Choices = ReadonlyMap<ConsentPurpose, boolean>

/** Null when the form holds anything else than answers to our questions. */
function readChoices(body: unknown): Choices | null {
  const chosen = new Map<ConsentPurpose, boolean>()
  for (const [name, value] of Object.entries(Object(body))) {
    if (name === 'form' || name === 'once') continue
    const purpose = consentPurposes.find((each) => name === `consent.${each}`)
    if (!purpose || (value !== 'yes' && value !== 'no')) return null
    chosen.set(purpose, value === 'yes')
  }
  return chosen
}

type Keeping = {
  readonly at: AtChild
  readonly family: Family
  readonly chosen: Choices
  readonly once: string
  readonly now: number
}

/** Adds an answer where it differs from the guardian's last one: the same form twice adds nothing. */
async function keepAnswers(rows: SchoolRows, { at, family, chosen, once, now }: Keeping) {
  const { guardianId } = at.who.session
  const own = answersOf(family).filter((answer) => answer.guardianId === guardianId)
  for (const [purpose, granted] of chosen) {
    const last = own.find((answer) => answer.purpose === purpose)
    const id = idOf('consents', guardianId, at.child.pupilId, purpose, once)
    if (last?.granted === granted || (await rows.find('consents', id))) continue
    await rows.save('consents', id, {
      ...{ pupilId: at.child.pupilId, guardianId, purpose, granted: granted ? 1 : 0 },
      ...{ givenOn: at.today, version: consentWording, note: null, recordedAt: isoOf(now) },
    })
  }
}
