import { type DragEvent, useRef, useState } from 'react'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { IconFileImport } from '../platform/ui/icons.ts'
import { type ChosenFile, filesOfDrop, filesOfInput } from './chosen-files.ts'
import classes from './imports.module.css'

type ChooseFilesProps = { readonly onChoose: (files: readonly ChosenFile[]) => void }

/** Two buttons, and a place to drop: a file, a zip, or a folder. */
export function ChooseFiles({ onChoose }: ChooseFilesProps) {
  const say = useSay(importsMessages)
  const [isOver, setOver] = useState(false)

  async function onDrop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    onChoose(await filesOfDrop(event.dataTransfer.items))
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the buttons do the same.
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void onDrop(event)}
    >
      <IconFileImport size={32} stroke={1.5} aria-hidden />
      <h2>{say('chooseTitle')}</h2>
      <p>{say('drop')}</p>
      <div className={classes.buttons}>
        <FileButton says={say('choose')} isPrimary onChoose={onChoose} />
        <FileButton says={say('chooseFolder')} isFolder onChoose={onChoose} />
      </div>
      <p className={classes.promise}>{say('promise')}</p>
    </div>
  )
}

type FileButtonProps = ChooseFilesProps & {
  readonly says: string
  readonly isFolder?: boolean
  readonly isPrimary?: boolean
}

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
        {...(isFolder ? { webkitdirectory: '' } : { accept: '.xml,.zip,.csv' })}
        onChange={({ currentTarget }) => {
          onChoose(filesOfInput(currentTarget))
          // The same file again must count as a choice.
          currentTarget.value = ''
        }}
      />
    </>
  )
}
