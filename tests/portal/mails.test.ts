import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { it } from 'node:test'
import { sql } from 'drizzle-orm'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { queueMail, queueMailAbout } from '../../src-portal/platform/mail-queue.ts'
import { sendWaitingMails } from '../../src-portal/platform/mail-sender.ts'
import { type PortalDatabase, rowsOf } from '../../src-portal/platform/portal-database.ts'
import { portalParts } from '../../src-portal/portal.ts'
import { onOneDatabase } from './test-databases.ts'

const school = '0197c000-0000-7000-8000-000000000001'
const account = '0197c000-0000-7000-8000-000000000009'
const from = 'De Linde <school@example.org>'

/** A real SMTP server on this computer. It answers 550 or 451 to addresses that say so. */
async function aMailServer() {
  const letters: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const code = /^(550|451)@/.exec(address)?.[1]
      done(code ? Object.assign(new Error('no'), { responseCode: Number(code) }) : null)
    },
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part) => parts.push(part))
      stream.on('end', () => {
        letters.push(Buffer.concat(parts).toString('utf8'))
        // Slow, so that two processes that take the same letter would both be seen to.
        setTimeout(done, 5)
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const transport = () =>
    createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { letters, transport, stop, url: `smtp://127.0.0.1:${port}` }
}

async function aQueue(database: PortalDatabase) {
  const clock = { now: Date.parse('2026-11-22T08:00:00Z') }
  const parts = portalParts({ database, key: Buffer.alloc(32, 7), now: () => clock.now })
  await database.acrossSchools((tx) =>
    tx.execute(
      sql`INSERT INTO schools (school_id, name, country, language, made_at)
          VALUES (${school}::uuid, 'De Linde', 'nl', 'nl', '2026-11-22T08:00:00Z')`,
    ),
  )
  const put = (to: string, subject = 'Dag') =>
    database.inSchool(school, (tx) => {
      const letter = { to, subject, text: 'geheime tekst', html: '<p>geheime tekst</p>' }
      return queueMail(tx, parts, { schoolId: school, accountId: null, template: 'reset', letter })
    })
  const rows = () =>
    database.inSchool(school, (tx) =>
      rowsOf<{ state: string; tries: number; failure: string | null; letter: string | null }>(
        tx,
        sql`SELECT state, tries, failure, letter FROM mails ORDER BY made_at, mail_id`,
      ),
    )
  return { clock, parts, put, rows, database }
}

onOneDatabase('the mail queue', (open) => {
  it('sends through a real server, and keeps neither address nor text afterwards', async () => {
    const queue = await aQueue(await open())
    const server = await aMailServer()
    await queue.put('anna@example.org')
    const [before] = await queue.rows()

    const sent = await sendWaitingMails(queue.parts, server.transport(), from)
    const [after] = await queue.rows()
    await server.stop()

    assert.doesNotMatch(JSON.stringify(before), /anna|geheim/)
    assert.equal(sent, 1)
    assert.deepEqual(after, { state: 'sent', tries: 1, failure: null, letter: null })
    assert.match(server.letters[0] ?? '', /To: anna@example\.org/)
    assert.match(server.letters[0] ?? '', /Message-ID: <[0-9a-f-]{36}@example\.org>/)
    assert.match(server.letters[0] ?? '', /text\/plain[\s\S]*text\/html/)
  })

  it('gives up what a server refuses for good, and tries again later what it refuses for now', async () => {
    const queue = await aQueue(await open())
    const server = await aMailServer()
    await queue.put('550@example.org')
    await queue.put('451@example.org')
    const transport = server.transport()

    await sendWaitingMails(queue.parts, transport, from)
    const first = await queue.rows()
    await sendWaitingMails(queue.parts, transport, from)
    const tooSoon = await queue.rows()
    for (let tries = 0; tries < 8; tries++) {
      queue.clock.now += 12 * 3_600_000
      await sendWaitingMails(queue.parts, transport, from)
    }
    const last = await queue.rows()
    await server.stop()

    assert.deepEqual(first.map(({ state, failure }) => [state, failure]).toSorted(), [
      ['failed', '550'],
      ['waiting', '451'],
    ])
    assert.deepEqual(tooSoon, first)
    assert.deepEqual(
      last.map(({ state }) => state),
      ['failed', 'failed'],
    )
    assert.deepEqual(last.map(({ tries }) => Number(tries)).toSorted(), [1, 8])
  })

  it('waits while no server answers', async () => {
    const queue = await aQueue(await open())
    const server = await aMailServer()
    const transport = server.transport()
    await server.stop()
    await queue.put('anna@example.org')

    await sendWaitingMails(queue.parts, transport, from)

    const [row] = await queue.rows()
    assert.equal(row?.state, 'waiting')
    assert.match(row?.failure ?? '', /ESOCKET|ECONNREFUSED|ECONNECTION/)
  })

  it('sends each letter once, however many processes empty the queue', async () => {
    const queue = await aQueue(await open())
    const server = await aMailServer()
    for (let count = 0; count < 30; count++) await queue.put('anna@example.org', `Brief ${count}`)

    const counts = await Promise.all(
      [1, 2, 3].map(() => sendWaitingMails(queue.parts, server.transport(), from)),
    )
    await server.stop()

    const subjects = server.letters.map((letter) => /Subject: (.*)\r/.exec(letter)?.[1])
    assert.equal(
      counts.reduce((a, b) => a + b),
      30,
    )
    assert.equal(new Set(subjects).size, 30)
    assert.equal(server.letters.length, 30)
  })

  it('tells nothing of a pupil to an address that nobody confirmed', async () => {
    const queue = await aQueue(await open())
    const addAccount = (verified: string | null) =>
      queue.database.inSchool(school, async (tx) => {
        await tx.execute(sql`DELETE FROM accounts`)
        await tx.execute(
          sql`INSERT INTO accounts (school_id, account_id, guardian_id, email, email_verified_at, password_hash, state, language, made_at)
              VALUES (${school}::uuid, ${account}::uuid, 'anna', 'anna@example.org', ${verified}::timestamptz, '', 'active', 'nl', now())`,
        )
      })
    const tell = () =>
      queue.database.inSchool(school, (tx) => {
        const letter = { subject: 'Emma', text: 'Emma', html: 'Emma' }
        const mail = { schoolId: school, accountId: account, template: 'absence', letter }
        return queueMailAbout(tx, queue.parts, mail)
      })

    await addAccount(null)
    const toNobody = await tell()
    await addAccount('2026-11-22T08:00:00Z')
    const toAnna = await tell()

    assert.deepEqual([toNobody, toAnna], [false, true])
    assert.equal((await queue.rows()).length, 1)
  })
})
