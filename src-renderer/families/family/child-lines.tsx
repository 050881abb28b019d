import type { FamilyFile } from '#shared/families/families-contract.ts'
import { familyScreenMessages } from '#shared/families/family-screen-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { LinkButton } from '../../platform/ui/button.tsx'
import { IconLock } from '../../platform/ui/icons.ts'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { shortAddress } from '../home/address-text.ts'
import classes from './family.module.css'

type ChildLinesProps = { readonly pupils: FamilyFile['pupils'] }

/** Each child with its class and where it lives, in words: `woont Parklaan 112`. */
export function ChildLines({ pupils }: ChildLinesProps) {
  const say = useSay(familyScreenMessages)
  return (
    <ul className={classes.children}>
      {pupils.map(({ id, name, groupName, isProtected, residences }) => (
        <li key={id}>
          <LinkButton onClick={() => go({ screen: 'pupil', id, tab: 'family' })}>{name}</LinkButton>
          <span className="muted">{groupName}</span>
          {isProtected && (
            <StatusTag tone="leave" icon={IconLock}>
              {say('protected')}
            </StatusTag>
          )}
          <span className={classes.where} data-private>
            {residences
              .map(({ household, residence }) =>
                [shortAddress(household), residence.arrangement && `(${residence.arrangement})`]
                  .filter(Boolean)
                  .join(' '),
              )
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
