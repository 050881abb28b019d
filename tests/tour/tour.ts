// npm start -- --tour: the main job in the real window, with pictures and PDFs in out/tour.
import fs from 'node:fs'
import path from 'node:path'
import { projectFolder } from '../../resources/setup/folders.ts'
import { type LockableApp, launchLockable } from '../desk/lockable-app.ts'
import { playFamiliesList } from './families-list.ts'
import { playFirstRun } from './first-run.ts'
import { playImport } from './import-file.ts'
import { playImportedPupil } from './imported-pupil.ts'
import { playLock } from './lock.ts'
import { playLooks } from './looks.ts'
import { playOwnSchool } from './own-school.ts'
import { playPrinting } from './printing.ts'
import { playPupils } from './pupils.ts'
import { createStage, type Stage, screenSize, tourFolder } from './stage.ts'

type Part = readonly [title: string, play: (stage: Stage) => Promise<void>]

// Each part begins where the one before it ended.
const parts: readonly Part[] = [
  ['A practice school', playFirstRun],
  ['Pupils, families and groups', playPupils],
  ['On paper', playPrinting],
  ['Other looks', playLooks],
  ['A school of its own', playOwnSchool],
  ['A file of another system', playImport],
  ['A pupil from that file', playImportedPupil],
  ['A list with two guardians a row', playFamiliesList],
  ['Locked and open again', playLock],
]

fs.rmSync(tourFolder, { recursive: true, force: true })
fs.mkdirSync(tourFolder, { recursive: true })

await using balie = await launchLockable()
process.exitCode = (await playAll(balie)) ? 0 : 1
console.log(leftBehind())

async function playAll(running: LockableApp) {
  const stage = createStage(running)
  try {
    await running.app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
    }, screenSize)
    for (const [title, play] of parts) {
      console.log(title)
      await play(stage)
    }
    return true
  } catch (error) {
    console.error(`The tour stopped at “${stage.lastStep()}”: ${reasonOf(error)}`)
    await stage.picture('stopped').catch(() => {})
    return false
  }
}

function reasonOf(error: unknown) {
  return error instanceof Error ? error.message : String(error)
}

function leftBehind() {
  const files = fs.readdirSync(tourFolder)
  const count = (ending: string) => files.filter((file) => file.endsWith(ending)).length
  const folder = path.relative(projectFolder, tourFolder)
  return `${count('.png')} pictures and ${count('.pdf')} PDFs lie in ${folder}.`
}
