import { useState } from 'react'
import type { AskingGuardian } from '#shared/change-requests/change-requests-contract.ts'
import type { DataCheckId } from '#shared/change-requests/data-check.ts'
import { paperMessages } from '#shared/change-requests/messages/paper-messages.ts'
import type { GuardianId } from '#shared/families/guardian.ts'
import { useSay } from '../../platform/language.tsx'
import { CheckboxField } from '../../platform/ui/fields/choice-field.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { changeRequests } from '../request-calls.ts'
import classes from './paper.module.css'
import { PaperForm } from './paper-form.tsx'

type PaperDialogProps = {
  /** Known already, or null to choose. */
  readonly guardianId: GuardianId | null
  readonly checkId: DataCheckId | null
  readonly onClose: () => void
}

/** Typing over what a guardian wrote on paper, with the keyboard alone. */
export function PaperDialog({ guardianId, checkId, onClose }: PaperDialogProps) {
  const say = useSay(paperMessages)
  const guardians = useFresh(['guardians', 'guardianLinks'], {}, changeRequests.guardians)
  const [chosenId, choose] = useState<string | null>(guardianId)
  if (guardians === 'loading') return null
  const chosen = guardians.find(({ id }) => id === chosenId)
  return (
    <Modal title={say('title')} onClose={onClose} width={720}>
      <div className={classes.dialog}>
        {guardianId === null && (
          <SelectField
            label={say('who')}
            placeholder={say('who-placeholder')}
            isFirst
            isSearchable
            value={chosenId}
            options={guardians.map(({ id, name, children }) => ({
              value: String(id),
              label: `${name} (${children.map((child) => child.name).join(', ')})`,
            }))}
            onChange={choose}
          />
        )}
        {chosen && (
          <ForGuardian key={chosen.id} guardian={chosen} checkId={checkId} onClose={onClose} />
        )}
      </div>
    </Modal>
  )
}

type ForGuardianProps = Pick<PaperDialogProps, 'checkId' | 'onClose'> & {
  readonly guardian: AskingGuardian
}

function ForGuardian({ guardian, checkId, onClose }: ForGuardianProps) {
  const say = useSay(paperMessages)
  const [pupilIds, setPupilIds] = useState(guardian.children.map(({ id }) => id))
  const form = useFresh(
    [],
    { guardianId: guardian.id, pupilIds: pupilIds.length > 0 ? pupilIds : [''] },
    async (input) => (pupilIds.length > 0 ? changeRequests.paperForm(input) : null),
  )
  return (
    <>
      {guardian.children.length > 1 && (
        <fieldset className={classes.children}>
          <legend>{say('children')}</legend>
          {guardian.children.map(({ id, name }) => (
            <CheckboxField
              key={id}
              label={name}
              value={pupilIds.includes(id)}
              onChange={(is) =>
                setPupilIds(is ? [...pupilIds, id] : pupilIds.filter((each) => each !== id))
              }
            />
          ))}
        </fieldset>
      )}
      {form === 'loading' ? (
        <Skeleton rows={6} />
      ) : (
        <PaperForm
          key={pupilIds.join()}
          form={form}
          asking={{ guardianId: guardian.id, pupilIds, checkId }}
          onClose={onClose}
        />
      )}
    </>
  )
}
