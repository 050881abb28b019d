import { type FamilyFile, familiesContract } from '#shared/families/families-contract.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { familyScreenMessages } from '#shared/families/family-screen-messages.ts'
import { homeMessages } from '#shared/families/home-messages.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { FamilyGuardian } from '#shared/pupils/pupils-contract.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { LinkButton } from '../../platform/ui/button.tsx'
import { IconGavel } from '../../platform/ui/icons.ts'
import { InlineFields } from '../../platform/ui/inline/inline-shell.tsx'
import { Card } from '../../platform/ui/page/page.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { useMay } from '../../platform/viewer.tsx'
import { EmailField } from '../guardian/person-fields.tsx'
import classes from '../home/home.module.css'
import { PhoneList } from '../home/phone-list.tsx'
import { guardiansOf } from './living.ts'

type GuardianSummariesProps = { readonly family: FamilyFile }

/** Each guardian once: how to reach them. What was agreed differs per child and stands there. */
export function GuardianSummaries({ family }: GuardianSummariesProps) {
  const say = useSay(homeMessages)
  const guardians = guardiansOf(family.pupils)
  if (guardians.length === 0) return <p className="muted">{say('guardians-none')}</p>
  return (
    <div className={classes.cards}>
      {guardians.map((entry) => (
        <Summary key={entry.guardian.id} entry={entry} family={family} />
      ))}
    </div>
  )
}

function Summary({ entry, family }: GuardianSummariesProps & { readonly entry: FamilyGuardian }) {
  const say = useSay(familyScreenMessages)
  const sayHome = useSay(homeMessages)
  const sayField = useSay(familyFieldsMessages)
  const mayChange = useMay(familiesContract.methods.changeGuardian)
  const { guardian, link, phones } = entry
  const name = displayName(guardian) || '•••'
  const children = family.pupils.filter(({ guardians }) =>
    guardians.some((each) => each.guardian.id === guardian.id),
  )
  const isHidden = children.some(({ isProtected }) => isProtected)
  return (
    <Card>
      <div className={classes.head}>
        <h3>{name}</h3>
        <span className="muted">{sayField(`relation.${link.relation}`)}</span>
        {link.noContact && (
          <StatusTag tone="alert" icon={IconGavel}>
            {sayHome('no-contact')}
          </StatusTag>
        )}
      </div>
      {!isHidden && (
        <PhoneList ownerKind="guardian" ownerId={guardian.id} name={name} phones={phones} />
      )}
      <InlineFields>
        <EmailField entry={entry} isReadOnly={!mayChange} hidden={isHidden ? 'protection' : null} />
      </InlineFields>
      <dl className={classes.people}>
        <dt>{say('per-child')}</dt>
        <dd>
          {children.map((child) => (
            <LinkButton
              key={child.id}
              onClick={() => go({ screen: 'pupil', id: child.id, tab: 'family' })}
            >
              {child.name}
            </LinkButton>
          ))}
        </dd>
      </dl>
    </Card>
  )
}
