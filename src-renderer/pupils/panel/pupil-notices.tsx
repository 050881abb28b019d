import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { pupilsMessages } from '#shared/pupils/pupils-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { Button } from '../../platform/ui/button.tsx'
import {
  IconCalendar,
  IconEye,
  IconEyeOff,
  IconFirstAidKit,
  IconGavel,
  IconShieldLock,
  IconUsers,
} from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { useMay } from '../../platform/viewer.tsx'
import { pupils } from '../pupil-calls.ts'
import classes from './panel.module.css'
import type { Reveal } from './reveal.tsx'

type PupilNoticesProps = { readonly file: PupilFile; readonly reveal: Reveal }

/** What must be seen before anything else: orders of a court, health, protection, not at school. */
export function PupilNotices({ file, reveal }: PupilNoticesProps) {
  const { pupil, medical } = file
  const mayMerge = useMay(pupilsContract.methods.merge)
  return (
    <>
      <BansOf file={file} />
      {medical?.alert && (
        <Banner tone="warn" icon={IconFirstAidKit}>
          <span data-private>{medical.alert}</span>
        </Banner>
      )}
      {pupil.protectionLevel > 0 && <ProtectionNotice file={file} reveal={reveal} />}
      <StatusNotice file={file} />
      {mayMerge && <DoubleNotice file={file} />}
    </>
  )
}

function BansOf({ file }: { readonly file: PupilFile }) {
  const say = useSay(pupilFileMessages)
  const sayFamily = useSay(familyFieldsMessages)
  const banned = file.guardians.filter(({ link }) => link.noContact)
  const forbidden = file.contacts.filter(({ link }) => link.collectingForbidden)
  return (
    <>
      {banned.map(({ guardian, link }) => (
        <Banner key={link.id} tone="alert" icon={IconGavel}>
          <span data-private>
            {say('no-contact-with', {
              name: displayName(guardian) || '•••',
              relation: sayFamily(`relation.${link.relation}`),
            })}
          </span>
        </Banner>
      ))}
      {forbidden.map(({ contact, link }) => (
        <Banner key={link.id} tone="alert" icon={IconGavel}>
          <span data-private>
            {say('never-collects', { pupil: file.name, name: contact.name || '•••' })}
          </span>
        </Banner>
      ))}
    </>
  )
}

function ProtectionNotice({ file, reveal }: PupilNoticesProps) {
  const say = useSay(pupilFileMessages)
  const sayField = useSay(pupilFieldMessages)
  const mayReveal = useMay(pupilsContract.methods.reveal)
  const { protectionLevel: level, protectionAgreement: agreement } = file.pupil
  const isShown = reveal.file !== null
  return (
    <Banner tone="warn" icon={IconShieldLock}>
      <strong>{sayField(`protection.${level}`)}.</strong>{' '}
      {isShown ? (
        <span className="num">{say('reveal-left', { count: reveal.secondsLeft })}</span>
      ) : (
        sayField(`protection-means.${level}`)
      )}
      {agreement && <p data-private>{agreement}</p>}
      {mayReveal && (
        <div className={classes.reveal}>
          <Button
            size="small"
            icon={isShown ? IconEyeOff : IconEye}
            onClick={isShown ? reveal.hide : reveal.ask}
          >
            {say(isShown ? 'reveal-hide' : 'reveal')}
          </Button>
        </div>
      )}
    </Banner>
  )
}

/** Whoever looks for one of two files must know of the other before typing anything. */
function DoubleNotice({ file }: { readonly file: PupilFile }) {
  const say = useSay(pupilFileMessages)
  const sayPupil = useSay(pupilsMessages)
  const found = useFresh(['pupils'], {}, pupils.duplicates)
  if (found === 'loading') return null
  const pair = found.find((each) => each.pupils.some(({ id }) => id === file.pupil.id))
  if (!pair) return null
  return (
    <Banner
      tone="info"
      icon={IconUsers}
      action={
        <Button size="small" onClick={() => go({ screen: 'pupils', id: 'duplicates' })}>
          {say('compare')}
        </Button>
      }
    >
      {say('maybe-double', { because: sayPupil(`because.${pair.because}`) })}
    </Banner>
  )
}

function StatusNotice({ file }: { readonly file: PupilFile }) {
  const say = useSay(pupilFileMessages)
  const { day } = useFormats()
  const { name, status } = file
  if (status === 'current') return null
  const on =
    status === 'former'
      ? file.enrolments.map(({ endsOn }) => endsOn).findLast((each) => each !== null)
      : file.enrolments.map(({ startsOn }) => startsOn).findLast((each) => each !== null)
  return (
    <Banner tone="info" icon={IconCalendar}>
      {status !== 'applicant' && on
        ? say(`status-${status}-on`, { name, day: day(on) })
        : say(`status-${status}`, { name })}
    </Banner>
  )
}
