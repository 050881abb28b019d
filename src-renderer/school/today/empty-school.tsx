import { useState } from 'react'
import { deskContract } from '#shared/desk/desk-contract.ts'
import { importsContract } from '#shared/imports/imports-contract.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { todayMessages } from '#shared/school/today-messages.ts'
import { connect } from '../../platform/client.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconFileImport, IconSchool, IconUsersGroup } from '../../platform/ui/icons.ts'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { useMay, useViewer } from '../../platform/viewer.tsx'
import classes from './empty-school.module.css'
import { NoGroupsYet } from './no-groups-yet.tsx'

const desk = connect(deskContract)

/** A school without pupils: bring them in, or try things out first. */
export function EmptySchool() {
  const say = useSay(todayMessages)
  const { isPractice } = useViewer()
  const mayImport = useMay(importsContract.methods.apply)
  const [isAsking, ask] = useState(false)
  if (!mayImport) return <NoGroupsYet />
  return (
    <EmptyState
      icon={IconUsersGroup}
      title={say('empty-title')}
      action={
        <div className={classes.actions}>
          <Button kind="primary" icon={IconFileImport} onClick={() => go({ screen: 'imports' })}>
            {say('empty-import')}
          </Button>
          {!isPractice && (
            <Button icon={IconSchool} onClick={() => ask(true)}>
              {say('empty-practice')}
            </Button>
          )}
          {isAsking && <ToPractice onClose={() => ask(false)} />}
        </div>
      }
    >
      {say('empty-text')}
    </EmptyState>
  )
}

function ToPractice({ onClose }: { readonly onClose: () => void }) {
  const say = useSay(todayMessages)
  const sayUi = useSay(uiMessages)
  const { country } = useLocale()
  async function open() {
    // The practice school only opens while no real school is: the two can never be mixed up.
    await desk.lock({})
    const answer = await desk.startPractice({ country, pupils: null })
    if (!answer.ok) void toast({ text: say('practice-failed'), tone: 'alert' })
  }
  return (
    <Modal
      title={say('practice-title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" onClick={() => void open()}>
            {say('practice-go')}
          </Button>
        </>
      }
    >
      <p>{say('practice-text')}</p>
    </Modal>
  )
}
