import type { TestDesk } from './test-hub.ts'
import { heidi } from './test-hub.ts'

// A small school as a desk says it: rows as files of desks have them.

export const noor = '0197c000-0000-7000-8000-0000000000a1'
export const milan = '0197c000-0000-7000-8000-0000000000a2'
export const sanne = '0197c000-0000-7000-8000-0000000000f2'
export const piet = '0197c000-0000-7000-8000-0000000000f3'
export const ict = '0197c000-0000-7000-8000-0000000000f4'
export const group = '0197c000-0000-7000-8000-0000000000b1'
export const year = '0197c000-0000-7000-8000-0000000000c1'

export const pupil = (id: string, firstName: string, rest: object = {}) => ({
  id,
  firstName,
  lastName: 'Bakker',
  sex: 'female',
  homeLanguages: '[]',
  protectionLevel: 0,
  ...rest,
})

export const person = (id: string, role: string) => ({
  id,
  firstName: 'S',
  lastName: 'Smit',
  userName: id,
  role,
  seesMedical: 0,
  isActive: 1,
})

/** Everybody and everything, by the founding desk: Noor and Milan in Sanne's group. */
export function fillSchool(desk: TestDesk, at: number) {
  let count = 0
  const make = (tbl: string, fields: { readonly id: string }) =>
    desk.set(tbl, fields.id, null, fields, desk.stamp(at, count++))
  return desk.push(
    make('staff', person(heidi, 'office')),
    make('staff', person(sanne, 'teacher')),
    make('staff', person(piet, 'office')),
    make('staff', person(ict, 'ict')),
    make('schoolYears', {
      ...{ id: year, name: '2026-2027' },
      ...{ startsOn: '2026-08-01', endsOn: '2027-07-31' },
    } as { readonly id: string }),
    make('groups', {
      ...{ id: group, schoolYearId: year, name: '3A' },
      ...{ kind: 'class', yearGrades: '["3"]' },
    } as { readonly id: string }),
    make('groupStaff', { ...{ id: 'gs', groupId: group, staffId: sanne, task: 'teacher' } }),
    make('pupils', pupil(noor, 'Noor', { note: 'geheim van Noor', nationalNumber: '999990007' })),
    make('pupils', pupil(milan, 'Milan')),
    make('memberships', { ...{ id: 'm1', pupilId: noor, groupId: group } }),
    make('memberships', { ...{ id: 'm2', pupilId: milan, groupId: group, until: '2026-11-30' } }),
  )
}
