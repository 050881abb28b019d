import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'
import { dismissToast, type Toast, toasts } from '../../toasts.ts'
import { Button, IconButton } from '../button.tsx'
import { IconAlertTriangle, IconArrowBackUp, IconCheck, IconX } from '../icons.ts'
import classes from './toasts.module.css'

/** Long enough to read and reach; time stands still under the pointer and with the focus. */
const stay = 10_000

type ToastsProps = { readonly onUndo: (actionId: string) => void }

/** Bottom left, beside and not over the list; read aloud when there is nothing else to say. */
export function Toasts({ onUndo }: ToastsProps) {
  const say = useSay(uiMessages)
  const shown = useStore(toasts, (state) => state.shown)
  return (
    <section className={classes.region} aria-label={say('notices')}>
      <div role="status" aria-atomic="false">
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onUndo={onUndo} />
        ))}
      </div>
    </section>
  )
}

function ToastCard({ toast, onUndo }: { readonly toast: Toast } & ToastsProps) {
  const say = useSay(uiMessages)
  const { id, text, actionId, tone, isPublic } = toast
  const [isHeld, hold] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => dismissToast(id), stay)
    return () => clearTimeout(timer)
  }, [id, isHeld])

  const Picture = tone === 'alert' ? IconAlertTriangle : IconCheck
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that somebody is reading.
    <div
      className={classes.toast}
      data-tone={tone}
      onMouseEnter={() => hold(true)}
      onMouseLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <Picture size={18} stroke={2} aria-hidden />
      <span className={classes.text} data-private={isPublic ? undefined : true}>
        {text}
      </span>
      {actionId && (
        <Button
          kind="quiet"
          size="small"
          icon={IconArrowBackUp}
          onClick={() => {
            dismissToast(id)
            onUndo(actionId)
          }}
        >
          {say('undo')}
        </Button>
      )}
      <IconButton icon={IconX} size="small" label={say('close')} onClick={() => dismissToast(id)} />
    </div>
  )
}
