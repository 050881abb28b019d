import { type ComponentType, createContext, useContext } from 'react'

type RowProps = { readonly table: string; readonly rowId: string }
type FieldProps = RowProps & {
  readonly field: string
  /** The field's label, for the name of its button. */
  readonly label: string
}

type HistoryViews = {
  readonly OfPupil: ComponentType<{ readonly pupilId: string }>
  readonly OfRow: ComponentType<RowProps>
  readonly OfField: ComponentType<FieldProps>
}

/**
 * The history belongs to a feature of its own, which other features may not import: `app.tsx`
 * hands it in, and a file shows it from here. Nobody without the right to it gets anything.
 */
const HistoryContext = createContext<HistoryViews | null>(null)
export const HistoryViewsProvider = HistoryContext.Provider

/** The tab `Historie` of a pupil's file. */
export function PupilHistory(props: { readonly pupilId: string }) {
  const views = useContext(HistoryContext)
  return views && <views.OfPupil {...props} />
}

/** Everything that happened to one row: a household, a group. */
export function RowHistory(props: RowProps) {
  const views = useContext(HistoryContext)
  return views && <views.OfRow {...props} />
}

/** A clock at the end of an inline field, as its `action`. */
export function FieldHistory(props: FieldProps) {
  const views = useContext(HistoryContext)
  return views && <views.OfField {...props} />
}
