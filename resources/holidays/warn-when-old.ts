import { schoolHolidays } from '../../src-shared/school-days/presets/open-holidays.ts'

const year = 365 * 86_400_000

/** Says so when the holidays of a country end within a year: then newer data are wanted here. */
export function warnWhenOld(now: number) {
  for (const country of ['NL', 'BE']) {
    const ends = schoolHolidays
      .filter((line) => line.startsWith(`${country}|`))
      .map((line) => line.split('|')[3] ?? '')
      .toSorted()
      .at(-1)
    if (ends && Date.parse(ends) - now < year) {
      console.log(
        `The school holidays of ${country} end on ${ends}: see resources/holidays/README.md.`,
      )
    }
  }
}
