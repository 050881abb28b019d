import { type DragEvent, useRef, useState } from 'react'
import { pupilFileMessages } from '#shared/pupils/pupil-file-messages.ts'
import { type PupilFile, pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { pupilsMessages } from '#shared/pupils/pupils-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { settle } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconCamera, IconTrash } from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { Portrait } from '../../platform/ui/signs/portrait.tsx'
import { useMay } from '../../platform/viewer.tsx'
import { pupils } from '../pupil-calls.ts'
import classes from './file.module.css'
import { shrinkPhoto } from './shrink-photo.ts'

type PhotoEditorProps = { readonly file: PupilFile; readonly photo: string | null }

/** The face, and a place to choose or drop another picture; cut square and shrunk in the window. */
export function PhotoEditor({ file, photo }: PhotoEditorProps) {
  const mayChange = useMay(pupilsContract.methods.setPhoto)
  const { problem, use, remove } = usePhoto(file)
  const [isOver, setOver] = useState(false)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const [dropped] = event.dataTransfer.files
    if (dropped) void use(dropped)
  }
  if (file.hidden.address) return null
  return (
    <div>
      <div
        className={classes.photo}
        data-over={isOver || undefined}
        {...(mayChange && {
          onDrop: drop,
          onDragOver: (event: DragEvent) => {
            event.preventDefault()
            setOver(true)
          },
          onDragLeave: () => setOver(false),
        })}
      >
        <Portrait name={file.name} photo={photo} size={96} />
        {mayChange && <PhotoButtons hasPhoto={photo !== null} onUse={use} onRemove={remove} />}
      </div>
      {problem && (
        <Banner tone="alert" isNews>
          {problem}
        </Banner>
      )}
    </div>
  )
}

function usePhoto({ pupil: { id }, name }: PupilFile) {
  const say = useSay(pupilFileMessages)
  const sayPupil = useSay(pupilsMessages)
  const [problem, setProblem] = useState<string | null>(null)
  async function keep(dataUrl: string | null, done: string) {
    setProblem(settle(await pupils.setPhoto({ id, dataUrl }), sayPupil, done))
  }
  return {
    problem,
    async use(picture: File) {
      const dataUrl = await shrinkPhoto(picture)
      if (dataUrl) await keep(dataUrl, say('photo-saved', { name }))
      else setProblem(sayPupil('photo.unreadable'))
    },
    remove: () => keep(null, say('photo-removed', { name })),
  }
}

type PhotoButtonsProps = {
  readonly hasPhoto: boolean
  readonly onUse: (picture: File) => Promise<void>
  readonly onRemove: () => Promise<void>
}

function PhotoButtons({ hasPhoto, onUse, onRemove }: PhotoButtonsProps) {
  const say = useSay(pupilFileMessages)
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className={classes.photoActions}>
      <Button size="small" icon={IconCamera} onClick={() => input.current?.click()}>
        {say('photo-choose')}
      </Button>
      <span className="muted">{say('photo-drop')}</span>
      {hasPhoto && (
        <Button kind="quiet" size="small" icon={IconTrash} onClick={() => void onRemove()}>
          {say('photo-remove')}
        </Button>
      )}
      {/* The button above is its keyboard and its label; the field itself is out of sight. */}
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        hidden
        onChange={({ currentTarget }) => {
          const [picture] = currentTarget.files ?? []
          if (picture) void onUse(picture)
          currentTarget.value = ''
        }}
      />
    </div>
  )
}
