/**
 * What a spreadsheet takes for a formula or a command by its first character (OWASP, CSV
 * injection), the wide forms of a Japanese keyboard too, or what was guarded before.
 */
const executable = /^'*[=+\-@\t\r\n\0＝＋－＠]/

/**
 * A cell of a text table that no spreadsheet executes: `+31612345678` becomes `'+31612345678`, which
 * shows the number and runs nothing. `unguardCell` takes the apostrophe off again, so nothing is lost:
 * `'t Hof` stays as it is on both ways.
 */
export const guardCell = (text: string) => (executable.test(text) ? `'${text}` : text)

/** What stood there before `guardCell`. */
export const unguardCell = (text: string) =>
  text.startsWith("'") && executable.test(text) ? text.slice(1) : text
