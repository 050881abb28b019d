import { useRef } from 'react'
import { importReviewMessages } from '#shared/imports/import-review-messages.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { IconFileImport } from '../../platform/ui/icons.ts'
import classes from './choosing.module.css'
import { type ChosenFile, filesOfInput } from './chosen-files.ts'
import { PasteButton } from './paste-button.tsx'

type ChooseFilesProps = {
  readonly onChoose: (files: readonly ChosenFile[]) => void
  readonly onPaste: (text: string) => void
  /** Something hangs over the page and would be read if it were let go. */
  readonly isOver: boolean
}

const read = ['table', 'edexml', 'folders', 'cards'] as const

/** Buttons, and a place to drop: a file, a zip, a folder, or cells of a spreadsheet. */
export function ChooseFiles({ onChoose, onPaste, isOver }: ChooseFilesProps) {
  const say = useSay(importsMessages)
  const sayMore = useSay(importReviewMessages)
  return (
    <div className={classes.drop} data-over={isOver || undefined}>
      <IconFileImport size={32} stroke={1.5} aria-hidden />
      <h2>{isOver ? sayMore('dropNow') : say('chooseTitle')}</h2>
      <p>{say('drop')}</p>
      <div className={classes.buttons}>
        <FileButton says={say('choose')} isPrimary onChoose={onChoose} />
        <FileButton says={say('chooseFolder')} isFolder onChoose={onChoose} />
        <PasteButton onPaste={onPaste} />
      </div>
      <p className={classes.promise}>{say('promise')}</p>
      <div className={classes.formats}>
        <h3>{sayMore('formats')}</h3>
        <ul>
          {read.map((kind) => (
            <li key={kind}>{sayMore(`reads.${kind}`)}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

type FileButtonProps = Pick<ChooseFilesProps, 'onChoose'> & {
  readonly says: string
  readonly isFolder?: boolean
  readonly isPrimary?: boolean
}

const endings = '.xml,.zip,.csv,.tsv,.txt,.xlsx,.json,.vcf,.ics'

function FileButton({ says, isFolder, isPrimary, onChoose }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button kind={isPrimary ? 'primary' : 'default'} onClick={() => input.current?.click()}>
        {says}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={says}
        {...(isFolder ? { webkitdirectory: '' } : { accept: endings })}
        onChange={({ currentTarget }) => {
          onChoose(filesOfInput(currentTarget))
          // The same file again must count as a choice.
          currentTarget.value = ''
        }}
      />
    </>
  )
}
