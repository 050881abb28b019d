import { memo } from 'react'
import type { FamilyFile, FamilyRow } from '#shared/families/families-contract.ts'
import { familiesMessages } from '#shared/families/families-messages.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { familyScreenMessages } from '#shared/families/family-screen-messages.ts'
import { homeMessages } from '#shared/families/home-messages.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { Button, LinkButton } from '../../platform/ui/button.tsx'
import { IconLock, IconUsersGroup } from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { SidePanel } from '../../platform/ui/page/side-panel.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { guardiansOf, homesOf } from '../family/living.ts'
import { families, familyTables } from '../family-calls.ts'
import { shortAddress, townLine } from '../home/address-text.ts'
import classes from '../home/home.module.css'
import { PhoneList } from '../home/phone-list.tsx'

type FamilyPanelProps = { readonly row: FamilyRow; readonly onOpenFile: () => void }

/** Children, guardians with their numbers, and where they live. */
export const FamilyPanel = memo(function FamilyPanel({ row, onOpenFile }: FamilyPanelProps) {
  const say = useSay(familyScreenMessages)
  const sayRefusal = useSay(familiesMessages)
  const [pupilId] = row.pupilIds
  const answer = useFresh(familyTables, { pupilId: pupilId ?? null }, (input) =>
    input.pupilId ? families.file({ pupilId: input.pupilId }) : Promise.resolve(null),
  )
  const family = answer !== 'loading' && answer?.ok ? answer.value : null
  return (
    <SidePanel
      title={say('family-of', { name: row.name })}
      subtitle={row.pupilNames}
      onOpenFile={onOpenFile}
      notices={
        row.isProtected && (
          <Banner tone="warn" icon={IconLock}>
            {say('parts-hidden')}
          </Banner>
        )
      }
      actions={
        <Button kind="primary" size="small" icon={IconUsersGroup} onClick={onOpenFile}>
          {say('open-family')}
        </Button>
      }
    >
      {answer === 'loading' ? (
        <Skeleton shape="fields" rows={5} />
      ) : family ? (
        <FamilySummary family={family} />
      ) : (
        <p>{sayRefusal('pupil.not-found')}</p>
      )}
    </SidePanel>
  )
})

function FamilySummary({ family }: { readonly family: FamilyFile }) {
  const say = useSay(familyScreenMessages)
  const sayHome = useSay(homeMessages)
  const sayField = useSay(familyFieldsMessages)
  return (
    <div className={classes.stack}>
      <Section title={say('children')}>
        <ul>
          {family.pupils.map(({ id, name, groupName }) => (
            <li key={id}>
              <LinkButton onClick={() => go({ screen: 'pupil', id })}>{name}</LinkButton>{' '}
              <span className="muted">{groupName}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={sayHome('guardians')}>
        {guardiansOf(family.pupils).map(({ guardian, link, phones }) => (
          <div key={guardian.id}>
            <p>
              {displayName(guardian) || '•••'}{' '}
              <span className="muted">{sayField(`relation.${link.relation}`)}</span>
            </p>
            {phones.length > 0 && (
              <PhoneList
                ownerKind="guardian"
                ownerId={guardian.id}
                name={displayName(guardian)}
                phones={phones}
              />
            )}
          </div>
        ))}
      </Section>
      <Section title={sayHome('homes')}>
        {homesOf(family.pupils).map(({ household }) => (
          <p key={household.id} data-private>
            {shortAddress(household)}, {townLine(household)}
          </p>
        ))}
      </Section>
    </div>
  )
}
