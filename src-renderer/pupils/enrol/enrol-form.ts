import { useState } from 'react'
import type { Day, PartialDay } from '#shared/platform/day.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import type { PupilId, Sex } from '#shared/pupils/pupil.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { pupils } from '../pupil-calls.ts'

/** What is asked of a new pupil; everything else is filled in later, in the file. */
export type EnrolForm = {
  readonly firstName: string
  readonly prefix: string
  readonly lastName: string
  readonly officialNames: string
  readonly sex: Sex
  readonly birthDate: PartialDay | null
  readonly nationalNumber: string
  readonly yearGrade: string | null
  readonly startsOn: Day | null
  readonly fromSchool: string
  readonly groupId: string | null
  readonly siblingOf: PupilId | null
}

const empty: EnrolForm = {
  firstName: '',
  prefix: '',
  lastName: '',
  officialNames: '',
  sex: 'unknown',
  birthDate: null,
  nationalNumber: '',
  yearGrade: null,
  startsOn: null,
  fromSchool: '',
  groupId: null,
  siblingOf: null,
}

export function useEnrolForm(today: Day) {
  const [form, setForm] = useState<EnrolForm>({ ...empty, startsOn: today })
  const change = (fields: Partial<EnrolForm>) => setForm((was) => ({ ...was, ...fields }))

  /** The last name of a brother or sister is taken over unless one was typed already. */
  async function chooseSibling(siblingOf: PupilId | null) {
    change({ siblingOf })
    if (!siblingOf || form.lastName) return
    const answer = await pupils.file({ id: siblingOf })
    if (!answer.ok || answer.value.hidden.name) return
    const { prefix, lastName } = answer.value.pupil
    change({ prefix: prefix ?? '', lastName })
  }
  return { form, change, chooseSibling }
}

/** Sends the form; the number's kind is told by its own check in main. */
export function enrol(form: EnrolForm, groupId: Parameters<typeof pupils.enrol>[0]['groupId']) {
  const { startsOn, fromSchool, siblingOf, groupId: _chosen, ...fields } = form
  return pupils.enrol({
    fields: {
      ...fields,
      initials: null,
      birthPlace: null,
      nationalNumberKind: null,
      pupilNumber: null,
      homeLanguages: [],
      nationality: null,
      email: null,
      note: null,
    },
    enrolment: {
      appliedOn: null,
      startsOn,
      endsOn: null,
      endReason: null,
      fromSchool,
      toSchool: null,
    },
    groupId,
    siblingOf,
  })
}

/** Somebody with this name and birth date who is here already: the child may be entered twice. */
export function findSame(rows: readonly PupilRow[], form: EnrolForm) {
  const { firstName, prefix, lastName, birthDate } = form
  if (!birthDate) return undefined
  const name = foldText([firstName, prefix, lastName].filter(Boolean).join(' '))
  return rows.find((row) => row.birthDate === birthDate && foldText(row.name) === name)
}
