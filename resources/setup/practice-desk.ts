import { createHash, generateKeyPairSync, randomInt, randomUUID, sign } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { linkCodeText, makeLinkCode, readLinkCode } from '#shared/accounts/link-code.ts'
import { sessionText } from '#shared/sync/orders.ts'
import { schemaWindow } from '#shared/sync/schema-window.ts'
import { protocolVersion } from '#shared/sync/sync-protocol.ts'
import { syncedFields } from '#shared/sync/synced-fields.ts'
import type { PracticeRows } from '../../src-main/practice/practice-rows.ts'

type Found = { readonly app: FastifyInstance; readonly code: string; readonly rows: PracticeRows }

const day = 86_400_000
const batchRows = 150
/** What is large: of these tables only what the pages of the guardian with the codes show. */
const accountTables = new Set(['linkCodes', 'guardianAccounts', 'accessRequests'])
const partly = new Set(['photos', 'consents', 'medicals'])

/** Moves a practice school into a portal, as its first desk would, and makes codes for letters. */
export async function movePracticeSchool({ app, code, rows }: Found) {
  const desk = await join(app, code, rows)
  const today = new Date().toISOString().slice(0, 10)
  const here = new Set<string>(
    rows.enrolments
      .filter(({ endsOn }) => endsOn === null || endsOn >= today)
      .map(({ pupilId }) => pupilId),
  )
  const open = new Set(
    rows.pupils
      .filter(({ id, protectionLevel }) => protectionLevel === 0 && here.has(id))
      .map(({ id }) => id),
  )
  const links = rows.guardianLinks.filter(
    ({ portalAccess, noContact, pupilId, authority }) =>
      portalAccess && !noContact && authority !== 'none' && open.has(pupilId),
  )
  // Nothing of them is covered: what protection leaves of the pages shows little.
  const covered = new Set<string>(
    rows.pupils.filter(({ protectionLevel }) => protectionLevel > 0).map(({ id }) => id),
  )
  const isParentOfTwo = (guardianId: string) =>
    links.filter((link) => link.guardianId === guardianId).length > 1 &&
    rows.guardianLinks.every((link) => link.guardianId !== guardianId || !covered.has(link.pupilId))
  const guardian = links.find(({ guardianId }) => isParentOfTwo(guardianId))?.guardianId
  const chosen = links.filter(({ guardianId }) => guardianId === guardian).slice(0, 2)
  const shown = pupilsAround(
    rows,
    chosen.map(({ pupilId }) => pupilId),
  )
  const isShown = (table: string, row: object) => {
    const { pupilId, id } = Object(row)
    return !partly.has(table) || shown.has(String(pupilId ?? id))
  }
  // Accounts begin at the portal itself.
  const theirs = Object.entries(rows).filter(([table]) => !accountTables.has(table))
  const sets = theirs.flatMap(([table, each]) =>
    each.filter((row) => isShown(table, row)).map((row) => desk.set(table, row)),
  )
  for (let at = 0; at < sets.length; at += batchRows)
    await desk.push(sets.slice(at, at + batchRows))
  await desk.push([desk.set('dataChecks', aDataCheck())])

  const madeAt = new Date().toISOString()
  const codes = chosen.map(({ id, pupilId }) => {
    const made = makeLinkCode(randomInt)
    const text = linkCodeText(desk.schoolId, readLinkCode(made) ?? '')
    const sha = createHash('sha256').update(text).digest('hex')
    const endsOn = new Date(Date.now() + 30 * day).toISOString().slice(0, 10)
    const pupil = rows.pupils.find((each) => each.id === pupilId)
    return {
      code: made,
      pupil: pupil?.firstName ?? '',
      row: {
        id: randomUUID(),
        linkId: id,
        way: 'letter',
        sha,
        endsOn,
        madeAt,
        madeBy: desk.staffId,
      },
    }
  })
  await desk.push(codes.map(({ row }) => desk.set('linkCodes', row)))
  return codes.map(({ code: shown, pupil }) => ({ code: shown, pupil }))
}

