/** Something the person at the keyboard can mend; its message says how, so no stack is shown. */
export class SetupProblem extends Error {
  override name = 'SetupProblem'
}

/** Runs a command's main function; a problem ends in its sentence, a bug in its stack. */
export async function runCommand(main: () => Promise<number>) {
  try {
    process.exitCode = await main()
  } catch (error) {
    console.error(error instanceof SetupProblem ? error.message : error)
    process.exitCode = 1
  }
}
