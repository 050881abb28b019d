import { warnWhenOld } from '../holidays/warn-when-old.ts'
import { buildApp } from './build-app.ts'
import { runCommand } from './setup-problem.ts'

await runCommand(async () => {
  await buildApp()
  warnWhenOld(Date.now())
  return 0
})
