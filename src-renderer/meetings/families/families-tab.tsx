import { useState } from 'react'
import { meetingRefusalMessages } from '#shared/meetings/meeting-refusal-messages.ts'
import type { RoundPage } from '#shared/meetings/meetings-contract.ts'
import { meetingsMessages } from '#shared/meetings/meetings-messages.ts'
import { type MeetingParty, type MeetingTalk, placeOf } from '#shared/meetings/talk.ts'
import { clockOf } from '#shared/meetings/times.ts'
import { foldText, searchWords } from '#shared/platform/fold-text.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { CheckboxField } from '../../platform/ui/fields/choice-field.tsx'
import { type Icon, IconCheck, IconClock, IconX } from '../../platform/ui/icons.ts'
import { FilterBar } from '../../platform/ui/page/filter-bar.tsx'
import { StatusTag, type Tone } from '../../platform/ui/signs/status-tag.tsx'
import { meetings, told } from '../meeting-calls.ts'
import classes from '../meetings.module.css'

/** Who was invited, what they answered, and when they come. */
export function FamiliesTab({ page }: { readonly page: RoundPage }) {
  const say = useSay(meetingsMessages)
  const [text, setText] = useState('')
  const { sheet, names } = page
  const talksOf = Map.groupBy(sheet.talks, ({ partyId }) => partyId)
  const shown = sheet.parties.filter(({ id }) => {
    const pupils = (talksOf.get(id) ?? []).map(({ pupilId }) => names.pupils[pupilId]?.name ?? '')
    const haystack = foldText(`${names.parties[id]} ${pupils.join(' ')}`)
    return searchWords(text).every((word) => haystack.includes(word))
  })
  return (
    <>
      <FilterBar
        label={say('filter-families')}
        placeholder={say('filter-families')}
        value={text}
        onChange={setText}
      />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('party')}</th>
            <th scope="col">{say('talks')}</th>
            <th scope="col">{say('answer')}</th>
            <th scope="col">{say('on-paper')}</th>
          </tr>
        </thead>
        <tbody data-private>
          {shown.map((party) => (
            <PartyRow
              key={party.id}
              page={page}
              party={party}
              talks={talksOf.get(party.id) ?? []}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

type RowProps = {
  readonly page: RoundPage
  readonly party: MeetingParty
  readonly talks: readonly MeetingTalk[]
}

function PartyRow({ page: { sheet, names }, party, talks }: RowProps) {
  const say = useSay(meetingsMessages)
  const sayRefusal = useSay(meetingRefusalMessages)
  const formats = useFormats()
  const when = ({ place: text }: MeetingTalk) => {
    const place = placeOf(text)
    const day = sheet.days.find(({ id }) => id === place?.dayId)
    return place && day ? `${formats.weekday(day.day)} ${clockOf(place.from)}` : '–'
  }
  const { id: partyId, wishes, apartFrom, interpreter, declinedAt } = party
  const save = (isOnPaper: boolean) =>
    void told(
      sayRefusal,
      meetings.saveParty({
        ...{ partyId, wishes, apartFrom, interpreter, isOnPaper },
        declines: declinedAt !== null,
      }),
    )
  return (
    <tr>
      <th scope="row">
        {names.parties[party.id]}
        {interpreter && (
          <span className={classes.meta}>
            {' '}
            · {say('interpreter')}: {interpreter}
          </span>
        )}
      </th>
      <td>
        {talks.map((talk) => (
          <div key={talk.id}>
            {names.pupils[talk.pupilId]?.name} · {names.resources[talk.resourceIds[0] ?? '']} ·{' '}
            {when(talk)}
          </div>
        ))}
      </td>
      <td>
        <Answer party={party} />
      </td>
      <td>
        <CheckboxField
          label={say('on-paper')}
          isLabelHidden
          value={party.isOnPaper}
          onChange={save}
        />
      </td>
    </tr>
  )
}

function Answer({ party }: { readonly party: MeetingParty }) {
  const say = useSay(meetingsMessages)
  const kind = party.declinedAt
    ? 'declined'
    : party.wishes
      ? 'wishes'
      : party.answeredAt
        ? 'done'
        : 'none'
  const signs: Record<typeof kind, { readonly tone: Tone; readonly icon: Icon }> = {
    declined: { tone: 'neutral', icon: IconX },
    wishes: { tone: 'ok', icon: IconCheck },
    done: { tone: 'ok', icon: IconCheck },
    none: { tone: 'quiet', icon: IconClock },
  }
  return <StatusTag {...signs[kind]}>{say(`answer-${kind}`)}</StatusTag>
}
