import { prepare } from './prepare.ts'
import { runCommand } from './setup-problem.ts'

await runCommand(async () => {
  await prepare()
  return 0
})
