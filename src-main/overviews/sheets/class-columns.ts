import { streetLine } from '#shared/families/household.ts'
import type { OverviewColumn } from '#shared/overviews/overview.ts'
import { statusOn } from '#shared/pupils/pupil.ts'
import { maySee } from '#shared/staff/rights.ts'
import { ageOn } from '../formats.ts'
import { figures, html, joined, type Part } from '../html.ts'
import type { PrintJob } from '../print-job.ts'
import type { ListedPupil } from '../reading/listed-pupil.ts'
import { readSiblings } from '../reading/siblings.ts'
import { guardianName, nameCell, photoOf, portrait, reachable } from './person-cells.ts'

type Column = {
  /** For what must not break: dates, numbers. */
  readonly isNarrow?: boolean
  readonly cell: (listed: ListedPupil) => Part
}

/** How each column of a class overview is filled. */
export function classColumns(job: PrintJob): Record<OverviewColumn, Column> {
  const { words, formats, context, records, request } = job
  const isProtected = ({ mask }: ListedPupil) => mask.address !== null
  const behindOffice = html`<span class="quiet">${words.say('through-office')}</span>`
  /** What leads to a protected child's door is not printed. */
  const unlessProtected = (cell: Column['cell']): Column['cell'] => {
    return (listed) => (isProtected(listed) ? '–' : cell(listed))
  }
  const home = ({ pupil }: ListedPupil) => records.homes(pupil.id)[0]?.household
  const siblings = lazySiblings(job)

  return {
    photo: {
      isNarrow: true,
      cell: (listed) => portrait(photoOf(job, listed).dataUrl, listed.name),
    },
    name: {
      cell: (listed) =>
        nameCell(job, request.order === 'lastName' ? listed.sortName : listed.name, listed),
    },
    firstName: {
      cell: (listed) =>
        nameCell(job, listed.mask.name ? listed.name : listed.pupil.firstName, listed),
    },
    lastName: {
      cell: ({ mask, pupil }) =>
        !mask.name && [pupil.prefix, pupil.lastName].filter(Boolean).join(' '),
    },
    sex: { isNarrow: true, cell: ({ pupil }) => words.ofPupil(`sex.${pupil.sex}`) },
    birthDate: {
      isNarrow: true,
      cell: ({ pupil }) => pupil.birthDate && formats.dayCell(pupil.birthDate),
    },
    age: { isNarrow: true, cell: ({ pupil }) => ageOn(context.today, pupil.birthDate) },
    group: { isNarrow: true, cell: ({ groupName }) => groupName },
    yearGrade: { isNarrow: true, cell: ({ pupil }) => pupil.yearGrade },
    address: {
      cell: unlessProtected((listed) => {
        const household = home(listed)
        return household && streetLine(household)
      }),
    },
    postcodeTown: {
      isNarrow: true,
      cell: unlessProtected((listed) => {
        const household = home(listed)
        return household && [household.postcode, household.town].filter(Boolean).join(' ')
      }),
    },
    phone: {
      isNarrow: true,
      cell: (listed) => (isProtected(listed) ? behindOffice : firstPhone(job, listed)),
    },
    guardians: {
      cell: unlessProtected((listed) =>
        joined(reachable(job, listed).map(guardianName), html`<br>`),
      ),
    },
    email: {
      cell: unlessProtected((listed) =>
        joined(
          reachable(job, listed).map(({ guardian }) => guardian.email),
          html`<br>`,
        ),
      ),
    },
    medicalAlert: {
      cell: ({ pupil }) => maySee(context, 'medical') && records.medical(pupil.id)?.alert,
    },
    pupilNumber: { isNarrow: true, cell: ({ pupil }) => pupil.pupilNumber },
    siblings: {
      cell: unlessProtected(({ pupil }) =>
        joined(
          (siblings().get(pupil.id) ?? []).map(
            ({ firstName, groupName }) => `${firstName} (${groupName})`,
          ),
          html`, `,
        ),
      ),
    },
    status: {
      cell: ({ pupil }) =>
        words.ofPupil(`status.${statusOn(context.today, records.enrolments(pupil.id))}`),
    },
  }
}

function lazySiblings({ db, sections, context }: PrintJob) {
  let known: ReturnType<typeof readSiblings> | null = null
  return () => {
    const ids = () => sections.flatMap(({ pupils }) => pupils.map(({ pupil }) => pupil.id))
    known ??= readSiblings(db, ids(), context)
    return known
  }
}

/** The number to call first: of the first guardian who has one. */
function firstPhone(job: PrintJob, listed: ListedPupil) {
  const numbers = reachable(job, listed).flatMap(({ guardian }) => job.records.phones(guardian.id))
  const [first] = numbers
  return first && figures(job.phone(first.number))
}
