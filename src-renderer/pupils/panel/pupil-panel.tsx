import { memo, type ReactNode, useDeferredValue } from 'react'
import { streetLine } from '#shared/families/household.ts'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { pupilsMessages } from '#shared/pupils/pupils-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { Button, LinkButton } from '../../platform/ui/button.tsx'
import { IconFileText, IconPrinter } from '../../platform/ui/icons.ts'
import { InlineFields } from '../../platform/ui/inline/inline-shell.tsx'
import { SidePanel } from '../../platform/ui/page/side-panel.tsx'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { Portrait } from '../../platform/ui/signs/portrait.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { MissingFields } from '../file/missing-fields.tsx'
import { PupilField } from '../file/pupil-field.tsx'
import { fileTables, pupils } from '../pupil-calls.ts'
import { CallList } from './call-list.tsx'
import classes from './panel.module.css'
import { PupilNotices } from './pupil-notices.tsx'
import { PupilSubtitle } from './pupil-subtitle.tsx'
import { useReveal } from './reveal.tsx'
import { useKeptFocus } from './use-kept-focus.ts'

/** What the desk needs of the chosen pupil without opening the file. */
export const PupilPanel = memo(function PupilPanel({ id: wanted }: { readonly id: string }) {
  const id = useDeferredValue(wanted)
  const answer = useFresh(fileTables, { id }, (input) => pupils.file(input))
  const known = answer !== 'loading' && answer.ok ? answer.value : null
  const reveal = useReveal(known?.pupil.id ?? null)
  const photo = useFresh(['photos'], { id }, (input) => pupils.photo(input))
  const say = useSay(pupilsMessages)
  const box = useKeptFocus(known?.pupil.id ?? null)

  if (answer === 'loading') return <Skeleton shape="fields" />
  if (!known) return <EmptyState icon={IconFileText} title={say('pupil.not-found')} />
  const file = reveal.file ?? known
  return (
    <div ref={box} className={classes.box}>
      {/* Another pupil is another panel: half-typed text must not move along. */}
      <PanelOf
        key={file.pupil.id}
        file={file}
        photo={known.hasPhoto && photo !== 'loading' ? photo : null}
        notices={<PupilNotices file={file} reveal={reveal} />}
      />
      {reveal.dialog}
    </div>
  )
})

type PanelOfProps = {
  readonly file: PupilFile
  readonly photo: string | null
  readonly notices: ReactNode
}

function PanelOf({ file, photo, notices }: PanelOfProps) {
  const say = useSay(pupilFileMessages)
  const { pupil, name } = file
  const openFile = () => go({ screen: 'pupil', id: pupil.id })
  return (
    <SidePanel
      title={name}
      picture={<Portrait name={name} photo={photo} size={48} />}
      subtitle={<PupilSubtitle file={file} />}
      notices={notices}
      onOpenFile={openFile}
      actions={
        <>
          <Button kind="primary" size="small" icon={IconFileText} onClick={openFile}>
            {say('open-file')}
          </Button>
          <Button
            size="small"
            icon={IconPrinter}
            onClick={() => go({ screen: 'overviews', kind: 'pupil-sheet', pupilIds: [pupil.id] })}
          >
            {say('print-sheet')}
          </Button>
        </>
      }
    >
      <MissingFields file={file} onJump={(tab) => go({ screen: 'pupil', id: pupil.id, tab })} />
      <Part title={say('call-title')}>
        <CallList file={file} />
      </Part>
      <Part title={say('quick-title')}>
        <InlineFields>
          <PupilField file={file} field="firstName" />
          <PupilField file={file} field="lastName" />
          <PupilField file={file} field="birthDate" />
          <PupilField file={file} field="yearGrade" />
          <PupilField file={file} field="note" />
        </InlineFields>
      </Part>
      <Part title={say('home-title')}>
        <HomeOf file={file} />
      </Part>
    </SidePanel>
  )
}

function HomeOf({ file }: { readonly file: PupilFile }) {
  const say = useSay(pupilFileMessages)
  const sayPupil = useSay(pupilsMessages)
  const { households, siblings, hidden } = file
  if (hidden.address) {
    return <p className={classes.hidden}>{sayPupil(`hidden.${hidden.address}`)}</p>
  }
  return (
    <div className={classes.home}>
      {households.map(({ household, residence }) => (
        <p key={residence.id} data-private>
          {[streetLine(household), [household.postcode, household.town].filter(Boolean).join(' ')]
            .filter(Boolean)
            .join(', ')}
          {residence.arrangement && <span className="muted"> · {residence.arrangement}</span>}
        </p>
      ))}
      {siblings.length === 0 && <p className="muted">{say('siblings-none')}</p>}
      {siblings.map((sibling) => (
        <p key={sibling.id}>
          <LinkButton onClick={() => go({ screen: 'pupils', id: sibling.id })}>
            {sibling.name}
          </LinkButton>{' '}
          <span className="muted">{sibling.groupName}</span>
        </p>
      ))}
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
