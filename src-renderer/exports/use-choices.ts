import { useState } from 'react'
import type { ExportFormat } from '#shared/exports/exports-contract.ts'
import type { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { keepPreference, readPreference } from '../platform/preferences.ts'

/** What the office chose so far. */
export type Choices = {
  readonly format: ExportFormat
  /** Empty for the whole school. */
  readonly groupIds: readonly GroupId[]
  readonly since: Day | null
  readonly withProtected: boolean
  readonly withNationalNumbers: boolean
  readonly purpose: string
}

export type ChangeChoices = (changes: Partial<Choices>) => void

/** Never by itself: both are chosen by hand, for this file and this receiver. */
const careful = { withProtected: false, withNationalNumbers: false }

/** Begins at the format this person saved last, and careful about all else. */
export function useChoices(formats: readonly ExportFormat[]) {
  const [choices, setChoices] = useState<Choices>(() => ({
    format: formats.find((each) => each === readPreference('exports.format')) ?? 'csv',
    groupIds: [],
    since: null,
    ...careful,
    purpose: '',
  }))

  return {
    choices,
    change: ((changes) => {
      const isOtherFormat = changes.format !== undefined && changes.format !== choices.format
      setChoices((now) => ({ ...now, ...(isOtherFormat ? careful : {}), ...changes }))
    }) satisfies ChangeChoices,

    /** After a file is saved the next one begins careful again, and for a purpose of its own. */
    startAgain() {
      if (readPreference('exports.format') !== choices.format) {
        keepPreference('exports.format', choices.format)
      }
      setChoices((now) => ({ ...now, ...careful, purpose: '' }))
    },
  }
}
