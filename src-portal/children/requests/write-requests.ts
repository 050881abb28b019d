import { isOpen } from '#shared/change-requests/data-check.ts'
import { Day } from '#shared/platform/day.ts'
import { idOf } from '../../platform/id-of.ts'
import { isoOf, type SchoolRows } from '../../platform/portal-parts.ts'
import type { Child } from '../children-table.ts'
import type { CheckRow } from '../file/asking-rows.ts'
import type { Family } from '../file/read-family.ts'
import { type Ask, hasChanges, type Typed } from '../tabs/read-form.ts'
import { type Ground, mayAsk, pupilIdsFor } from '../tabs/tab-model.ts'

type Sending = {
  readonly ground: Ground
  readonly asks: readonly Ask[]
  readonly typed: Typed
  /** Of the form that was sent: the same form makes the same rows. */
  readonly once: string
  readonly accountId: string
}

export type Sent = 'sent' | 'nothing' | 'refused'

/**
 * Writes what was asked on one tab as requests: all of it, or nothing when any part of it is not this
 * guardian's to ask, whatever the form said. A new contact is a request of its own, since it is made
 * for every child that the request names.
 */
export async function writeRequests(rows: SchoolRows, sending: Sending): Promise<Sent> {
  const { ground, asks, typed } = sending
  if (asks.length === 0 || !hasChanges(typed)) return 'nothing'
  const isNewContact = ({ act, tbl }: Ask) => act === 'add' && tbl === 'contactLinks'
  const batches = [asks.filter((ask) => !isNewContact(ask)), asks.filter(isNewContact)]
  const plans = batches
    .filter((batch) => batch.length > 0)
    .map((batch) => ({ batch, pupilIds: childrenFor(sending, batch) }))
  const isMedical = ground.tab === 'medical'
  const isFine = plans.every(({ batch, pupilIds }) =>
    batch.every((ask) => mayAsk(ground, { ...ask, isMedical }, pupilIds)),
  )
  if (!isFine) return 'refused'
  for (const { batch, pupilIds } of plans) await writeRequest(rows, sending, batch, pupilIds)
  return 'sent'
}

/** Who the request is for: whom the rows are about, and the children that were ticked. */
function childrenFor({ ground, typed }: Sending, batch: readonly Ask[]): readonly string[] {
  const about = batch.flatMap((ask) => pupilIdsFor(ground, ask))
  const isShared = batch.some(
    ({ act, tbl }) => tbl === 'households' || (act === 'add' && tbl === 'contactLinks'),
  )
  const ticked = isShared ? tickedChildren(ground.siblings, typed) : []
  return [...new Set([...about, ...ticked])]
}

export const tickedChildren = (siblings: readonly Child[], typed: Typed) =>
  siblings.filter(({ linkId }) => typed[`also.${linkId}`] === '1').map(({ pupilId }) => pupilId)

async function writeRequest(
  rows: SchoolRows,
  { ground, typed, once, accountId }: Sending,
  asks: readonly Ask[],
  pupilIds: readonly string[],
) {
  const { tab, family, now } = ground
  const isNewContact = asks.some(({ act, tbl }) => act === 'add' && tbl === 'contactLinks')
  const id = idOf('changeRequests', accountId, once, tab, isNewContact ? 'contact' : '')
  if (await rows.find('changeRequests', id)) return
  const isMedical = tab === 'medical' ? 1 : 0
  const partIds = asks.map((_ask, at) => idOf('changeParts', id, String(at)))
  for (const [at, { name: _name, ...ask }] of asks.entries()) {
    await rows.save('changeParts', partIds[at] ?? '', {
      ...ask,
      ...openPart,
      requestId: id,
      position: at + 1,
      remark: at === 0 ? typed.remark?.trim().slice(0, 1000) || null : null,
      isMedical,
    })
  }
  const check = openCheck(ground)
  await rows.save('changeRequests', id, {
    ...{ guardianId: family.guardianId, pupilIds: JSON.stringify(pupilIds), tab, source: 'portal' },
    ...{ isMedical, partIds: JSON.stringify(partIds), madeAt: isoOf(now), enteredBy: null },
    ...{ checkId: check?.id ?? null, withdrawnAt: null, answeredAt: null },
  })
  if (check) await confirm(rows, ground, { way: 'request', key: id })
}

const openPart = {
  ...{ documentAskedAt: null, documentSeenAt: null, decision: null, decided: null },
  ...{ before: null, reason: null, decidedAt: null, decidedBy: null },
}

type Checking = Pick<Ground, 'asking' | 'siblings' | 'now'> & {
  readonly family: Pick<Family, 'guardianId'>
}

/** The round that asks this guardian now, if there is one. */
export function openCheck({ asking, siblings, now }: Omit<Checking, 'family'>): CheckRow | null {
  const today = Day.parse(isoOf(now).slice(0, 10))
  const groups = new Set(siblings.flatMap((each) => each.groups.map(({ id }) => id)))
  const concerns = ({ groupIds }: CheckRow) =>
    groupIds === null || groupIds.some((id) => groups.has(id))
  return (
    asking.checks.find(
      (check) => isOpen(check, today) && check.startedOn <= today && concerns(check),
    ) ?? null
  )
}

type How = { readonly way: 'right' | 'request'; readonly key: string }

/** The guardian looked: everything is right, or something was asked. */
export async function confirm(rows: SchoolRows, ground: Checking, { way, key }: How) {
  const { family, now } = ground
  const id = idOf('dataConfirmations', family.guardianId, key)
  if (await rows.find('dataConfirmations', id)) return
  await rows.save('dataConfirmations', id, {
    ...{ guardianId: family.guardianId, checkId: openCheck(ground)?.id ?? null },
    ...{ confirmedAt: isoOf(now), source: 'portal', way },
  })
}

/** Takes back what is not decided yet; what was decided in the meantime stands. */
export async function withdraw(
  rows: SchoolRows,
  request: { readonly id: string; readonly partIds: readonly string[] },
  now: number,
): Promise<boolean> {
  const present = await rows.find('changeRequests', request.id)
  if (!present || present.withdrawnAt !== null || present.answeredAt !== null) return false
  let isAny = false
  for (const partId of request.partIds) {
    const part = await rows.find('changeParts', partId)
    if (!part || (part.decision ?? null) !== null) continue
    await rows.save('changeParts', partId, { decision: 'withdrawn', decidedAt: isoOf(now) })
    isAny = true
  }
  if (isAny) await rows.save('changeRequests', request.id, { withdrawnAt: isoOf(now) })
  return isAny
}
