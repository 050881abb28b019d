import { firstLine, type Owned, startOwned, stopOwned } from './owned-process.ts'

/** An X display that nobody sees, for a machine without one and for tests. */
export async function startDisplay(): Promise<Owned> {
  // It picks a free number itself and says it on file descriptor 3.
  const xvfb = startOwned(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const number = await firstLine(xvfb.stdio[3])

  const env = { DISPLAY: `:${number}`, BALIE_DISPLAY_WITHOUT_GPU: 'yes' }
  return { env, stop: () => stopOwned(xvfb) }
}
