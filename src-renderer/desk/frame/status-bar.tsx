import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { deskMessages } from '#shared/desk/desk-messages.ts'
import type { MessageKey } from '#shared/platform/messages.ts'
import { onEvent } from '../../platform/bridge.ts'
import { useFormats } from '../../platform/formats.ts'
import { cancelJob, jobs, type RunningJob } from '../../platform/jobs.ts'
import { useSay } from '../../platform/language.tsx'
import { IconDeviceDesktop } from '../../platform/ui/icons.ts'
import classes from './frame.module.css'

type StatusBarProps = {
  readonly schoolName: string
  readonly yearName: string | null
  /** Where the data are: `alone` while that is this computer only. */
  readonly place: (alone: ReactNode) => ReactNode
}

/** Where the data are, what is running, and which school and year this is. */
export function StatusBar({ schoolName, yearName, place }: StatusBarProps) {
  const say = useSay(deskMessages)
  const { time } = useFormats()
  const savedAt = useSavedAt()
  const running = useStore(jobs, (state) => state.running)
  return (
    <footer className={classes.status} data-pane>
      {place(
        <span>
          <IconDeviceDesktop size={14} stroke={1.75} aria-hidden />
          {savedAt ? say('kept-at', { time: time(savedAt) }) : say('kept-here')}
        </span>,
      )}
      {running && <JobBar {...running} />}
      <span className={classes.school}>
        {yearName ? `${schoolName} · ${say('school-year', { year: yearName })}` : schoolName}
      </span>
    </footer>
  )
}

/** Main announces tables after the commit: from then on it is safe on the disk. */
function useSavedAt() {
  const [savedAt, setSavedAt] = useState<string | null>(null)
  useEffect(
    () =>
      onEvent('changed', ({ tables }) => {
        // How sync is going is no change of the school's.
        if (tables.some((table) => table !== 'syncStatus')) setSavedAt(new Date().toISOString())
      }),
    [],
  )
  return savedAt
}

/** Shorter jobs need no bar: it would only flash. */
const worthShowing = 1000

function JobBar({ job, done, total, startedAt }: RunningJob) {
  const say = useSay(deskMessages)
  const { number } = useFormats()
  const spent = Date.now() - startedAt
  if (spent < worthShowing) return null
  const known = total > 0 && done > 0
  const left = known ? Math.ceil((spent / done) * ((total - done) / 1000)) : null
  return (
    <span className={classes.job} role="status">
      {say(wordsOf(job))}
      <progress {...(known ? { value: done, max: total } : {})} aria-label={say(wordsOf(job))} />
      {known && say('job-progress', { done: number(done), total: number(total) })}
      {left !== null && ` · ${say('job-left', { seconds: left })}`}
      <button type="button" onClick={() => void cancelJob()}>
        {say('job-stop')}
      </button>
    </span>
  )
}

const words: Readonly<Record<string, MessageKey<typeof deskMessages>>> = {
  'imports.apply': 'job-imports.apply',
  'exports.make': 'job-exports.make',
  'history.undo': 'job-history.undo',
  'history.redo': 'job-history.redo',
}

const wordsOf = (job: string) => words[job] ?? 'job-other'
