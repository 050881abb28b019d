import { useState } from 'react'
import { familiesContract } from '#shared/families/families-contract.ts'
import { familyScreenMessages } from '#shared/families/family-screen-messages.ts'
import type { PupilFile } from '#shared/pupils/pupils-contract.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { IconPlus } from '../platform/ui/icons.ts'
import { Section } from '../platform/ui/page/page.tsx'
import { useMay } from '../platform/viewer.tsx'
import { AddContact } from './contact/add-contact.tsx'
import { Collectors } from './contact/collectors.tsx'
import { ContactCard } from './contact/contact-card.tsx'
import classes from './home/home.module.css'

/** The tab Contacten: who may take the child along, and everybody else who matters to it. */
export function PupilContacts({ file }: { readonly file: PupilFile }) {
  const say = useSay(familyScreenMessages)
  const mayAdd = useMay(familiesContract.methods.addContact)
  const [isAdding, setAdding] = useState(false)
  const inOrder = file.contacts.toSorted((a, b) => a.link.contactOrder - b.link.contactOrder)
  return (
    <div className={classes.stack}>
      <Collectors file={file} />
      <Section
        title={say('contacts')}
        actions={
          mayAdd && (
            <Button size="small" icon={IconPlus} onClick={() => setAdding(true)}>
              {say('contact-add')}
            </Button>
          )
        }
      >
        {inOrder.length === 0 && <p className="muted">{say('contacts-none')}</p>}
        <div className={classes.cards}>
          {inOrder.map((entry) => (
            <ContactCard key={entry.link.id} entry={entry} hidden={file.hidden.address} />
          ))}
        </div>
      </Section>
      {isAdding && <AddContact file={file} onClose={() => setAdding(false)} />}
    </div>
  )
}
