import { syncMessages } from '#shared/sync/sync-messages.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { IconAlertTriangle } from '../platform/ui/icons.ts'
import { Section } from '../platform/ui/page/page.tsx'
import { StatusTag } from '../platform/ui/signs/status-tag.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import classes from './sync.module.css'
import type { FieldWords } from './sync-screen.tsx'
import { sync } from './sync-store.ts'

/** What the portal did not carry out; absent while there is nothing. */
export function Rejections({ words }: { readonly words: FieldWords }) {
  const say = useSay(syncMessages)
  const { moment } = useFormats()
  const all = useFresh(['syncStatus'], {}, sync.rejections)
  const open = all === 'loading' ? [] : all.filter(({ isSeen }) => !isSeen)
  if (open.length === 0) return null
  return (
    <Section title={say('rejections')}>
      <ul className={classes.rows}>
        {open.map(({ id, at, fate, code, table, field, subject }) => (
          <li key={id}>
            <div className={classes.what}>
              <strong data-private>
                {[subject, words.fieldName({ table, field: field ?? '' })]
                  .filter(Boolean)
                  .join(' · ')}
              </strong>
              <small>
                {moment(at)}
                {code && ` · ${say(`why.${code}`)}`}
              </small>
            </div>
            <StatusTag tone="warn" icon={IconAlertTriangle}>
              {say(`fate-${fate}`)}
            </StatusTag>
            <Button size="small" onClick={() => void sync.seen({ id })}>
              {say('seen')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
