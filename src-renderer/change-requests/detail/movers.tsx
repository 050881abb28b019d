import type { Inhabitant, RequestFile } from '#shared/change-requests/change-requests-contract.ts'
import { requestDetailMessages } from '#shared/change-requests/messages/request-detail-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { CheckboxField } from '../../platform/ui/fields/choice-field.tsx'
import { IconHome2 } from '../../platform/ui/icons.ts'
import classes from './detail.module.css'

type MoversProps = {
  readonly home: NonNullable<RequestFile['home']>
  readonly going: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** For whom a new address is, with both homes as they will be, and who sees which child then. */
export function Movers({ home, going, onChange }: MoversProps) {
  const say = useSay(requestDetailMessages)
  const goes = ({ id }: Inhabitant) => going.includes(id)
  const names = (people: readonly Inhabitant[]) =>
    people.map(({ name }) => name).join(', ') || say('home-nobody')
  const staying = home.living.filter((each) => !goes(each))
  return (
    <section className={classes.movers} aria-label={say('for-whom')}>
      <h3>{say('for-whom')}</h3>
      <div className={classes.people} data-private>
        {home.living.map((person) => (
          <CheckboxField
            key={person.id}
            label={person.name}
            value={goes(person)}
            onChange={(isGoing) =>
              onChange(isGoing ? [...going, person.id] : going.filter((id) => id !== person.id))
            }
          />
        ))}
      </div>
      <div className={classes.homes} data-private>
        <div>
          <IconHome2 size={18} stroke={1.75} aria-hidden />
          <strong>{say('home-new')}</strong>
          <span className={classes.who}>{names(home.living.filter(goes))}</span>
        </div>
        {staying.length > 0 ? (
          <div>
            <IconHome2 size={18} stroke={1.75} aria-hidden />
            <strong>{say('home-old', { address: home.address })}</strong>
            <span className={classes.who}>{names(staying)}</span>
          </div>
        ) : (
          <p className="muted">{say('home-all', { address: home.address })}</p>
        )}
      </div>
      {staying.length > 0 && <WhoSees home={home} />}
    </section>
  )
}

function WhoSees({ home }: Pick<MoversProps, 'home'>) {
  const say = useSay(requestDetailMessages)
  return (
    <div className={classes.sees} data-private>
      <p>{say('home-split')}</p>
      <ul>
        {home.sees.map(({ name, children }) => (
          <li key={name}>
            {children ? say('sees', { name, children }) : say('sees-none', { name })}
          </li>
        ))}
      </ul>
    </div>
  )
}
