import type { ImportProblem } from '#shared/imports/import-source.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { problemSentence } from '#shared/imports/problem-sentence.ts'
import { useLocale, useSay } from '../platform/language.tsx'
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '../platform/ui/icons.ts'
import { StatusTag } from '../platform/ui/signs/status-tag.tsx'
import classes from './imports.module.css'

const signs = {
  refusal: { tone: 'alert', icon: IconCircleX },
  row: { tone: 'warn', icon: IconAlertTriangle },
  warning: { tone: 'info', icon: IconInfoCircle },
} as const

/** More lines than this help nobody; the report holds them all. */
const shownAtMost = 200

/** Each problem with file, line and field, in a sentence. */
export function ProblemList({ problems }: { readonly problems: readonly ImportProblem[] }) {
  const say = useSay(importsMessages)
  const { language } = useLocale()
  if (problems.length === 0) return <p className={classes.quiet}>{say('noProblems')}</p>
  return (
    <ul className={classes.problems}>
      {problems.slice(0, shownAtMost).map((problem, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order, and two problems may read alike.
        <li key={at}>
          <StatusTag {...signs[problem.severity]}>{say(`severity.${problem.severity}`)}</StatusTag>
          <span data-private>{problemSentence(problem, language)}</span>
        </li>
      ))}
      {problems.length > shownAtMost && (
        <li>{say('moreProblems', { count: problems.length - shownAtMost })}</li>
      )}
    </ul>
  )
}
