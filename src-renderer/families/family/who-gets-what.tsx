import type { FamilyFile } from '#shared/families/families-contract.ts'
import { familyFieldsMessages } from '#shared/families/family-fields-messages.ts'
import { familyScreenMessages } from '#shared/families/family-screen-messages.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { useSay } from '../../platform/language.tsx'
import { IconCheck, IconX } from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import classes from './family.module.css'
import { guardiansOf } from './living.ts'
import { type Cell, cellFor, type Thing, things } from './what-each-gets.ts'

type WhoGetsWhatProps = { readonly family: FamilyFile }

/** Guardians against what they get, with the reason for each no. */
export function WhoGetsWhat({ family }: WhoGetsWhatProps) {
  const say = useSay(familyScreenMessages)
  const sayField = useSay(familyFieldsMessages)
  const { pupils } = family
  const guardians = guardiansOf(pupils)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who cannot use a mouse must be able to scroll it. */}
      <section className={classes.scroll} tabIndex={0} aria-label={say('who-gets')}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <th scope="col">{say('what')}</th>
              {guardians.map(({ guardian, link }) => (
                <th key={guardian.id} scope="col">
                  {displayName(guardian) || '•••'}
                  <span className={classes.relation}>
                    {sayField(`relation.${link.relation}`)} ·{' '}
                    {sayField(`authority.${link.authority}`)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {things.map((thing) => (
              <MatrixRow key={thing} thing={thing} pupils={pupils} />
            ))}
          </tbody>
        </table>
      </section>
      <SeesOthers pupils={pupils} />
    </>
  )
}

type MatrixRowProps = { readonly thing: Thing; readonly pupils: FamilyFile['pupils'] }

function MatrixRow({ thing, pupils }: MatrixRowProps) {
  const say = useSay(familyScreenMessages)
  return (
    <tr>
      <th scope="row">{say(`gets.${thing}`)}</th>
      {guardiansOf(pupils).map(({ guardian }) => (
        <td key={guardian.id}>
          <CellText cell={cellFor(thing, guardian.id, pupils)} />
        </td>
      ))}
    </tr>
  )
}

function CellText({ cell: { forNames, isAll, reason } }: { readonly cell: Cell }) {
  const say = useSay(familyScreenMessages)
  const why = reason && say(`why.${reason}`)
  if (isAll) {
    return (
      <span className={classes.yes}>
        <IconCheck size={16} stroke={2.25} aria-hidden />
        {say('gets-yes')}
      </span>
    )
  }
  return (
    <span className={classes.no} data-private>
      {forNames.length === 0 && <IconX size={16} stroke={2} aria-hidden />}
      <span>
        {forNames.length > 0 ? say('gets-for', { names: forNames.join(', ') }) : say('gets-no')}
        {why && ` · ${why}`}
      </span>
    </span>
  )
}

/** Said before somebody sees too much: one account shows every child it is tied to. */
function SeesOthers({ pupils }: Pick<MatrixRowProps, 'pupils'>) {
  const say = useSay(familyScreenMessages)
  const seesSome = guardiansOf(pupils).flatMap(({ guardian }) => {
    const count = pupils.filter(({ guardians }) =>
      guardians.some((each) => each.guardian.id === guardian.id),
    ).length
    return count > 1 && count < pupils.length ? [{ guardian, count }] : []
  })
  return seesSome.map(({ guardian, count }) => (
    <Banner key={guardian.id} tone="info">
      {say('sees-other', { name: displayName(guardian) || '•••', count })}
    </Banner>
  ))
}
