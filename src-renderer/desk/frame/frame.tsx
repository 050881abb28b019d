import { type ReactNode, useEffect, useRef } from 'react'
import { deskMessages } from '#shared/desk/desk-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { useArrivals } from '../../platform/routes.ts'
import { IconSchool } from '../../platform/ui/icons.ts'
import { focusOnArrival } from './arrive.ts'
import classes from './frame.module.css'

type FrameProps = {
  readonly header: ReactNode
  readonly rail: ReactNode
  readonly tabs: ReactNode
  readonly statusBar: ReactNode
  readonly isPractice: boolean
  readonly children: ReactNode
}

/** Header, rail, screen and status bar; the screen alone scrolls. */
export function Frame(props: FrameProps) {
  const { header, rail, tabs, statusBar, isPractice, children } = props
  const main = useRef<HTMLElement>(null)
  const arrivals = useArrivals()
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each arrival anew.
  useEffect(() => (main.current ? focusOnArrival(main.current) : undefined), [arrivals])
  return (
    <div className={classes.frame} data-practice={isPractice || undefined}>
      {isPractice && <PracticeBar />}
      {header}
      {rail}
      <main ref={main} tabIndex={-1} className={classes.main}>
        {tabs}
        <div className={classes.screen}>{children}</div>
      </main>
      {statusBar}
    </div>
  )
}

/** Never to be mistaken for the real school: striped, and in words. */
function PracticeBar() {
  const say = useSay(deskMessages)
  return (
    <div className={classes.practice} role="note">
      <span>
        <IconSchool size={15} stroke={2} aria-hidden />
        {say('practice-bar')}
      </span>
    </div>
  )
}
