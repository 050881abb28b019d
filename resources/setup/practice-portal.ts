import { randomBytes } from 'node:crypto'
import path from 'node:path'
import process from 'node:process'
import { Day } from '#shared/platform/day.ts'
import { Country } from '#shared/platform/language.ts'
import { makePracticeSchool } from '../../src-main/practice/practice-school.ts'
import { tellOfMail } from '../../src-portal/accounts/office/tell-of-mail.ts'
import { startMailSender } from '../../src-portal/platform/mail-sender.ts'
import { openPglite } from '../../src-portal/platform/open-pglite.ts'
import { createPortal, portalParts } from '../../src-portal/portal.ts'
import { makeFoundingCode } from '../../src-portal/sync/found-school.ts'
import { projectFolder } from './folders.ts'
import { startMailCatcher } from './mail-catcher.ts'
import { movePracticeSchool } from './practice-desk.ts'

type Wish = {
  readonly country: Country
  readonly port: number
  readonly mailPort: number
  readonly pupils: number | null
}

/** A portal with a school of invented people, in memory, and a mail catcher beside it. */
export async function startPracticePortal({ country, port, mailPort, pupils }: Wish) {
  const today = Day.parse(new Date().toISOString().slice(0, 10))
  const rows = makePracticeSchool({ country, pupils, seed: 1, today })
  const migrations = path.join(projectFolder, 'src-portal/platform/migrations')
  const database = await openPglite({ folder: null, migrations })
  const given = {
    database,
    key: randomBytes(32),
    now: Date.now,
    publicUrl: `http://127.0.0.1:${port}`,
  }
  const app = await createPortal(given)
  const code = await makeFoundingCode(given)
  const codes = await movePracticeSchool({ app, code, rows })
  const catcher = await startMailCatcher(mailPort)
  const mail = { url: catcher.smtpUrl, from: 'Balie <school@example.org>' }
  const stopMail = await startMailSender(portalParts(given), mail, tellOfMail(portalParts(given)))
  await app.listen({ host: '127.0.0.1', port })
  return {
    url: given.publicUrl,
    mailUrl: catcher.url,
    codes,
    async stop() {
      await app.close()
      await stopMail()
      catcher.stop()
      await database.close()
    },
  }
}

/** `npm run portal -- --practice [nl|be|se]`: starts it and tells how to get in. */
export async function runPracticePortal(asked: string | undefined) {
  const country = Country.parse(asked ?? 'nl')
  const port = Number(process.env.PORT ?? 8080)
  const portal = await startPracticePortal({
    country,
    port,
    mailPort: Number(process.env.MAIL_PORT ?? 8025),
    pupils: null,
  })
  const lines = [
    `Portal   ${portal.url}`,
    `Mail     ${portal.mailUrl}`,
    ...portal.codes.map(({ code, pupil }) => `Code     ${code}  (${pupil})`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  const stop = () => void portal.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
