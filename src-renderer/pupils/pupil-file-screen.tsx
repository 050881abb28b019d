import type { ReactNode } from 'react'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import { type PupilFile, pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { pupilsMessages } from '#shared/pupils/pupils-messages.ts'
import { useSay } from '../platform/language.tsx'
import { go, moveTo, type RouteOf } from '../platform/routes.ts'
import { Button } from '../platform/ui/button.tsx'
import { IconFileText, IconPrinter } from '../platform/ui/icons.ts'
import { Page } from '../platform/ui/page/page.tsx'
import { Tabs } from '../platform/ui/page/tabs.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { Portrait } from '../platform/ui/signs/portrait.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { useMay, useViewer } from '../platform/viewer.tsx'
import { DetailsTab } from './file/details-tab.tsx'
import classes from './file/file.module.css'
import { fileTabs, readTab } from './file/file-tabs.ts'
import { MedicalTab } from './file/medical-tab.tsx'
import { focusField, MissingFields } from './file/missing-fields.tsx'
import { PupilNotices } from './panel/pupil-notices.tsx'
import { PupilSubtitle } from './panel/pupil-subtitle.tsx'
import { useReveal } from './panel/reveal.tsx'
import { PrivacyTab } from './privacy/privacy-tab.tsx'
import { fileTables, pupils } from './pupil-calls.ts'

/** Parts of the file that other features draw; they meet in `app.tsx`. */
export type FileParts = {
  /** Households and guardians of the pupil, as `families` shows them. */
  readonly family: (file: PupilFile) => ReactNode
  /** Doctor, babysitter, who may collect: also of `families`. */
  readonly contacts: (file: PupilFile) => ReactNode
  /** The school year day by day, as `counters` shows it. */
  readonly absence: (pupilId: PupilFile['pupil']['id']) => ReactNode
  readonly history: (pupilId: PupilFile['pupil']['id']) => ReactNode
}

type PupilFileScreenProps = FileParts & { readonly route: RouteOf<'pupil'> }

/** Everything about one pupil that this person may see. */
export function PupilFileScreen({ route, ...parts }: PupilFileScreenProps) {
  const say = useSay(pupilFileMessages)
  const sayPupil = useSay(pupilsMessages)
  const { id } = route
  const answer = useFresh(fileTables, { id }, (input) => pupils.file(input))
  const photo = useFresh(['photos'], { id }, (input) => pupils.photo(input))
  const known = answer !== 'loading' && answer.ok ? answer.value : null
  const reveal = useReveal(known?.pupil.id ?? null)

  if (answer === 'loading') return <Skeleton shape="fields" rows={10} />
  if (!known) {
    return (
      <Page title={say('not-found-title')} hasBack>
        <EmptyState
          icon={IconFileText}
          title={sayPupil('pupil.not-found')}
          action={<Button onClick={() => go({ screen: 'pupils' })}>{say('to-list')}</Button>}
        />
      </Page>
    )
  }
  const file = reveal.file ?? known
  return (
    <>
      <FilePage
        key={file.pupil.id}
        file={file}
        photo={known.hasPhoto && photo !== 'loading' ? photo : null}
        tab={route.tab}
        notices={<PupilNotices file={file} reveal={reveal} />}
        {...parts}
      />
      {reveal.dialog}
    </>
  )
}

type FilePageProps = FileParts & {
  readonly file: PupilFile
  readonly photo: string | null
  readonly tab: string | undefined
  readonly notices: ReactNode
}

function FilePage(props: FilePageProps) {
  const { file, photo, notices } = props
  const say = useSay(pupilFileMessages)
  const { id } = file.pupil
  const tab = useOwnTab(props.tab)
  const showTab = (next: string) => moveTo({ screen: 'pupil', id, tab: next })

  return (
    <Page
      title={file.name}
      subtitle={<PupilSubtitle file={file} />}
      picture={<Portrait name={file.name} photo={photo} size={56} />}
      hasBack
      actions={
        <Button
          icon={IconPrinter}
          onClick={() => go({ screen: 'overviews', kind: 'pupil-sheet', pupilIds: [id] })}
        >
          {say('print-sheet')}
        </Button>
      }
    >
      <div className={classes.notices}>{notices}</div>
      <MissingFields
        file={file}
        onJump={(next, field) => {
          showTab(next)
          // The tab has to be drawn first.
          requestAnimationFrame(() => requestAnimationFrame(() => focusField(field)))
        }}
      />
      <Tabs
        label={say('parts-of-file')}
        value={tab.value}
        tabs={tab.offered.map((value) => ({ value, label: say(`tab.${value}`) }))}
        onChange={showTab}
      >
        <TabContent {...props} value={tab.value} />
      </Tabs>
    </Page>
  )
}

/** The history is for those who may read it; a teacher's file ends before it. */
function useOwnTab(text: string | undefined) {
  const seesHistory = useMay(pupilsContract.methods.change)
  const offered = fileTabs.filter((tab) => tab !== 'history' || seesHistory)
  const value = readTab(text)
  return { offered, value: offered.includes(value) ? value : 'details' } as const
}

function TabContent(props: FilePageProps & { readonly value: ReturnType<typeof readTab> }) {
  const { file, photo, value, family, contacts, absence, history } = props
  const { seesMedical } = useViewer()
  if (value === 'details') return <DetailsTab file={file} photo={photo} />
  if (value === 'family') return family(file)
  if (value === 'contacts') return contacts(file)
  if (value === 'absence') return absence(file.pupil.id)
  if (value === 'medical') return <MedicalTab file={file} seesMedical={seesMedical} />
  if (value === 'privacy') return <PrivacyTab file={file} />
  return history(file.pupil.id)
}
