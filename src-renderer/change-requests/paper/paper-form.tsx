import { useState } from 'react'
import { type AskTab, askTabs } from '#shared/change-requests/change-request.ts'
import type {
  PaperField,
  PaperForm as PaperFormFields,
  PaperPart,
  RequestRefusal,
} from '#shared/change-requests/change-requests-contract.ts'
import type { DataCheckId } from '#shared/change-requests/data-check.ts'
import { paperMessages } from '#shared/change-requests/messages/paper-messages.ts'
import { requestRefusalMessages } from '#shared/change-requests/messages/request-refusal-messages.ts'
import type { GuardianId } from '#shared/families/guardian.ts'
import type { Result } from '#shared/platform/result.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Segments, SwitchField } from '../../platform/ui/fields/choice-field.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { changeRequests } from '../request-calls.ts'
import { useAskWords } from '../use-ask-words.ts'
import classes from './paper.module.css'
import { PaperLine } from './paper-line.tsx'

type PaperFormProps = {
  readonly form: Result<PaperFormFields, RequestRefusal> | null
  readonly asking: {
    readonly guardianId: GuardianId
    readonly pupilIds: readonly PupilId[]
    readonly checkId: DataCheckId | null
  }
  readonly onClose: () => void
}

/** The fields of one part at a time; what is typed in any part is kept and saved together. */
export function PaperForm({ form, asking, onClose }: PaperFormProps) {
  const say = useSay(paperMessages)
  const sayRefusal = useSay(requestRefusalMessages)
  const words = useAskWords()
  const [tab, show] = useState<AskTab>('address')
  const [typed, type] = useState<Readonly<Record<string, string>>>({})
  const [isAccepted, accept] = useState(true)
  const [problem, setProblem] = useState<string | null>(null)
  if (!form) return null
  if (!form.ok) return <Banner tone="warn">{sayRefusal(form.refusal)}</Banner>
  // A list of languages is chosen in the file: on paper it is a sentence.
  const fields = form.value.fields.filter(({ input }) => input !== 'languages')
  const tabs = askTabs.filter((each) => fields.some((field) => field.tab === each))
  const written = fields.filter((field) => typed[keyOf(field)] !== undefined)

  async function save() {
    for (const each of tabs) {
      const parts = written.filter((field) => field.tab === each).map(partOf)
      if (parts.length === 0) continue
      const pupilIds = [...asking.pupilIds]
      const answer = await changeRequests.enterPaper({
        ...{ ...asking, pupilIds, tab: each, isAccepted, parts },
      })
      if (!answer.ok) {
        show(each)
        return setProblem(sayRefusal(answer.refusal, answer.details))
      }
    }
    void toast({ text: say('saved'), undo: 'last' })
    onClose()
  }
  const partOf = (field: PaperField): PaperPart => ({
    ...{ act: field.act, tbl: field.tbl, rowId: field.rowId, field: field.field },
    asked: typed[keyOf(field)] || null,
  })

  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Segments
        label={say('part')}
        value={tabs.includes(tab) ? tab : (tabs[0] ?? 'own')}
        onChange={show}
        options={tabs.map((each) => ({ value: each, label: words.tab(each) }))}
      />
      <div className={classes.fields} data-private>
        {fields
          .filter((field) => field.tab === tab && field.act === 'set')
          .map((field) => (
            <PaperLine
              key={keyOf(field)}
              field={field}
              typed={typed[keyOf(field)]}
              onType={(text) => type({ ...typed, [keyOf(field)]: text })}
            />
          ))}
      </div>
      {problem && (
        <Banner tone="alert" isNews>
          {problem}
        </Banner>
      )}
      <div className={classes.foot}>
        <SwitchField
          label={say('accept')}
          hint={say('accept-hint')}
          value={isAccepted}
          onChange={accept}
        />
        <Button kind="primary" isSubmit disabled={written.length === 0}>
          {written.length > 0 ? say('save-count', { count: written.length }) : say('save')}
        </Button>
      </div>
    </form>
  )
}

const keyOf = ({ tbl, rowId, field, act, tab }: PaperField) =>
  [tab, tbl, rowId, field ?? act].join(' ')
