import type { Day } from '#shared/platform/day.ts'

/*
 * Numbers that belong to nobody. What each range rests on stands in the README one folder up.
 */

/** The test range of the BSN: nine numbers, and no tenth. */
export const testBsns = [
  '999990007',
  '999990019',
  '999990020',
  '999990032',
  '999990044',
  '999990056',
  '999990068',
  '999990081',
  '999990093',
] as const

/** `180514` and a serial that the national register never gives: 000 for girls, 999 for boys. */
export function unusedRijksregisternummer(birthDate: Day, sex: 'female' | 'male') {
  const nine = birthDate.slice(2).replaceAll('-', '') + (sex === 'female' ? '000' : '999')
  // The 2 stands for a birth in or after 2000.
  const check = 97 - Number(BigInt(`2${nine}`) % 97n)
  return nine + String(check).padStart(2, '0')
}

/** Skatteverket's test numbers: birth number 238 for girls, 239 for boys. */
export function testPersonnummer(birthDate: Day, sex: 'female' | 'male') {
  const [year, month, dayOfMonth] = birthDate.split('-')
  const nine = `${year?.slice(2)}${month}${dayOfMonth}${sex === 'female' ? '238' : '239'}`
  return `${year}${month}${dayOfMonth}-${nine.slice(6)}${luhnDigit(nine)}`
}

function luhnDigit(digits: string) {
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return (10 - (sum % 10)) % 10
}

/** Scatters a counter over `size` numbers, each once before any comes again. */
export function scattered(n: number, size: number, step: number) {
  return (n * step) % size
}
