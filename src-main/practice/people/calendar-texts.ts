import type { Country } from '#shared/platform/language.ts'
import type { PracticeEvent } from './calendar-rows.ts'

type Texts = {
  /** Days after the beginning of the school year; moved to the next school day. */
  readonly studyDays: readonly number[]
  /** Name, first and last day as days after the beginning. */
  readonly terms: readonly (readonly [string, number, number])[]
  /** Days after the beginning, and what is on. */
  readonly events: readonly (readonly [number, ...PracticeEvent])[]
}

/** What is on in a year that could be real; the Dutch and Flemish years begin on 1 August or September. */
export const calendarOf: Record<Country, Texts> = {
  nl: {
    studyDays: [66, 119, 232],
    terms: [],
    events: [
      [37, 'guardians', 'Informatieavond', '19:30-21:00', 'school', 'In de klas'],
      [51, 'activity', 'Schoolfotograaf', '', 'school', 'Speelzaal'],
      [65, 'celebration', 'Kinderboekenweek', '', 'school', ''],
      [101, 'guardians', 'Koffieochtend', '08:45-09:45', 'school', 'Personeelskamer'],
      [114, 'meeting', 'Teamoverleg', '15:00-16:30', 'staff', 'Personeelskamer'],
      [116, 'activity', 'Voorleeswedstrijd', '13:00-13:45', 3, 'Aula'],
      [125, 'celebration', 'Sinterklaas op school', '08:30-12:00', 'school', 'Plein'],
      [136, 'meeting', 'Overdracht leerlingenraad', '14:15-15:00', 'staff', ''],
      [139, 'celebration', 'Kerstviering', '17:30-19:00', 'school', 'Aula'],
      [180, 'activity', 'Nationale voorleesdagen', '', 2, ''],
      [259, 'celebration', 'Koningsspelen', '08:30-12:30', 'school', 'Sportveld'],
      [292, 'trip', 'Schoolreis', '08:30-16:30', 'school', ''],
      [310, 'trip', 'Kamp', '', 1, ''],
    ],
  },
  be: {
    studyDays: [45, 148],
    terms: [
      ['Eerste trimester', 0, 114],
      ['Tweede trimester', 125, 211],
      ['Derde trimester', 223, 302],
    ],
    events: [
      [8, 'guardians', 'Infoavond', '19:00-21:00', 'school', 'In de klas'],
      [23, 'activity', 'Schoolfotograaf', '', 'school', 'Turnzaal'],
      [39, 'celebration', 'Grootouderfeest', '14:00-15:30', 2, 'Refter'],
      [84, 'meeting', 'Personeelsvergadering', '15:45-17:15', 'staff', 'Leraarskamer'],
      [86, 'activity', 'Voorleesweek', '13:30-14:20', 'school', 'Bibliotheek'],
      [93, 'celebration', 'Sinterklaas op bezoek', '09:00-11:30', 'school', 'Speelplaats'],
      [107, 'celebration', 'Kerstmarkt', '15:30-18:00', 'school', 'Speelplaats'],
      [193, 'activity', 'Scholenveldloop', '13:30-15:30', 4, 'Sportpark'],
      [262, 'guardians', 'Schoolfeest', '11:00-18:00', 'school', 'Speelplaats'],
      [281, 'trip', 'Schoolreis', '08:15-17:00', 'school', ''],
    ],
  },
  se: {
    studyDays: [61, 110, 242],
    terms: [
      ['Hösttermin', 17, 141],
      ['Vårtermin', 163, 315],
    ],
    events: [
      [38, 'guardians', 'Föräldramöte', '18:00-19:30', 'school', 'I klassrummet'],
      [49, 'activity', 'Skolfoto', '', 'school', 'Gymnastiksalen'],
      [55, 'activity', 'Friluftsdag', '', 'school', 'Motionsspåret'],
      [115, 'meeting', 'Arbetslagsträff', '14:30-16:00', 'staff', 'Personalrummet'],
      [117, 'activity', 'Besök på biblioteket', '09:00-11:00', 2, 'Biblioteket'],
      [134, 'celebration', 'Luciatåg', '08:30-09:15', 'school', 'Aulan'],
      [140, 'celebration', 'Julavslutning', '09:00-10:00', 'school', 'Aulan'],
      [200, 'activity', 'Idrottsdag på is', '', 'school', 'Ishallen'],
      [272, 'celebration', 'Vårkonsert', '18:00-19:00', 3, 'Aulan'],
      [300, 'trip', 'Skolutflykt', '08:30-15:00', 'school', ''],
      [314, 'celebration', 'Skolavslutning', '09:00-10:30', 'school', 'Skolgården'],
    ],
  },
}
