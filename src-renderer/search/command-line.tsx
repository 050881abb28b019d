import type { Command } from '../platform/commands.ts'
import { Kbd } from '../platform/ui/signs/kbd.tsx'
import { Marked } from './marked.tsx'
import classes from './palette.module.css'

type CommandLineProps = { readonly command: Command; readonly typed: string }

/** The key beside the command teaches it on the job. */
export function CommandLine({ command, typed }: CommandLineProps) {
  const { icon: Picture, label, keys } = command
  return (
    <>
      <span className={classes.icon}>
        <Picture size={18} stroke={1.75} aria-hidden />
      </span>
      <span className={classes.words}>
        <span>
          <Marked text={label} typed={typed} />
        </span>
      </span>
      {keys && <Kbd keys={keys} />}
    </>
  )
}
