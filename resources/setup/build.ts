import { buildApp } from './build-app.ts'
import { runCommand } from './setup-problem.ts'

await runCommand(async () => {
  await buildApp()
  return 0
})
