import path from 'node:path'
import { projectFolder } from '../../resources/setup/folders.ts'
import { launchBalie } from '../running-app.ts'

const picture = path.join(projectFolder, 'out/tour/start.png')

await using balie = await launchBalie()
await balie.window.waitForLoadState('load')
await balie.window.screenshot({ path: picture })
console.log(`Balie opens: ${path.relative(projectFolder, picture)}`)
