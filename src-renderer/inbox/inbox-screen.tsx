import { type ReactNode, useState } from 'react'
import { inboxMessages } from '#shared/change-requests/messages/inbox-messages.ts'
import { useSay } from '../platform/language.tsx'
import type { RouteOf } from '../platform/routes.ts'
import { Segments } from '../platform/ui/fields/choice-field.tsx'
import { PageHead } from '../platform/ui/page/page.tsx'
import classes from './inbox.module.css'

type Name = 'changes' | 'leave' | 'accounts' | 'conflicts'

/**
 * One kind of thing that comes in. Its own feature draws it and counts what waits; `app.tsx` hands
 * them in, since features do not know each other.
 */
export type InboxKind = {
  readonly name: Name
  /** A hook: how many wait. */
  readonly useWaiting: () => number
  /** Draws the queue below `head`, which holds title and choice of kinds. */
  readonly draw: (head: ReactNode) => ReactNode
}

type InboxScreenProps = {
  readonly route: RouteOf<'inbox'>
  readonly kinds: readonly InboxKind[]
}

/** Everything that waits for the office, one kind at a time; an empty inbox is a finished morning. */
export function InboxScreen({ route, kinds }: InboxScreenProps) {
  const say = useSay(inboxMessages)
  const [chosen, choose] = useState<Name>(route.kind ?? 'changes')
  const counts = useCounts(kinds)
  const shown = kinds.find(({ name }) => name === chosen) ?? kinds[0]
  if (!shown) return null
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const head = (
    <div>
      <PageHead title={say('inbox')} aside={<span role="status">{total > 0 && total}</span>} />
      {kinds.length > 1 && (
        <div className={classes.kinds}>
          <Segments
            label={say('kinds')}
            value={shown.name}
            onChange={choose}
            options={kinds.map(({ name }) => ({ value: name, label: labelOf(name) }))}
          />
        </div>
      )}
    </div>
  )
  return <KindBody key={shown.name} kind={shown} head={head} />

  function labelOf(name: Name) {
    const count = counts[name] ?? 0
    return count > 0 ? `${say(`kind-${name}`)} ${count}` : say(`kind-${name}`)
  }
}

const KindBody = ({ kind, head }: { readonly kind: InboxKind; readonly head: ReactNode }) =>
  kind.draw(head)

/** The list of kinds is the same for as long as the window stands, so its hooks are too. */
function useCounts(kinds: readonly InboxKind[]): Partial<Record<Name, number>> {
  // biome-ignore lint/correctness/useHookAtTopLevel: always the same kinds in the same order.
  return Object.fromEntries(kinds.map(({ name, useWaiting }) => [name, useWaiting()]))
}
