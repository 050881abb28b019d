import { useState } from 'react'
import { askTabs } from '#shared/change-requests/change-request.ts'
import { askRulesMessages } from '#shared/change-requests/messages/ask-rules-messages.ts'
import { type AskField, askFieldsOn, askKey } from '#shared/change-requests/rules/ask-fields.ts'
import { type AskMode, askModes, tabSubject } from '#shared/change-requests/rules/ask-rules.ts'
import { GroupId } from '#shared/groups/group.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { Page, Section } from '../../platform/ui/page/page.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { changeRequests } from '../request-calls.ts'
import { useAskWords } from '../use-ask-words.ts'
import classes from './rules.module.css'
import { useClasses } from './use-classes.ts'

const everybody = 'school'

/** Which details guardians may ask to change, for the school and for one class. */
export function AskRulesScreen() {
  const say = useSay(askRulesMessages)
  const words = useAskWords()
  const { country } = useLocale()
  const rules = useFresh(['askRules'], {}, changeRequests.rules)
  const groups = useClasses()
  const [whom, choose] = useState<string>(everybody)
  if (rules === 'loading') return <Skeleton rows={12} />
  const groupId = whom === everybody ? null : GroupId.parse(whom)
  const own = rules.filter((rule) => rule.groupId === groupId)
  const modeOf = (subject: string) => own.find((rule) => rule.subject === subject)?.mode

  async function change(subject: string, mode: AskMode, plain: AskMode) {
    await changeRequests.setRule({ subject, groupId, mode: mode === plain ? null : mode })
    void toast({ text: say('changed'), undo: 'last', isPublic: true })
  }

  return (
    <Page title={say('title')} width="reading">
      <p>{say('intro')}</p>
      <div className={classes.whom}>
        <SelectField
          label={say('for')}
          value={whom}
          options={[
            { value: everybody, label: say('whole-school') },
            ...groups.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          onChange={choose}
        />
      </div>
      {askTabs.map((tab) => (
        <Section key={tab} title={words.tab(tab)}>
          <div className={classes.rules}>
            <RuleLine
              label={say('whole-tab', { tab: words.tab(tab) })}
              plain="ask"
              mode={modeOf(tabSubject(tab)) ?? 'ask'}
              onChange={(mode) => void change(tabSubject(tab), mode, 'ask')}
            />
            {askFieldsOn(tab, country).map((field) => (
              <RuleLine
                key={askKey(field)}
                label={words.label(askKey(field))}
                plain={plainOf(field)}
                mode={modeOf(askKey(field)) ?? plainOf(field)}
                onChange={(mode) => void change(askKey(field), mode, plainOf(field))}
              />
            ))}
          </div>
        </Section>
      ))}
    </Page>
  )
}

const plainOf = ({ needsAuthority }: AskField): AskMode =>
  needsAuthority ? 'needs-authority' : 'ask'

type RuleLineProps = {
  readonly label: string
  /** What counts without a rule; nothing looser can be chosen. */
  readonly plain: AskMode
  readonly mode: AskMode
  readonly onChange: (mode: AskMode) => void
}

function RuleLine({ label, plain, mode, onChange }: RuleLineProps) {
  const say = useSay(askRulesMessages)
  const offered = askModes.slice(askModes.indexOf(plain))
  return (
    <div className={classes.rule}>
      <span aria-hidden>{label}</span>
      <SelectField
        label={label}
        isLabelHidden
        value={mode}
        options={offered.map((each) => ({ value: each, label: say(`mode-${each}`) }))}
        onChange={onChange}
      />
    </div>
  )
}
