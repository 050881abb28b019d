import { pupilListMessages } from '#shared/pupils/pupil-list-messages.ts'
import { pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { LinkButton } from '../../platform/ui/button.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { useMay } from '../../platform/viewer.tsx'
import { pupils } from '../pupil-calls.ts'

/** Two files for one child mean two truths: said beside the title until they are merged. */
export function DuplicatesNotice() {
  const mayMerge = useMay(pupilsContract.methods.merge)
  return mayMerge ? <Notice /> : null
}

function Notice() {
  const say = useSay(pupilListMessages)
  const found = useFresh(['pupils'], {}, pupils.duplicates)
  if (found === 'loading' || found.length === 0) return null
  return (
    <>
      {' · '}
      <LinkButton onClick={() => go({ screen: 'pupils', id: 'duplicates' })}>
        {say('duplicates-found', { count: found.length })}
      </LinkButton>
    </>
  )
}