/** The children, and who is in a group with one of them. */
function pupilsAround({ memberships }: PracticeRows, pupilIds: readonly string[]) {
  const own = memberships.filter(({ pupilId }) => pupilIds.includes(pupilId))
  const groups = new Set(own.map(({ groupId }) => groupId))
  const mates = memberships.filter(({ groupId }) => groups.has(groupId))
  return new Set<string>([...pupilIds, ...mates.map(({ pupilId }) => pupilId)])
}

/** The school asks everybody whether the data are still right. */
const aDataCheck = () => ({
  id: randomUUID(),
  name: 'Gegevenscontrole',
  groupIds: null,
  startedOn: new Date().toISOString().slice(0, 10),
  endsOn: new Date(Date.now() + 14 * day).toISOString().slice(0, 10),
  remindedAt: null,
  closedAt: null,
})

async function join(app: FastifyInstance, code: string, rows: PracticeRows) {
  const [school] = rows.schools
  const office = rows.staff.find(({ role }) => role === 'office')
  if (!school || !office) throw new Error('The practice school has no office.')
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const described = {
    id: school.id,
    name: school.name,
    country: school.country,
    language: school.language,
  }
  const joined = await post(app, 'found', {
    code,
    school: described,
    staffId: office.id,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    deviceName: 'Practice',
  })
  const { nonce } = await post(app, 'challenge', { device: joined.device })
  const signature = sign(null, Buffer.from(sessionText(joined.device, nonce)), privateKey).toString(
    'base64',
  )
  const { token } = await post(app, 'session', { device: joined.device, nonce, signature })
  return aDesk(app, { ...joined, token })
}

type Joined = Record<'device' | 'tag' | 'schoolId' | 'staffId' | 'epoch' | 'token', string>

function aDesk(app: FastifyInstance, { device, tag, schoolId, staffId, epoch, token }: Joined) {
  let count = 0
  let batch = 0
  const began = Date.now()
  const stamp = () => {
    count++
    const millis = (began + Math.floor(count / 60_000)).toString(16).padStart(12, '0')
    return `${millis}-${(count % 60_000).toString(16).padStart(4, '0')}-${tag}`
  }
  return {
    schoolId,
    staffId,
    set(table: string, row: { readonly id: string }) {
      const names = Object.keys(syncedFields[table] ?? {})
      const fields = Object.fromEntries(names.map((name) => [name, asStored(Object(row)[name])]))
      return ['s', randomUUID(), count, table, row.id, null, fields, stamp(), null, staffId]
    },
    async push(operations: readonly unknown[]) {
      const sha = createHash('sha256').update(JSON.stringify(operations)).digest('hex')
      const body = {
        protocol: protocolVersion,
        schema: schemaWindow.max,
        device,
        epoch,
        batch: ++batch,
      }
      const answer = await post(
        app,
        'push',
        { ...body, sha, acknowledged: batch - 1, operations },
        token,
      )
      const wrong = answer.outcomes.find(
        (each: unknown) => each !== 1 && Object(each).fate !== 'applied',
      )
      if (wrong)
        throw new Error(`The portal did not take the practice school: ${JSON.stringify(wrong)}`)
    },
  }
}

/** As SQLite has it: yes and no are 1 and 0, a list is JSON. */
function asStored(value: unknown) {
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null)
}

async function post(app: FastifyInstance, path: string, payload: object, token?: string) {
  const headers = {
    'content-type': 'application/json',
    ...(token && { authorization: `Bearer ${token}` }),
  }
  const url = `/sync/v1/${path}`
  const answer = await app.inject({
    method: 'POST',
    url,
    headers,
    payload: JSON.stringify(payload),
  })
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`)
  const isPacked = answer.headers['content-encoding'] === 'gzip'
  return JSON.parse(isPacked ? gunzipSync(answer.rawPayload).toString('utf8') : answer.body)
}
