import type { ReactNode } from 'react'
import { childrenMessages } from '#shared/children/children-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Child } from '../children-table.ts'
import { Face } from './face.tsx'

/** Where one is in the pages of a child; a page of details has tabs of its own. */
export type Place = 'start' | 'group' | 'privacy' | 'details'

type Shown = {
  readonly visit: Visit
  readonly child: Child
  readonly siblings: readonly Child[]
}

type Props = { readonly at: Shown; readonly place: Place; readonly children: ReactNode }

export function ChildFrame({ at, place, children }: Props) {
  const { child, visit } = at
  const say = speak(childrenMessages, visit.language)
  const groups = child.groups.map(({ name }) => name).join(', ')
  return (
    <>
      <Switcher at={at} place={place} />
      <header className="who">
        <Face child={child} />
        <div>
          <h1>{child.name}</h1>
          {groups !== '' && <p className="meta">{groups}</p>}
        </div>
      </header>
      {place !== 'start' && (
        <p className="back">
          <a href={`/children/${child.linkId}`}>‹ {say('to-child', { name: child.name })}</a>
        </p>
      )}
      {children}
    </>
  )
}

/** The other children, on the page where one is now. */
function Switcher({ at: { child, siblings, visit }, place }: Omit<Props, 'children'>) {
  const say = speak(childrenMessages, visit.language)
  if (siblings.length < 2) return null
  const rest = place === 'start' ? '' : place === 'details' ? '/details/personal' : `/${place}`
  return (
    <nav aria-label={say('switch')}>
      <ul className="switcher">
        {siblings.map((each) => (
          <li key={each.linkId}>
            <a
              href={`/children/${each.linkId}${rest}`}
              {...(each.linkId === child.linkId && { 'aria-current': 'true' })}
            >
              <Face child={each} />
              {each.name.split(' ')[0]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
