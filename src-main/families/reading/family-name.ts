import type { PersonName } from '#shared/pupils/person-name.ts'

/** More last names than this no longer fit a line. */
const mostNames = 3

/** `De Vries–Jansen`: the last names of a family, each once, in the order of calling. */
export function familyName(people: readonly PersonName[]) {
  const names = people.filter(({ lastName }) => lastName).map(lastNameOf)
  return [...new Set(names)].slice(0, mostNames).join('–')
}

function lastNameOf({ prefix, lastName }: PersonName) {
  const name = [prefix, lastName].filter(Boolean).join(' ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
