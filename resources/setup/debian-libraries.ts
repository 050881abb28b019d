import { spawnSync } from 'node:child_process'
import { SetupProblem } from './setup-problem.ts'

// Each line lists names of one package: the first is Debian 12's, a second the one of Debian 13.
const needed: [string, ...string[]][] = [
  // What Electron links to.
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['fonts-dejavu-core'],
  // A keychain: the library keytar links to, and a secret service where no desktop offers one.
  ['libsecret-1-0'],
  ['dbus-daemon'],
  ['dbus-bin'],
  ['gnome-keyring'],
  // A display where there is none.
  ['xvfb'],
  // The stand-in Electron comes zipped, and its SQLite addon as C++.
  ['unzip'],
  ['g++'],
  // The tests read the printed PDFs.
  ['poppler-utils'],
]

/** Without it the tests of the portal run on PGlite alone and say so. */
const wantedByTests: [string, ...string[]][] = [['postgresql']]

/** Installs what the tests like to have, where that is possible; never a reason to stop. */
export function installForTests() {
  const missing = missingPackages(wantedByTests)
  if (missing.length === 0 || process.getuid?.() !== 0) return
  console.log(`Installing Debian packages for the tests: ${missing.join(' ')}`)
  apt('update')
  apt('install', '-y', '--no-install-recommends', ...missing)
}

/** Installs what Debian lacks, or says in one line what to install. Does nothing elsewhere. */
export function installDebianLibraries() {
  const missing = missingPackages(needed)
  if (missing.length === 0) return

  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0) {
    throw new SetupProblem(`Debian packages are missing. Install them with: sudo ${command}`)
  }

  console.log(`Installing Debian packages: ${missing.join(' ')}`)
  // A stale list is no reason to stop: the package may still be where it says.
  apt('update')
  const install = apt('install', '-y', '--no-install-recommends', ...missing)
  if (install.status !== 0) {
    throw new SetupProblem(`${install.stdout}${install.stderr}\nThis failed: ${command}`)
  }
}

function missingPackages(packages: [string, ...string[]][]) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills these in.
  const format = '-f=${Package} ${db:Status-Status}\n'
  const query = spawnSync('dpkg-query', ['-W', format, ...packages.flat()], { encoding: 'utf8' })
  if (query.error) return []

  const installed = new Set(query.stdout.match(/^\S+(?= installed$)/gm))
  const missing = packages.filter((names) => !names.some((name) => installed.has(name)))
  return missing.map((names) => (names.length === 1 ? names[0] : nameHere(names)))
}

function nameHere(names: [string, ...string[]]) {
  return names.find((name) => apt('install', '--simulate', name).status === 0) ?? names[0]
}

function apt(...args: string[]) {
  return spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
