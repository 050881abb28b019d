// npm run portal                           serves; see src-portal/README.md for its settings
// npm run portal -- --practice [nl|be|se]  an invented school, with a mail catcher
import process from 'node:process'

const [first, second] = process.argv.slice(2)
if (first === '--practice') {
  const { runPracticePortal } = await import('./practice-portal.ts')
  await runPracticePortal(second)
} else {
  await import('../../src-portal/main.ts')
}
