import { useMemo } from 'react'
import { importColumnsMessages } from '#shared/imports/import-columns-messages.ts'
import { importFieldMessages } from '#shared/imports/import-field-messages.ts'
import { type TableField, tableFields } from '#shared/imports/table-fields.ts'
import { useSay } from '../../platform/language.tsx'
import type { Option } from '../../platform/ui/fields/select-field.tsx'

/** Leaves a column out; a value of its own, since a list cannot hold null. */
export const notTaken = 'not-taken'

/** What a column can mean, in words: `Ouder 1: e-mail`; and the list to choose it from. */
export function useFieldWords() {
  const say = useSay(importColumnsMessages)
  const sayField = useSay(importFieldMessages)
  return useMemo(() => {
    const group = (field: TableField) => say(`group.${groupOf(field)}`)
    const name = (field: TableField) => {
      const [who, what] = partsOf(field)
      const part = sayField(what)
      return who === 'pupil' || who === 'school' ? part : `${group(field)}: ${lowerFirst(part)}`
    }
    const options: readonly Option<TableField | typeof notTaken>[] = [
      { value: notTaken, label: say('notTaken') },
      ...tableFields.map((field) => ({ value: field, label: name(field), group: group(field) })),
    ]
    return { name, options }
  }, [say, sayField])
}

type PartsOf<Field> = Field extends `${infer Who}.${infer What}` ? readonly [Who, What] : never

function partsOf(field: TableField): PartsOf<TableField> {
  // A field is always `who.what`; splitting text makes the compiler forget it.
  return field.split('.') as unknown as PartsOf<TableField>
}

const groupOf = (field: TableField) => partsOf(field)[0]

const lowerFirst = (text: string) => text.charAt(0).toLocaleLowerCase() + text.slice(1)
