import type { Group } from '#shared/groups/group.ts'

const byName = new Intl.Collator('nl-NL', { numeric: true })

/** From the youngest to the oldest: K1 to K3, F, then 1 to 9; a set comes after the classes. */
export function compareGroups(a: Group, b: Group) {
  return rank(a) - rank(b) || byName.compare(a.name, b.name)
}

function rank({ kind, yearGrades }: Group) {
  if (kind === 'set') return 1000
  const [grade = ''] = yearGrades
  if (/^K\d$/.test(grade)) return Number(grade.slice(1)) - 10
  if (grade === 'F') return 0
  return /^\d+$/.test(grade) ? Number(grade) : 100
}
