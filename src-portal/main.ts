import process from 'node:process'

// The portal is not built yet; saying so beats a server that answers nothing.
process.stderr.write('The portal is not built yet.\n')
process.exitCode = 1
