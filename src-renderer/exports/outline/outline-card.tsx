import { useStore } from 'zustand'
import type { ExportFormat, ExportOutline } from '#shared/exports/exports-contract.ts'
import { exportsMessages } from '#shared/exports/exports-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { cancelJob, jobs } from '../../platform/jobs.ts'
import { useSay } from '../../platform/language.tsx'
import { useShortcuts } from '../../platform/shortcuts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconDownload } from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import type { Saving } from '../use-save.ts'
import { Losses } from './losses.tsx'
import classes from './outline.module.css'

const counted = ['pupils', 'guardians', 'groups', 'staff'] as const

/** Kinds that the format has no place for do not go along, however many the school has. */
const goingAlong = ({ losses, ...counts }: ExportOutline, kind: (typeof counted)[number]) =>
  kind !== 'pupils' && losses.includes(kind) ? 0 : counts[kind]

type OutlineCardProps = {
  /** Null while it is being counted for the first time. */
  readonly outline: ExportOutline | null
  readonly format: ExportFormat
  readonly saving: Saving
  readonly onSave: () => void
}

/** What the choices come to, counted anew at each of them, and the way out. */
export function OutlineCard({ outline, format, saving, onSave }: OutlineCardProps) {
  const say = useSay(exportsMessages)
  const refusal = outline?.refusal ?? null
  const canSave = outline !== null && !refusal && saving.at !== 'saving'
  useShortcuts(say('title'), [
    { keys: 'mod+s', says: say('save'), run: () => (canSave ? onSave() : undefined) },
  ])
  return (
    <section className={classes.card} aria-labelledby="export-outline">
      <h2 id="export-outline">{say('what-goes')}</h2>
      {outline && <Counts outline={outline} />}
      {refusal && <Banner tone="warn">{say(refusal)}</Banner>}
      <Outcome saving={saving} />
      {saving.at === 'saving' ? (
        <Progress />
      ) : (
        <Button
          kind="primary"
          icon={IconDownload}
          keys="mod+s"
          disabled={!canSave}
          onClick={onSave}
        >
          {say('save')}
        </Button>
      )}
      <p className={classes.hint}>{say('stays-encrypted')}</p>
      {outline && <Losses key={format} losses={outline.losses} />}
    </section>
  )
}

function Counts({ outline }: { readonly outline: ExportOutline }) {
  const say = useSay(exportsMessages)
  const { number } = useFormats()
  const { protectedLeftOut, notHereLeftOut } = outline
  return (
    <>
      <dl className={classes.counts} aria-live="polite">
        {counted.map((kind) => {
          const count = goingAlong(outline, kind)
          return (
            <div key={kind} data-none={count === 0 || undefined}>
              <dt>{say(kind)}</dt>
              <dd>{number(count)}</dd>
            </div>
          )
        })}
      </dl>
      <p data-testid="left-out">
        {protectedLeftOut > 0
          ? say('left-out', { count: protectedLeftOut })
          : say('nobody-protected')}
        {notHereLeftOut > 0 && ` ${say('not-here', { count: notHereLeftOut })}`}
      </p>
    </>
  )
}

function Outcome({ saving }: { readonly saving: Saving }) {
  if (saving.at === 'choosing' || saving.at === 'saving') return null
  const tones = { done: 'ok', failed: 'alert', stopped: 'info' } as const
  return (
    <Banner tone={tones[saving.at]} isNews>
      {saving.text}
    </Banner>
  )
}

/** Nothing is known until the file is being made: first somebody picks a place. */
function Progress() {
  const say = useSay(exportsMessages)
  const running = useStore(jobs, (state) => state.running)
  const isKnown = running !== null && running.total > 0
  return (
    <div className={classes.progress} role="status">
      <strong>{say('saving')}</strong>
      <progress
        aria-label={say('saving')}
        {...(isKnown ? { value: running.done, max: running.total } : {})}
      />
      <Button onClick={() => void cancelJob()}>{say('cancel')}</Button>
    </div>
  )
}
