import type { ChangeRow } from '#shared/history/history-contract.ts'
import { historyMessages } from '#shared/history/history-messages.ts'
import { useSay } from '../platform/language.tsx'
import { IconHistory } from '../platform/ui/icons.ts'
import { PopoverButton } from '../platform/ui/overlays/popover-button.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { ChangeList } from './change-list.tsx'
import classes from './history.module.css'
import { history } from './undo.ts'

/** Everything that happened to a pupil: own fields, family, groups, consents. */
export function PupilHistory({ pupilId }: { readonly pupilId: string }) {
  const changes = useFresh(pupilTables, { pupilId }, history.ofPupil)
  return <Shown changes={changes} />
}

type RowHistoryProps = { readonly table: string; readonly rowId: string }

/** Everything that happened to one row. */
export function RowHistory({ table, rowId }: RowHistoryProps) {
  const changes = useFresh([table], { table, rowId, field: null }, history.ofRow)
  return <Shown changes={changes} />
}

const pupilTables = [
  'pupils',
  'enrolments',
  'memberships',
  'medicals',
  'residences',
  'households',
  'guardians',
  'guardianLinks',
  'contacts',
  'contactLinks',
  'phones',
  'consents',
]

function Shown({ changes }: { readonly changes: readonly ChangeRow[] | 'loading' }) {
  const say = useSay(historyMessages)
  if (changes === 'loading') return <Skeleton shape="fields" />
  if (changes.length > 0) return <ChangeList changes={changes} />
  return <EmptyState icon={IconHistory} title={say('row-history-empty')} />
}

type FieldHistoryProps = RowHistoryProps & {
  readonly field: string
  /** The field's label. */
  readonly label: string
}

/** More belongs in the history tab of the file. */
const mostShown = 3

/** A clock beside a field: its last three changes, each with `Herstel`. */
export function FieldHistory(props: FieldHistoryProps) {
  const say = useSay(historyMessages)
  const title = say('field-history', { field: props.label })
  return (
    <PopoverButton icon={IconHistory} label={title} isIconOnly isSkipped size="small" width={340}>
      {() => (
        <div className={classes.field}>
          <h3>{title}</h3>
          <LastChanges {...props} />
        </div>
      )}
    </PopoverButton>
  )
}

function LastChanges({ table, rowId, field }: FieldHistoryProps) {
  const say = useSay(historyMessages)
  const changes = useFresh([table], { table, rowId, field }, history.ofRow)
  if (changes === 'loading') return null
  if (changes.length === 0) return <p className="muted">{say('field-history-empty')}</p>
  return <ChangeList changes={changes.slice(0, mostShown)} isOneField />
}
