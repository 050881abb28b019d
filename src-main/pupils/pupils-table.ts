import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Day, PartialDay } from '#shared/platform/day.ts'
import type { Same } from '#shared/platform/same.ts'
import type { Medical } from '#shared/pupils/medical.ts'
import type {
  Enrolment,
  EnrolmentId,
  NationalNumberKind,
  ProtectionLevel,
  Pupil,
  PupilId,
  Sex,
} from '#shared/pupils/pupil.ts'

export const pupils = sqliteTable('pupils', {
  id: text().$type<PupilId>().primaryKey(),
  firstName: text().notNull(),
  officialNames: text(),
  initials: text(),
  prefix: text(),
  lastName: text().notNull(),
  sex: text().$type<Sex>().notNull(),
  birthDate: text().$type<PartialDay>(),
  birthPlace: text(),
  nationalNumber: text(),
  nationalNumberKind: text().$type<NationalNumberKind>(),
  pupilNumber: text(),
  homeLanguages: text({ mode: 'json' }).$type<string[]>().notNull(),
  nationality: text(),
  email: text(),
  yearGrade: text(),
  note: text(),
  protectionLevel: integer().$type<ProtectionLevel>().notNull(),
  alias: text(),
  protectionAgreement: text(),
  mergedInto: text().$type<PupilId>(),
})

export const enrolments = sqliteTable('enrolments', {
  id: text().$type<EnrolmentId>().primaryKey(),
  pupilId: text().$type<PupilId>().notNull(),
  appliedOn: text().$type<Day>(),
  startsOn: text().$type<Day>(),
  endsOn: text().$type<Day>(),
  endReason: text(),
  fromSchool: text(),
  toSchool: text(),
})

/** Health data in a table of its own, so that a query about pupils cannot bring them along. */
export const medicals = sqliteTable('medicals', {
  id: text().$type<PupilId>().primaryKey(),
  alert: text(),
  allergies: text(),
  conditions: text(),
  medication: text(),
  diet: text(),
  medicationPermitted: integer({ mode: 'boolean' }).notNull(),
  instructions: text(),
})

/** Photos apart from the pupils, so that no list ever reads them. The id is the pupil's. */
export const photos = sqliteTable('photos', {
  id: text().$type<PupilId>().primaryKey(),
  /** JPEG or PNG as a data URL. */
  dataUrl: text().notNull(),
})

/** Who saw what a protected pupil's mask hides, when and why. */
export const disclosures = sqliteTable('disclosures', {
  id: text().primaryKey(),
  pupilId: text().$type<PupilId>().notNull(),
  staffId: text().notNull(),
  at: text().notNull(),
  reason: text().notNull(),
})

// Fails to compile when a table and its shared type drift apart.
true satisfies Same<typeof pupils.$inferSelect, Pupil>
true satisfies Same<typeof enrolments.$inferSelect, Enrolment>
true satisfies Same<typeof medicals.$inferSelect, Medical>
