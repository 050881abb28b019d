import type { Group } from '#shared/groups/group.ts'

const byName = new Intl.Collator('nl-NL', { numeric: true })

/** From the youngest to the oldest: K1 to K3, F, then 1 to 9; a set comes after the classes. */
export function compareGroups(a: Group, b: Group) {
  return rank(a) - rank(b) || byName.compare(a.name, b.name)
}

/** By the lowest grade, and then the highest: 4A comes before 4/5B. */
function rank({ kind, yearGrades }: Group) {
  if (kind === 'set') return 1000
  return gradeRank(yearGrades[0] ?? '') + gradeRank(yearGrades.at(-1) ?? '') / 1000
}

function gradeRank(grade: string) {
  if (/^K\d$/.test(grade)) return Number(grade.slice(1)) - 10
  if (grade === 'F') return 0
  return /^\d+$/.test(grade) ? Number(grade) : 100
}
