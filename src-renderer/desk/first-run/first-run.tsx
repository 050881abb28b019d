import { useState } from 'react'
import type { DeskState } from '#shared/desk/desk-contract.ts'
import { setupMessages } from '#shared/desk/setup-messages.ts'
import { type Country, countries, type Language, languages } from '#shared/platform/language.ts'
import { joinMessages } from '#shared/sync/join-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import {
  type Icon,
  IconBuildingCommunity,
  IconDeviceDesktop,
  IconSchool,
} from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { changeLook } from '../desk-store.ts'
import { DoorPage } from '../door/door-page.tsx'
import classes from './first-run.module.css'
import { JoinSchool } from './join-school.tsx'
import { NewSchool } from './new-school.tsx'
import { PracticeStart } from './practice-start.tsx'

const countryOfLanguage: Record<Language, Country> = { nl: 'nl', 'nl-BE': 'be', sv: 'se', en: 'nl' }

/** Each language in its own words, so that it can be found by whoever cannot read the others. */
const languageNames: Record<Language, string> = {
  nl: 'Nederlands',
  'nl-BE': 'Nederlands (Vlaanderen)',
  sv: 'Svenska',
  en: 'English',
}

/** Nothing is here yet: a school of one's own, or one to practise on. */
export function FirstRun({ state }: { readonly state: DeskState }) {
  const say = useSay(setupMessages)
  const sayJoin = useSay(joinMessages)
  const [choice, choose] = useState<'new' | 'join' | 'practice' | null>(null)
  const [chosen, setCountry] = useState<Country | null>(null)
  const country = chosen ?? countryOfLanguage[state.language]
  const back = () => choose(null)
  if (choice === 'practice') {
    return <PracticeStart state={state} country={country} onBack={back} />
  }
  if (choice === 'join') return <JoinSchool onBack={back} />
  if (choice === 'new') return <NewSchool state={state} country={country} onBack={back} />
  return (
    <DoorPage title={say('welcome')} text={say('welcome-text')} width="wide">
      {state.isWiped && (
        <div className={classes.notice}>
          <Banner tone="info">{sayJoin('wiped')}</Banner>
        </div>
      )}
      <div className={classes.choices}>
        <Choice
          icon={IconBuildingCommunity}
          title={say('new-title')}
          text={say('new-text')}
          onChoose={() => choose('new')}
        />
        <Choice
          icon={IconDeviceDesktop}
          title={sayJoin('join-title')}
          text={sayJoin('join-text')}
          onChoose={() => choose('join')}
        />
        <Choice
          icon={IconSchool}
          title={say('practice-title')}
          text={say('practice-text')}
          onChoose={() => choose('practice')}
        />
      </div>
      <div className={classes.place}>
        <SelectField
          label={say('language')}
          value={state.language}
          onChange={(language) => void changeLook({ language })}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <SelectField
          label={say('country')}
          value={country}
          onChange={setCountry}
          options={countries.map((value) => ({ value, label: say(`country-${value}`) }))}
        />
      </div>
    </DoorPage>
  )
}

type ChoiceProps = {
  readonly icon: Icon
  readonly title: string
  readonly text: string
  readonly onChoose: () => void
}

function Choice({ icon: Picture, title, text, onChoose }: ChoiceProps) {
  return (
    <button type="button" className={classes.choice} onClick={onChoose}>
      <span className={classes.picture}>
        <Picture size={28} stroke={1.5} aria-hidden />
      </span>
      <strong>{title}</strong>
      <span className="muted">{text}</span>
    </button>
  )
}
