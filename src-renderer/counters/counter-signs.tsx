import type { Counter, CounterState } from '#shared/counters/counter.ts'
import { amountText, hoursText } from '#shared/counters/words/amounts.ts'
import { counterWords } from '#shared/counters/words/counter-words.ts'
import { useLocale, useSay } from '../platform/language.tsx'
import {
  type Icon,
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconClock,
} from '../platform/ui/icons.ts'
import { StatusTag, type Tone } from '../platform/ui/signs/status-tag.tsx'
import classes from './counters.module.css'

const signs: Record<CounterState, { readonly tone: Tone; readonly icon: Icon }> = {
  calm: { tone: 'quiet', icon: IconCircle },
  near: { tone: 'warn', icon: IconClock },
  due: { tone: 'alert', icon: IconAlertTriangle },
  done: { tone: 'ok', icon: IconCircleCheck },
}

export function CounterTag({ state }: { readonly state: CounterState }) {
  const say = useSay(counterWords)
  return <StatusTag {...signs[state]}>{say(`state.${state}`)}</StatusTag>
}

type Measured = Pick<Counter, 'total' | 'limit' | 'unit' | 'state'>

/** `14 van 16 uur`: the total beside its limit, where there is one. */
export function useTotalText() {
  const say = useSay(counterWords)
  const { language } = useLocale()
  return ({ total, limit, unit }: Measured) => {
    const whole = amountText(limit > 0 ? limit : total, unit, { say, language })
    if (limit === 0) return whole
    const part = unit === 'minutes' ? hoursText(total, language) : String(total)
    return say('of-limit', { total: part, limit: whole })
  }
}

/** How full a counter is; the text beside it says the same. */
export function Meter({ counter }: { readonly counter: Measured }) {
  const { total, limit, state } = counter
  const text = useTotalText()(counter)
  const share = limit > 0 ? Math.max(0, Math.min(1, total / limit)) : 1
  return (
    <span className={classes.meter}>
      <span className={classes.bar} data-state={state} aria-hidden>
        <span style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <span className={classes.figure}>{text}</span>
    </span>
  )
}
