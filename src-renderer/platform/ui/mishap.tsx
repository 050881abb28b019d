import { Component, type ReactNode } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../language.tsx'
import { toast } from '../toasts.ts'
import { Button } from './button.tsx'
import { IconAlertTriangle, IconRefresh } from './icons.ts'
import { EmptyState } from './signs/empty-state.tsx'

type MishapProps = {
  /** Another place in the window gets another try. */
  readonly place: string
  readonly children: ReactNode
}
type State = { readonly number: string | null; readonly place: string }

/** A bug of ours ends here: one calm screen, while the frame around it goes on. */
export class Mishap extends Component<MishapProps, State> {
  override state: State = { number: null, place: this.props.place }

  static getDerivedStateFromError(): Partial<State> {
    return { number: mishapNumber() }
  }
  static getDerivedStateFromProps({ place }: MishapProps, state: State): Partial<State> | null {
    return place === state.place ? null : { number: null, place }
  }
  override render() {
    const { number } = this.state
    return number ? <MishapScreen number={number} /> : this.props.children
  }
}

function MishapScreen({ number }: { readonly number: string }) {
  const say = useSay(uiMessages)
  return (
    <div role="alert">
      <EmptyState
        icon={IconAlertTriangle}
        title={say('mishap-title')}
        action={
          <Button kind="primary" icon={IconRefresh} onClick={() => window.location.reload()}>
            {say('mishap-reload')}
          </Button>
        }
      >
        {say('mishap-text')} {say('mishap-number', { number })}
      </EmptyState>
    </div>
  )
}

/** A call that failed after a click has no screen to replace: it is said in the corner. */
export function sayMishaps(words: (number: string) => string) {
  const listener = () => void toast({ text: words(mishapNumber()), tone: 'alert' })
  window.addEventListener('unhandledrejection', listener)
  return () => window.removeEventListener('unhandledrejection', listener)
}

/** The moment it happened: with it the help desk finds the line in main's log. */
const mishapNumber = () => new Date().toISOString().replace(/\D/g, '').slice(2, 14)
