import { useState } from 'react'
import type { GroupRow } from '#shared/groups/groups-contract.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { enrolMessages } from '#shared/pupils/enrol-messages.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { pupilsMessages } from '#shared/pupils/pupils-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { go, goBack } from '../../platform/routes.ts'
import { settle } from '../../platform/settle.ts'
import { useShortcuts } from '../../platform/shortcuts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconUserPlus } from '../../platform/ui/icons.ts'
import { Page, Section } from '../../platform/ui/page/page.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import classes from './enrol.module.css'
import { ChildFields, SchoolFields } from './enrol-fields.tsx'
import { enrol, findSame, useEnrolForm } from './enrol-form.ts'
import { SiblingPicker } from './sibling-picker.tsx'

type EnrolPageProps = { readonly groups: readonly GroupRow[]; readonly rows: readonly PupilRow[] }

/** One page for a new child; a brother or sister brings the home and the parents along. */
export function EnrolPage({ groups, rows }: EnrolPageProps) {
  const say = useSay(enrolMessages)
  const sayUi = useSay(uiMessages)
  const sayRefusal = useSay(pupilsMessages)
  const { today, partialDay } = useFormats()
  const { form, change, chooseSibling } = useEnrolForm(today())
  const [problem, setProblem] = useState<string | null>(null)
  const [showsNeeded, showNeeded] = useState(false)
  const name = [form.firstName, form.prefix, form.lastName].filter(Boolean).join(' ')
  const hasName = Boolean(form.firstName.trim() && form.lastName.trim())
  const same = findSame(rows, form)

  async function submit() {
    showNeeded(true)
    if (!hasName) return setProblem(say('needs-name'))
    const group = groups.find(({ id }) => id === form.groupId)
    const answer = await enrol(form, group?.id ?? null)
    setProblem(settle(answer, sayRefusal, say('enrolled', { name })))
    if (answer.ok) go({ screen: 'pupil', id: answer.value })
  }
  useShortcuts(say('title'), [
    { keys: 'mod+enter', says: say('enrol'), run: () => void submit() },
    { keys: 'escape', says: sayUi('cancel'), run: goBack, whileTyping: false },
  ])

  return (
    <Page title={say('title')} subtitle={say('intro')} width="reading" hasBack>
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Section title={say('section-child')}>
          <ChildFields form={form} onChange={change} showsNeeded={showsNeeded} />
          {same && (
            <Banner
              tone="warn"
              isNews
              action={
                <Button size="small" onClick={() => go({ screen: 'pupil', id: same.id })}>
                  {say('already-open')}
                </Button>
              }
            >
              {say('already-here', { name: same.name, day: partialDay(same.birthDate ?? '') })}
            </Banner>
          )}
        </Section>
        <Section title={say('section-sibling')}>
          <SiblingPicker
            rows={rows}
            chosen={form.siblingOf}
            onChoose={(id) => void chooseSibling(id)}
          />
        </Section>
        <Section title={say('section-school')}>
          <SchoolFields form={form} onChange={change} groups={groups} />
        </Section>
        {problem && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
        <div className={classes.buttons}>
          <Button kind="primary" icon={IconUserPlus} isSubmit keys="mod+enter">
            {hasName ? say('enrol-name', { name }) : say('enrol')}
          </Button>
          <Button onClick={goBack}>{sayUi('cancel')}</Button>
        </div>
      </form>
    </Page>
  )
}
