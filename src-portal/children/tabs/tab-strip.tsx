import type { AskTab } from '#shared/change-requests/change-request.ts'
import { askingMessages } from '#shared/children/asking-messages.ts'
import { childrenMessages } from '#shared/children/children-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Child } from '../children-table.ts'
import type { Ground } from './tab-model.ts'
import { tabsFor } from './tabs-for.ts'

type Props = {
  readonly visit: Visit
  readonly ground: Pick<Ground, 'asking' | 'country'>
  readonly child: Child
  readonly here: AskTab | 'privacy'
  readonly unsent: readonly AskTab[]
}

/**
 * The tabs of a child. Within a form they are its buttons, so that going to another tab keeps what was
 * typed, also without any script; from the consents, which count at once, they are links.
 */
export function TabStrip({ visit, ground, child, here, unsent }: Props) {
  const words = speak(childrenMessages, visit.language)
  const say = speak(askingMessages, visit.language)
  const tabs = [...tabsFor({ ...ground, child }), 'privacy'] as const
  const isForm = here !== 'privacy'
  return (
    <nav className="tabs" aria-label={words('tabs', { name: child.name })}>
      <ul>
        {tabs.map((tab) => {
          const current = tab === here && ({ 'aria-current': 'page' } as const)
          const isUnsent = unsent.some((each) => each === tab)
          const content = (
            <>
              {words(`tab.${tab}`)}
              {isUnsent && (
                <span className="mark-unsent">
                  {' '}
                  ● <span className="unseen">{say('unsent-mark')}</span>
                </span>
              )}
            </>
          )
          const base = `/children/${child.linkId}`
          return (
            <li key={tab}>
              {isForm ? (
                <button type="submit" name="to" value={tab} {...current}>
                  {content}
                </button>
              ) : (
                <a
                  href={tab === 'privacy' ? `${base}/privacy` : `${base}/details/${tab}`}
                  {...current}
                >
                  {content}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
