import { useId } from 'react'
import type { PartView } from '#shared/change-requests/change-requests-contract.ts'
import { requestDetailMessages } from '#shared/change-requests/messages/request-detail-messages.ts'
import { useSay } from '../../../platform/language.tsx'
import { useAskWords } from '../../use-ask-words.ts'
import classes from '../detail.module.css'

type MovedChoiceProps = {
  readonly part: PartView
  readonly take: boolean | null
  readonly onChoose: (take: boolean) => void
}

/** Then, now and asked: the office changed this after the guardian saw it, so somebody chooses. */
export function MovedChoice({ part, take, onChoose }: MovedChoiceProps) {
  const say = useSay(requestDetailMessages)
  const words = useAskWords()
  const name = useId()
  const text = (value: string | null) => words.value(part, value) ?? say('nothing')
  return (
    <fieldset className={classes.moved} data-private>
      <legend>{say('moved', { seen: text(part.seen) })}</legend>
      <label>
        <input type="radio" name={name} checked={take === false} onChange={() => onChoose(false)} />
        {say('choose-now', { value: text(part.now) })}
      </label>
      <label>
        <input type="radio" name={name} checked={take === true} onChange={() => onChoose(true)} />
        {say('choose-asked', { value: text(part.asked) })}
      </label>
    </fieldset>
  )
}
