import { z } from 'zod'
import { ContactKind, PhoneKind } from '#shared/families/contact.ts'
import { readPhone } from '#shared/families/phone-number.ts'
import type { Country } from '#shared/platform/language.ts'
import type { ChangePart } from '../change-request.ts'
import { type AskDoubt, type AskProblem, parseJson } from './asked-value.ts'

const line = z.string().trim().max(200)
const optionalLine = line.transform((text) => text || null).nullable()

/** What `asked` of a new phone holds, as JSON text. */
export const NewPhone = z.strictObject({
  kind: PhoneKind,
  number: line.min(1),
  mayCallDuringSchool: z.boolean(),
})
export type NewPhone = z.output<typeof NewPhone>

/** What `asked` of a new contact holds, as JSON text: who, what they are to the child, numbers. */
export const NewContact = z.strictObject({
  kind: ContactKind,
  name: line.min(1),
  organisation: optionalLine,
  address: optionalLine,
  email: optionalLine,
  relation: optionalLine,
  mayCollect: z.boolean(),
  phones: z.array(NewPhone).max(4),
})
export type NewContact = z.output<typeof NewContact>

export type NewRow =
  | { readonly of: 'phones'; readonly row: NewPhone }
  | { readonly of: 'contactLinks'; readonly row: NewContact }

export type ReadNewRow = {
  readonly row: NewRow | null
  readonly problem: AskProblem | null
  readonly doubt: AskDoubt | null
}

/** Reads the new row of a part; numbers come out in E.164. */
export function readNewRow(
  { tbl, asked }: Pick<ChangePart, 'tbl' | 'asked'>,
  country: Country,
): ReadNewRow {
  const typed = parseJson(asked ?? '')
  if (tbl === 'phones') {
    const read = NewPhone.safeParse(typed)
    if (!read.success) return unreadable
    return {
      row: { of: 'phones', row: settled(read.data, country) },
      ...doubtOf([read.data], country),
    }
  }
  const read = tbl === 'contactLinks' ? NewContact.safeParse(typed) : null
  if (!read?.success) return unreadable
  const phones = read.data.phones.map((phone) => settled(phone, country))
  return {
    row: { of: 'contactLinks', row: { ...read.data, phones } },
    ...doubtOf(phones, country),
  }
}

const unreadable: ReadNewRow = { row: null, problem: 'ask.empty', doubt: null }

const settled = (phone: NewPhone, country: Country): NewPhone => ({
  ...phone,
  number: readPhone(phone.number, country).number,
})

function doubtOf(
  phones: readonly NewPhone[],
  country: Country,
): Pick<ReadNewRow, 'problem' | 'doubt'> {
  const isOdd = phones.some(({ number }) => !readPhone(number, country).isValid)
  return { problem: null, doubt: isOdd ? 'doubt.phone' : null }
}
