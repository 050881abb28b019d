import type { ContactLink } from '#shared/families/contact.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { familyScreenMessages } from '#shared/families/family-screen-messages.ts'
import type { Day } from '#shared/platform/day.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { IconCircleCheck, IconGavel } from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import classes from './contact.module.css'

/** The answer at the door, in one line each: may this person take the child along today? */
export function Collectors({ file }: { readonly file: PupilFile }) {
  const say = useSay(familyScreenMessages)
  const { may, never } = useCollectors(file)
  return (
    <Section title={say('may-collect-title', { name: file.name })}>
      {never.length > 0 && (
        <Banner tone="alert" icon={IconGavel}>
          <span data-private>
            {say('never-collect-title')}: {never.join(', ')}
          </span>
        </Banner>
      )}
      {may.length === 0 && <p className="muted">{say('may-collect-none')}</p>}
      <ul className={classes.collectors}>
        {may.map(({ id, name, role }) => (
          <li key={id}>
            <StatusTag tone="ok" icon={IconCircleCheck}>
              {name}
            </StatusTag>
            <span className="muted">{role}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function useCollectors({ guardians, contacts }: PupilFile) {
  const sayField = useSay(familyFieldsMessages)
  const { today } = useFormats()
  const now = today()
  const nameless = (name: string) => name || '•••'
  const may = [
    ...guardians
      .filter(({ link }) => link.mayCollect && !link.noContact)
      .map(({ guardian, link }) => ({
        id: String(link.id),
        name: nameless(displayName(guardian)),
        role: sayField(`relation.${link.relation}`),
      })),
    ...contacts
      .filter(({ link }) => link.mayCollect && !link.collectingForbidden && isValidOn(now, link))
      .map(({ contact, link }) => ({
        id: String(link.id),
        name: nameless(contact.name),
        role: link.relation ?? sayField(`contact-kind.${contact.kind}`),
      })),
  ]
  const never = [
    ...guardians
      .filter(({ link }) => link.noContact)
      .map(({ guardian }) => nameless(displayName(guardian))),
    ...contacts
      .filter(({ link }) => link.collectingForbidden)
      .map(({ contact }) => nameless(contact.name)),
  ]
  return { may, never }
}

export function isValidOn(
  day: Day,
  { validFrom, validUntil }: Pick<ContactLink, 'validFrom' | 'validUntil'>,
) {
  return (!validFrom || validFrom <= day) && (!validUntil || validUntil >= day)
}
