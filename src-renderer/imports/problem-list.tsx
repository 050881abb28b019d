import { useState } from 'react'
import { importReviewMessages } from '#shared/imports/import-review-messages.ts'
import type { ImportProblem } from '#shared/imports/import-source.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { problemSentence } from '#shared/imports/problem-sentence.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import { copyText } from '../platform/copy-text.ts'
import { useLocale, useSay } from '../platform/language.tsx'
import { toast } from '../platform/toasts.ts'
import { Button } from '../platform/ui/button.tsx'
import { Segments } from '../platform/ui/fields/choice-field.tsx'
import { TextField } from '../platform/ui/fields/text-field.tsx'
import {
  IconAlertTriangle,
  IconCircleX,
  IconCopy,
  IconInfoCircle,
  IconSearch,
} from '../platform/ui/icons.ts'
import { StatusTag } from '../platform/ui/signs/status-tag.tsx'
import classes from './imports.module.css'

const signs = {
  refusal: { tone: 'alert', icon: IconCircleX },
  row: { tone: 'warn', icon: IconAlertTriangle },
  warning: { tone: 'info', icon: IconInfoCircle },
} as const

const severities = ['refusal', 'row', 'warning'] as const
type Severity = (typeof severities)[number]

/** More lines than this help nobody; the filter and the report reach them all. */
const shownAtMost = 200
/** So many are read at a glance. */
const searchedFrom = 8

/** Each problem with file, line and field, in a sentence. */
export function ProblemList({ problems }: { readonly problems: readonly ImportProblem[] }) {
  const say = useSay(importsMessages)
  const { language } = useLocale()
  const [severity, setSeverity] = useState<Severity | 'all'>('all')
  const [text, setText] = useState('')
  if (problems.length === 0) return <p className="muted">{say('noProblems')}</p>
  const wanted = foldText(text.trim())
  const said = problems
    .filter((problem) => severity === 'all' || problem.severity === severity)
    .map((problem) => ({ ...problem, sentence: problemSentence(problem, language) }))
    .filter(({ sentence }) => foldText(sentence).includes(wanted))
  return (
    <>
      {problems.length > 1 && (
        <ProblemBar
          problems={problems}
          severity={severity}
          onSeverity={setSeverity}
          text={text}
          onText={setText}
          sentences={said.map(({ sentence }) => sentence)}
        />
      )}
      <ul className={classes.problems}>
        {said.slice(0, shownAtMost).map((problem, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems may read alike.
          <li key={at}>
            <StatusTag {...signs[problem.severity]}>
              {say(`severity.${problem.severity}`)}
            </StatusTag>
            <span data-private>{problem.sentence}</span>
          </li>
        ))}
        {said.length > shownAtMost && (
          <li>{say('moreProblems', { count: said.length - shownAtMost })}</li>
        )}
      </ul>
    </>
  )
}

type ProblemBarProps = {
  readonly problems: readonly ImportProblem[]
  readonly severity: Severity | 'all'
  readonly onSeverity: (severity: Severity | 'all') => void
  readonly text: string
  readonly onText: (text: string) => void
  /** Those that are shown, as they are copied. */
  readonly sentences: readonly string[]
}

function ProblemBar(props: ProblemBarProps) {
  const { problems, severity, onSeverity, text, onText, sentences } = props
  const say = useSay(importsMessages)
  const sayReview = useSay(importReviewMessages)
  const present = severities.filter((each) => problems.some((problem) => problem.severity === each))
  const count = (each: Severity) => problems.filter((problem) => problem.severity === each).length
  return (
    <div className={classes.problemBar}>
      {problems.length >= searchedFrom && (
        <TextField
          label={sayReview('problemSearch')}
          isLabelHidden
          icon={IconSearch}
          placeholder={sayReview('problemSearch')}
          value={text}
          onChange={onText}
        />
      )}
      {present.length > 1 && (
        <Segments<Severity | 'all'>
          label={say('problems')}
          value={severity}
          onChange={onSeverity}
          options={[
            { value: 'all', label: `${sayReview('problemAll')} ${problems.length}` },
            ...present.map((each) => ({
              value: each,
              label: `${say(`severity.${each}`)} ${count(each)}`,
            })),
          ]}
        />
      )}
      <Button
        icon={IconCopy}
        size="small"
        disabled={sentences.length === 0}
        onClick={() => {
          copyText(sentences.join('\n'))
          void toast({ text: sayReview('problemsCopied', { count: sentences.length }) })
        }}
      >
        {sayReview('copyProblems')}
      </Button>
    </div>
  )
}
