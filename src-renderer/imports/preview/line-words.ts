import { useMemo } from 'react'
import { importFieldMessages } from '#shared/imports/import-field-messages.ts'
import type { ImportLine } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { useSay } from '../../platform/language.tsx'

/** What the file says of a line, in words. */
export function useLineWords() {
  const say = useSay(importsMessages)
  const sayField = useSay(importFieldMessages)
  return useMemo(() => {
    const fieldName = (field: string) => (isField(field) ? sayField(field) : field)
    /** `Achternaam: Jansen → Janssen · Groep: 4A`; the line of the file when it says no more. */
    const summary = ({ changes, line }: ImportLine) =>
      changes.length === 0
        ? line === null
          ? ''
          : say('line', { line })
        : changes
            .map(({ field, from, to }) =>
              from
                ? `${fieldName(field)}: ${from} → ${to ?? '–'}`
                : `${fieldName(field)}: ${to ?? '–'}`,
            )
            .join(' · ')
    const reason = (because: string) => (isReason(because) ? say(`because.${because}`) : '')
    return { fieldName, summary, reason }
  }, [say, sayField])
}

const isField = (field: string): field is keyof typeof importFieldMessages.nl =>
  field in importFieldMessages.nl

type Reason =
  Extract<keyof typeof importsMessages.nl, `because.${string}`> extends `because.${infer Name}`
    ? Name
    : never
const isReason = (text: string): text is Reason => `because.${text}` in importsMessages.nl
