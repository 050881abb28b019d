import { importsContract } from '#shared/imports/imports-contract.ts'
import { pupilListMessages } from '#shared/pupils/pupil-list-messages.ts'
import { pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconFileImport, IconUserPlus, IconUsers } from '../../platform/ui/icons.ts'
import { PageHead } from '../../platform/ui/page/page.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { useMay } from '../../platform/viewer.tsx'

/** Before the first pupil: how they come in. A teacher without a group is told why nobody is here. */
export function EmptySchool() {
  const say = useSay(pupilListMessages)
  const mayEnrol = useMay(pupilsContract.methods.enrol)
  const mayImport = useMay(importsContract.methods.apply)
  return (
    <div data-pane>
      <PageHead title={say('pupils')} />
      {mayEnrol ? (
        <EmptyState
          icon={IconUsers}
          title={say('empty-title')}
          action={
            <>
              {mayImport && (
                <Button
                  kind="primary"
                  icon={IconFileImport}
                  onClick={() => go({ screen: 'imports' })}
                >
                  {say('empty-import')}
                </Button>
              )}
              <Button
                icon={IconUserPlus}
                keys="mod+n"
                onClick={() => go({ screen: 'pupils', isNew: true })}
              >
                {say('new-pupil')}
              </Button>
            </>
          }
        >
          {say('empty-text')}
        </EmptyState>
      ) : (
        <EmptyState icon={IconUsers} title={say('empty-title')}>
          {say('no-pupils-for-role')}
        </EmptyState>
      )}
    </div>
  )
}
