import { useState } from 'react'
import { familiesMessages } from '#shared/families/families-messages.ts'
import { homeMessages } from '#shared/families/home-messages.ts'
import { type Household, HouseholdId } from '#shared/families/household.ts'
import { readPostcode } from '#shared/families/postcode.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { settle } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { IconPlus } from '../../platform/ui/icons.ts'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { families } from '../family-calls.ts'
import { AddressFields } from './address-fields.tsx'
import { draftText, emptyAddress, isBlank, shortAddress } from './address-text.ts'
import classes from './home.module.css'

type AddHomeProps = {
  readonly pupil: { readonly id: PupilId; readonly name: string }
  readonly hasHome: boolean
  /** Homes of the family where this pupil does not live yet. */
  readonly known: readonly Household[]
}

/** A second home, or the first: that of a guardian who is known, or a new address. */
export function AddHome(props: AddHomeProps) {
  const say = useSay(homeMessages)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <span data-field="address">
        <Button size="small" icon={IconPlus} onClick={() => setOpen(true)}>
          {say('home-add')}
        </Button>
      </span>
      {isOpen && <AddHomeForm {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

const newHome = 'new'

function AddHomeForm(props: AddHomeProps & { readonly onClose: () => void }) {
  const { pupil, known, onClose } = props
  const say = useSay(homeMessages)
  const sayUi = useSay(uiMessages)
  const [home, setHome] = useState<string>(known[0]?.id ?? newHome)
  const [draft, setDraft] = useState(emptyAddress)
  const { problem, add } = useAdd(props)
  return (
    <Modal
      title={say('home-add-title', { name: pupil.name })}
      onClose={onClose}
      width={600}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" onClick={() => void add(home, draft)}>
            {sayUi('save')}
          </Button>
        </>
      }
    >
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void add(home, draft)
        }}
      >
        {known.length > 0 && (
          <SelectField
            label={say('home-known')}
            value={home}
            onChange={setHome}
            options={[
              ...known.map((each) => ({ value: String(each.id), label: shortAddress(each) })),
              { value: newHome, label: say('home-new') },
            ]}
          />
        )}
        {home === newHome && <AddressFields draft={draft} onChange={setDraft} />}
        {problem && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}

function useAdd({ pupil, hasHome, known, onClose }: AddHomeProps & { onClose: () => void }) {
  const say = useSay(homeMessages)
  const sayRefusal = useSay(familiesMessages)
  const { country } = useLocale()
  const [problem, setProblem] = useState<string | null>(null)
  const residence = { isMain: !hasHome, arrangement: null }

  async function add(home: string, draft: typeof emptyAddress) {
    const chosen = known.find(({ id }) => id === home)
    if (!chosen && isBlank(draft)) return setProblem(say('needs-street'))
    const address = chosen ? shortAddress(chosen) : draftText(draft)
    const answer = chosen
      ? await families.addResidence({
          pupilId: pupil.id,
          householdId: HouseholdId.parse(chosen.id),
          fields: residence,
        })
      : await families.addHousehold({
          fields: {
            ...draft,
            postcode: readPostcode(draft.postcode, country).postcode,
            addressCountry: null,
            mailingAddress: null,
            note: null,
          },
          pupilIds: [pupil.id],
          residence,
          guardianIds: [],
        })
    const refusal = settle(answer, sayRefusal, say('home-added', { address }))
    setProblem(refusal)
    if (refusal === null) onClose()
  }
  return { problem, add }
}
