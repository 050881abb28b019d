import { useDeferredValue, useState } from 'react'
import { familiesMessages } from '#shared/families/families-messages.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { GuardianId, type Relation, relations } from '#shared/families/guardian.ts'
import { homeMessages } from '#shared/families/home-messages.ts'
import type { SearchHit } from '#shared/search/search-contract.ts'
import { useSay } from '../../platform/language.tsx'
import { settle } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconSearch } from '../../platform/ui/icons.ts'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { families, search } from '../family-calls.ts'
import classes from '../home/home.module.css'
import type { FamilyChild } from './add-guardian.tsx'
import { tieFor } from './new-tie.ts'

type LinkGuardianProps = {
  readonly pupil: FamilyChild
  readonly guardianCount: number
  readonly onClose: () => void
}

/** Ties somebody who is in Balie already, so that one person stays one row. */
export function LinkGuardian({ pupil, guardianCount, onClose }: LinkGuardianProps) {
  const say = useSay(homeMessages)
  const sayField = useSay(familyFieldsMessages)
  const sayRefusal = useSay(familiesMessages)
  const [text, setText] = useState('')
  const [relation, setRelation] = useState<Relation>('parent')
  const [problem, setProblem] = useState<string | null>(null)
  const hits = useGuardianHits(text)

  async function link({ id, title: name }: SearchHit) {
    const answer = await families.linkGuardian({
      pupilId: pupil.id,
      guardianId: GuardianId.parse(id),
      fields: tieFor(relation, 'unknown', guardianCount + 1),
    })
    const refusal = settle(answer, sayRefusal, say('linked', { name, pupil: pupil.name }))
    setProblem(refusal)
    if (refusal === null) onClose()
  }
  return (
    <Modal title={say('link-known')} onClose={onClose}>
      <div className={classes.form}>
        <SelectField<Relation>
          label={sayField('field.relation')}
          value={relation}
          options={relations.map((value) => ({ value, label: sayField(`relation.${value}`) }))}
          onChange={setRelation}
        />
        <TextField
          label={say('link-search')}
          hint={say('link-search-hint')}
          icon={IconSearch}
          isFirst
          value={text}
          onChange={setText}
        />
        {problem && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
        <ul className={classes.hits}>
          {text.trim().length > 1 && hits.length === 0 && (
            <li className="muted">{say('link-none')}</li>
          )}
          {hits.map((hit) => (
            <li key={hit.id}>
              <span>
                {hit.title} <span className="muted">{hit.context}</span>
              </span>
              <Button
                size="small"
                aria-label={say('link-do', { name: hit.title })}
                onClick={() => void link(hit)}
              >
                {say('link')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  )
}

function useGuardianHits(typed: string): readonly SearchHit[] {
  const text = useDeferredValue(typed.trim())
  const hits = useFresh([], { text, limit: 20 }, (input) =>
    input.text.length > 1 ? search.find(input) : Promise.resolve([]),
  )
  return hits === 'loading' ? [] : hits.filter(({ kind }) => kind === 'guardian').slice(0, 8)
}
