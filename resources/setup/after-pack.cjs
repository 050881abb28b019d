const fs = require('node:fs')
const path = require('node:path')

/** An Electron taken from a folder is copied with what belongs to that folder only. */
exports.default = (context) => {
  const resources = context.packager.getResourcesDir(context.appOutDir)
  fs.rmSync(path.join(resources, 'default_app.asar'), { force: true })
  fs.rmSync(path.join(context.appOutDir, 'version'), { force: true })
}
