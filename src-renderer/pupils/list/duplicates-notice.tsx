import { pupilListMessages } from '#shared/pupils/pupil-list-messages.ts'
import { pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { IconUsers } from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { useMay } from '../../platform/viewer.tsx'
import { pupils } from '../pupil-calls.ts'
import classes from './pupil-list.module.css'

type DuplicatesNoticeProps = { readonly onLook: () => void }

/** Two files for one child mean two truths: said once, above the list, until they are merged. */
export function DuplicatesNotice({ onLook }: DuplicatesNoticeProps) {
  const mayMerge = useMay(pupilsContract.methods.merge)
  return mayMerge ? <Notice onLook={onLook} /> : null
}

function Notice({ onLook }: DuplicatesNoticeProps) {
  const say = useSay(pupilListMessages)
  const found = useFresh(['pupils'], {}, pupils.duplicates)
  if (found === 'loading' || found.length === 0) return null
  return (
    <div className={classes.notice}>
      <Banner
        tone="info"
        icon={IconUsers}
        action={
          <Button size="small" onClick={onLook}>
            {say('duplicates-look')}
          </Button>
        }
      >
        {say('duplicates-found', { count: found.length })}
      </Banner>
    </div>
  )
}
