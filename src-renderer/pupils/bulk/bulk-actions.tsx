import type { GroupRow } from '#shared/groups/groups-contract.ts'
import { pupilListMessages } from '#shared/pupils/pupil-list-messages.ts'
import { type PupilRow, pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { copyText } from '../../platform/copy-text.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import type { GridColumn } from '../../platform/ui/grid/columns.ts'
import { toTabbedText } from '../../platform/ui/grid/copy-rows.ts'
import { IconCopy, IconPencil, IconPrinter, IconUsersGroup } from '../../platform/ui/icons.ts'
import { PopoverButton } from '../../platform/ui/overlays/popover-button.tsx'
import { useMay } from '../../platform/viewer.tsx'
import { ChangeMany } from './change-many.tsx'
import { PlaceMany } from './place-many.tsx'

type BulkActionsProps = {
  readonly rows: readonly PupilRow[]
  readonly columns: readonly GridColumn<PupilRow>[]
  readonly groups: readonly GroupRow[]
}

/** What can be done with all chosen pupils at once. */
export function BulkActions({ rows, columns, groups }: BulkActionsProps) {
  const say = useSay(pupilListMessages)
  const mayChange = useMay(pupilsContract.methods.changeMany)
  const ids = rows.map(({ id }) => id)
  return (
    <>
      <Button
        size="small"
        icon={IconPrinter}
        onClick={() => go({ screen: 'overviews', pupilIds: ids })}
      >
        {say('print')}
      </Button>
      {mayChange && (
        <>
          <PopoverButton
            icon={IconUsersGroup}
            label={say('place-in-group')}
            size="small"
            width={360}
          >
            {(close) => <PlaceMany ids={ids} groups={groups} onDone={close} />}
          </PopoverButton>
          <PopoverButton icon={IconPencil} label={say('change-field')} size="small" width={360}>
            {(close) => <ChangeMany ids={ids} onDone={close} />}
          </PopoverButton>
        </>
      )}
      <Button
        size="small"
        icon={IconCopy}
        onClick={() => {
          copyText(toTabbedText(rows, columns))
          void toast({ text: say('copied', { count: rows.length }) })
        }}
      >
        {say('copy')}
      </Button>
    </>
  )
}
