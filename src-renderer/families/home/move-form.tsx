import { useState } from 'react'
import { familiesMessages } from '#shared/families/families-messages.ts'
import { GuardianId } from '#shared/families/guardian.ts'
import { homeMessages } from '#shared/families/home-messages.ts'
import type { Household } from '#shared/families/household.ts'
import { readPostcode } from '#shared/families/postcode.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { settle } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import { CheckboxField, Segments } from '../../platform/ui/fields/choice-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { families } from '../family-calls.ts'
import { AddressFields } from './address-fields.tsx'
import { draftOf, draftText, isBlank, shortAddress } from './address-text.ts'
import classes from './home.module.css'
import type { Housemate } from './household-card.tsx'

type MoveFormProps = {
  readonly household: Household
  readonly livesHere: readonly Housemate[]
  /** Whose file this is: chosen beforehand when only some move. */
  readonly mover: string | null
  readonly onClose: () => void
}

/** A new address, and for whom: separated parents seldom move together. */
export function MoveForm({ household, livesHere, mover, onClose }: MoveFormProps) {
  const say = useSay(homeMessages)
  const sayUi = useSay(uiMessages)
  const address = shortAddress(household)
  const [draft, setDraft] = useState(draftOf(household))
  const [forAll, setForAll] = useState(true)
  const [chosen, setChosen] = useState<readonly string[]>(mover ? [mover] : [])
  const { problem, move } = useMove({ household, livesHere, onClose })
  const count = forAll ? livesHere.length : chosen.length

  return (
    <Modal
      title={say('address-change-title', { address })}
      onClose={onClose}
      width={600}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" onClick={() => void move(draft, forAll ? null : chosen)}>
            {say('change-for', { count })}
          </Button>
        </>
      }
    >
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void move(draft, forAll ? null : chosen)
        }}
      >
        <AddressFields draft={draft} onChange={setDraft} />
        {livesHere.length > 1 && (
          <Segments
            label={say('for-whom')}
            value={forAll ? 'all' : 'some'}
            onChange={(value) => setForAll(value === 'all')}
            options={[
              { value: 'all', label: say('for-all') },
              { value: 'some', label: say('for-some') },
            ]}
          />
        )}
        <WhoMoves
          livesHere={livesHere}
          chosen={forAll ? null : chosen}
          onChange={setChosen}
          address={address}
        />
        {problem && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
        {/* Enter in a field does what the button in the footer says. */}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}

type WhoMovesProps = {
  readonly livesHere: readonly Housemate[]
  /** Null when everybody moves. */
  readonly chosen: readonly string[] | null
  readonly onChange: (ids: readonly string[]) => void
  readonly address: string
}

function WhoMoves({ livesHere, chosen, onChange, address }: WhoMovesProps) {
  const say = useSay(homeMessages)
  if (!chosen) return <p className="muted">{livesHere.map(({ name }) => name).join(', ')}</p>
  return (
    <div className={classes.who}>
      {livesHere.map(({ id, name }) => (
        <CheckboxField
          key={id}
          label={name}
          value={chosen.includes(id)}
          onChange={(isOn) =>
            onChange(isOn ? [...chosen, id] : chosen.filter((each) => each !== id))
          }
        />
      ))}
      <p className="muted">{say('for-some-hint', { address })}</p>
    </div>
  )
}

function useMove({ household, livesHere, onClose }: Omit<MoveFormProps, 'mover'>) {
  const say = useSay(homeMessages)
  const sayRefusal = useSay(familiesMessages)
  const { country } = useLocale()
  const [problem, setProblem] = useState<string | null>(null)

  async function move(draft: ReturnType<typeof draftOf>, chosen: readonly string[] | null) {
    if (isBlank(draft)) return setProblem(say('needs-street'))
    if (chosen?.length === 0) return setProblem(say('needs-somebody'))
    const postcode = readPostcode(draft.postcode, country).postcode
    const answer = await families.changeHousehold({
      id: household.id,
      fields: { ...draft, postcode },
      only: chosen && split(livesHere.filter(({ id }) => chosen.includes(id))),
    })
    const refusal = settle(
      answer,
      sayRefusal,
      say('address-changed', { address: draftText(draft) }),
    )
    setProblem(refusal)
    if (refusal === null) onClose()
  }
  return { problem, move }
}

const split = (movers: readonly Housemate[]) => ({
  pupilIds: movers.filter(({ isPupil }) => isPupil).map(({ id }) => PupilId.parse(id)),
  guardianIds: movers.filter(({ isPupil }) => !isPupil).map(({ id }) => GuardianId.parse(id)),
})
