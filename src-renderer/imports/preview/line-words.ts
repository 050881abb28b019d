import { useMemo } from 'react'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { importFieldMessages } from '#shared/imports/import-field-messages.ts'
import { importReviewMessages } from '#shared/imports/import-review-messages.ts'
import type { ImportLine } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { Day } from '#shared/platform/day.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'

/** What the file says of a line, in words. */
export function useLineWords() {
  const say = useSay(importsMessages)
  const sayField = useSay(importFieldMessages)
  const value = useValueWords()
  return useMemo(() => {
    const fieldName = (field: string) => (isField(field) ? sayField(field) : field)
    /** `Achternaam: Jansen → Janssen · Groep: 4A`; the line of the file when it says no more. */
    const summary = ({ changes, line }: ImportLine) => {
      if (changes.length === 0) return line === null ? '' : say('line', { line })
      const parts = changes.map(({ field, from, to }) => {
        const now = to ? value(field, to) : '–'
        return `${fieldName(field)}: ${from ? `${value(field, from)} → ${now}` : now}`
      })
      return parts.join(' · ')
    }
    const reason = (because: string) => (isReason(because) ? say(`because.${because}`) : '')
    return { fieldName, value, summary, reason }
  }, [say, sayField, value])
}

/** A value as people write it: days in their order, choices in words. */
function useValueWords() {
  const sayReview = useSay(importReviewMessages)
  const sayFamily = useSay(familyFieldsMessages)
  const { day } = useFormats()
  return useMemo(
    () => (field: string, value: string) => {
      if (Day.safeParse(value).success) return day(value)
      const key = `${field}.${value}`
      if (isChoice(key)) return sayReview(key)
      return isFamilyChoice(key) ? sayFamily(key) : value
    },
    [sayReview, sayFamily, day],
  )
}

type Keys<Texts, Stem extends string> = Extract<keyof Texts, `${Stem}.${string}`>

type Choice = Keys<typeof importReviewMessages.nl, 'sex'>
const isChoice = (key: string): key is Choice => key in importReviewMessages.nl

type FamilyChoice = Keys<typeof familyFieldsMessages.nl, 'relation' | 'authority'>
const isFamilyChoice = (key: string): key is FamilyChoice => key in familyFieldsMessages.nl

const isField = (field: string): field is keyof typeof importFieldMessages.nl =>
  field in importFieldMessages.nl

type Reason =
  Keys<typeof importsMessages.nl, 'because'> extends `because.${infer Name}` ? Name : never
const isReason = (text: string): text is Reason => `because.${text}` in importsMessages.nl
