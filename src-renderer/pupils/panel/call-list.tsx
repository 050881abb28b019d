import type { Phone } from '#shared/families/contact.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { streetLine } from '#shared/families/household.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { pupilsMessages } from '#shared/pupils/pupils-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { PhoneLink } from '../../platform/ui/signs/phone-link.tsx'
import classes from './panel.module.css'

type Line = {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly phones: readonly Phone[]
}

/** Everybody who can be called about this pupil, the first to call on top. */
export function CallList({ file }: { readonly file: PupilFile }) {
  const say = useSay(pupilFileMessages)
  const sayPupil = useSay(pupilsMessages)
  const lines = useLines(file)
  if (file.hidden.address) {
    return <p className={classes.hidden}>{sayPupil(`hidden.${file.hidden.address}`)}</p>
  }
  if (lines.length === 0) return <p className="muted">{say('call-none')}</p>
  return (
    <ol className={classes.calls}>
      {lines.map(({ id, name, role, phones }, index) => (
        <li key={id}>
          <span className={classes.order} aria-hidden>
            {index + 1}
          </span>
          <span className={classes.person}>
            <span data-private>
              {name} <span className="muted">{role}</span>
            </span>
            {phones.map((phone) => (
              <PhoneLine key={phone.id} phone={phone} />
            ))}
          </span>
        </li>
      ))}
    </ol>
  )
}

function PhoneLine({ phone: { number, kind, mayCallDuringSchool } }: { readonly phone: Phone }) {
  const say = useSay(pupilFileMessages)
  const sayFamily = useSay(familyFieldsMessages)
  return (
    <span className={classes.phone}>
      <PhoneLink number={number} className={classes.number} />
      <span className="muted">
        {sayFamily(`phone-kind.${kind}`)}
        {!mayCallDuringSchool && ` · ${say('not-during-school')}`}
      </span>
    </span>
  )
}

/** Guardians first, then contacts; whom a court keeps away is not called. */
function useLines({ guardians, households, contacts }: PupilFile): readonly Line[] {
  const sayFamily = useSay(familyFieldsMessages)
  const parents = guardians
    .filter(({ link }) => !link.noContact)
    .toSorted((a, b) => a.link.contactOrder - b.link.contactOrder)
    .map(({ guardian, link, phones }) => ({
      id: link.id,
      name: displayName(guardian),
      role: sayFamily(`relation.${link.relation}`),
      phones,
    }))
  const homes = households.map(({ residence, household, phones }) => ({
    id: residence.id,
    name: streetLine(household) ?? '',
    role: '',
    phones,
  }))
  const others = contacts
    .filter(({ link }) => !link.collectingForbidden)
    .toSorted((a, b) => a.link.contactOrder - b.link.contactOrder)
    .map(({ contact, link, phones }) => ({
      id: link.id,
      name: contact.name,
      role: sayFamily(`contact-kind.${contact.kind}`),
      phones,
    }))
  return [...parents, ...homes, ...others].filter(({ phones }) => phones.length > 0)
}
