import { ConsentId } from '#shared/consents/consent.ts'
import { type OverviewRequest, plainOverview } from '#shared/overviews/overview.ts'
import type { PrintDocument } from '#shared/overviews/overviews-contract.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { consents } from '../../src-main/consents/consents-table.ts'
import { linkId } from '../../src-main/platform/ids.ts'
import { photos } from '../../src-main/pupils/pupils-table.ts'
import type { aSchoolWithFamilies } from '../builders/families.ts'
import { day, heidi } from '../builders/school.ts'

type School = ReturnType<typeof aSchoolWithFamilies>

/** Prints, and fails the test when that is refused; name what the test is about. */
export async function printed(
  school: School,
  wanted: Partial<OverviewRequest>,
): Promise<PrintDocument> {
  const answer = await school.overviews.make({ ...plainOverview, ...wanted })
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}

/** The words on the paper, without the marks between them. */
export function textOf({ html }: PrintDocument) {
  return html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

/** How often something stands on the paper. */
export const times = (text: string, words: string) => text.split(words).length - 1

const onePixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk'

export function givePhoto(school: School, pupilId: PupilId, mayBePrinted: boolean) {
  school.database.write({ staffId: heidi, path: 'pupils.setPhoto' }, (db) => {
    db.save(photos, { id: pupilId, dataUrl: onePixel })
    db.save(consents, {
      id: ConsentId.parse(linkId('consents', pupilId)),
      pupilId,
      guardianId: null,
      purpose: 'photo-internal',
      granted: mayBePrinted,
      givenOn: day('2026-09-01'),
      version: '1',
      note: null,
      recordedAt: '2026-09-01T09:00:00.000Z',
    })
  })
}
