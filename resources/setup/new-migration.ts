// npm run migration -- <name>
import fs from 'node:fs'
import path from 'node:path'
import { projectFolder } from './folders.ts'
import { runCommand } from './setup-problem.ts'

// Migrations are written by hand: the tables are STRICT and carry the columns of sync, which no
// generator knows. This makes the next numbered file and enters it in drizzle's journal.

const folder = path.join(projectFolder, 'src-main/platform/migrations')
const journalFile = path.join(folder, 'meta/_journal.json')

await runCommand(async () => {
  const [name = ''] = process.argv.slice(2)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    console.error('npm run migration -- <name-with-dashes>')
    return 1
  }
  const journal = JSON.parse(fs.readFileSync(journalFile, 'utf8'))
  const idx = journal.entries.length
  const tag = `${String(idx + 1).padStart(4, '0')}-${name}`
  // Drizzle runs what is younger than the last migration in a file, so time must go on.
  const when = Math.max(Date.now(), journal.entries.at(-1).when + 1)
  journal.entries.push({ idx, version: '6', when, tag, breakpoints: true })
  fs.writeFileSync(
    path.join(folder, `${tag}.sql`),
    '-- One statement, then a line with:\n--> statement-breakpoint\n',
  )
  fs.writeFileSync(journalFile, `${JSON.stringify(journal, null, 2)}\n`)
  console.log(`src-main/platform/migrations/${tag}.sql`)
  return 0
})
