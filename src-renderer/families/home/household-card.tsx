import { useState } from 'react'
import { familiesContract } from '#shared/families/families-contract.ts'
import { familiesMessages } from '#shared/families/families-messages.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { homeMessages } from '#shared/families/home-messages.ts'
import type { HouseholdFields } from '#shared/families/household.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { FamilyHousehold } from '#shared/pupils/pupils-contract.ts'
import { useSay } from '../../platform/language.tsx'
import { settle, settleLoose } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconChevronDown, IconHome, IconLogout, IconMapPin } from '../../platform/ui/icons.ts'
import { InlineFields } from '../../platform/ui/inline/inline-shell.tsx'
import { InlineTextField } from '../../platform/ui/inline/inline-text-field.tsx'
import { Card } from '../../platform/ui/page/page.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { useMay } from '../../platform/viewer.tsx'
import { families } from '../family-calls.ts'
import { shortAddress, townLine } from './address-text.ts'
import classes from './home.module.css'
import { MoveForm } from './move-form.tsx'
import { PhoneList } from './phone-list.tsx'

/** Somebody under this roof: a child or a guardian. */
export type Housemate = {
  readonly id: string
  readonly name: string
  readonly isPupil: boolean
}

type HouseholdCardProps = {
  readonly home: FamilyHousehold
  readonly livesHere: readonly Housemate[]
  /** The pupil whose file this is; null on the page of the whole family. */
  readonly pupil: { readonly id: PupilId; readonly name: string } | null
  /** With one home there is nothing to choose or agree. */
  readonly isOnly: boolean
}

export function HouseholdCard({ home, livesHere, pupil, isOnly }: HouseholdCardProps) {
  const say = useSay(homeMessages)
  const mayChange = useMay(familiesContract.methods.changeHousehold)
  const [isMoving, setMoving] = useState(false)
  const { household, residence, phones } = home
  return (
    <Card>
      <div className={classes.head}>
        <h3 data-private>{shortAddress(household)}</h3>
        {pupil && residence.isMain && !isOnly && (
          <StatusTag tone="neutral" icon={IconHome}>
            {say('main-home')}
          </StatusTag>
        )}
      </div>
      <p className="muted" data-private>
        {townLine(household)}
      </p>
      <dl className={classes.people}>
        <dt>{say('lives-here')}</dt>
        <dd>{livesHere.map(({ name }) => name).join(', ')}</dd>
      </dl>
      <PhoneList
        ownerKind="household"
        ownerId={household.id}
        name={shortAddress(household)}
        phones={phones}
      />
      <HouseholdLines
        home={home}
        isReadOnly={!mayChange}
        asksArrangement={pupil !== null && (!isOnly || residence.arrangement !== null)}
      />
      {mayChange && (
        <div className={classes.buttons}>
          <Button size="small" icon={IconMapPin} onClick={() => setMoving(true)}>
            {say('address-change')}
          </Button>
          {pupil && <ResidenceButtons home={home} name={pupil.name} />}
        </div>
      )}
      {isMoving && (
        <MoveForm
          household={household}
          livesHere={livesHere}
          mover={pupil?.id ?? null}
          onClose={() => setMoving(false)}
        />
      )}
    </Card>
  )
}

type LinesProps = {
  readonly home: FamilyHousehold
  readonly isReadOnly: boolean
  readonly asksArrangement: boolean
}

function HouseholdLines({ home, isReadOnly, asksArrangement }: LinesProps) {
  const say = useSay(homeMessages)
  const sayField = useSay(familyFieldsMessages)
  const sayRefusal = useSay(familiesMessages)
  const [isLong, setLong] = useState(false)
  const { household, residence } = home
  const address = shortAddress(household)
  const done = (field: string) => say('home-changed', { field, address })

  async function save(field: 'mailingAddress' | 'note', text: string | null) {
    const fields: Partial<HouseholdFields> = { [field]: text }
    const answer = await families.changeHousehold({ id: household.id, fields, only: null })
    return settle(answer, sayRefusal, done(sayField(`field.${field}`)))
  }
  const line = (field: 'mailingAddress' | 'note') => (
    <InlineTextField
      label={sayField(`field.${field}`)}
      value={household[field]}
      isPrivate
      isReadOnly={isReadOnly}
      onSave={(text) => save(field, text)}
    />
  )
  return (
    <InlineFields>
      {asksArrangement && (
        <InlineTextField
          label={sayField('field.arrangement')}
          value={residence.arrangement}
          isPrivate
          isReadOnly={isReadOnly}
          onSave={async (arrangement) =>
            settle(
              await families.changeResidence({ id: residence.id, fields: { arrangement } }),
              sayRefusal,
              done(sayField('field.arrangement')),
            )
          }
        />
      )}
      {(isLong || household.mailingAddress) && line('mailingAddress')}
      {(isLong || household.note) && line('note')}
      {!isReadOnly && !isLong && !(household.mailingAddress && household.note) && (
        <div>
          <Button
            kind="quiet"
            size="small"
            icon={IconChevronDown}
            aria-label={`${say('show-more')}: ${address}`}
            onClick={() => setLong(true)}
          >
            {say('show-more')}
          </Button>
        </div>
      )}
    </InlineFields>
  )
}

function ResidenceButtons({ home, name }: Pick<LinesProps, 'home'> & { readonly name: string }) {
  const say = useSay(homeMessages)
  const sayRefusal = useSay(familiesMessages)
  const { household, residence } = home
  const words = { name, address: shortAddress(household) }

  return (
    <>
      {!residence.isMain && (
        <Button
          kind="quiet"
          size="small"
          icon={IconHome}
          onClick={async () => {
            const answer = await families.changeResidence({
              id: residence.id,
              fields: { isMain: true },
            })
            settleLoose(answer, sayRefusal, say('main-made', words))
          }}
        >
          {say('make-main')}
        </Button>
      )}
      <Button
        kind="quiet"
        size="small"
        icon={IconLogout}
        onClick={async () => {
          const answer = await families.endResidence({ id: residence.id })
          settleLoose(answer, sayRefusal, say('home-left', words))
        }}
      >
        {say('home-leave')}
      </Button>
    </>
  )
}
