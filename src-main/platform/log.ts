/**
 * Writes down a bug: its kind and where it happened. Never its message, which may quote what
 * somebody typed or a value from the file.
 */
export function logBug(where: string, error: unknown) {
  if (!(error instanceof Error)) return console.error(`${where}: something that is no error`)
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  console.error([`${where}: ${error.name}${codeOf(error)}`, ...frames.slice(0, 12)].join('\n'))
}

function codeOf(error: Error) {
  return 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
}
