import { type ReactNode, useId } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'
import { IconButton } from '../button.tsx'
import { IconArrowsMaximize, IconX } from '../icons.ts'
import classes from './side-panel.module.css'

type SidePanelProps = {
  readonly title: string
  /** Beside the title: a portrait. */
  readonly picture?: ReactNode
  /** One line under the title: group, state. */
  readonly subtitle?: ReactNode
  /** Banners: what must be seen before anything else. */
  readonly notices?: ReactNode
  readonly actions?: ReactNode
  /** Ctrl+Enter in the list does the same. */
  readonly onOpenFile?: () => void
  readonly children: ReactNode
}

/** What a list shows of its chosen row. */
export function SidePanel(props: SidePanelProps) {
  const say = useSay(uiMessages)
  const titleId = useId()
  const { title, picture, subtitle, notices, actions, onOpenFile, children } = props
  return (
    <aside className={classes.panel} aria-labelledby={titleId}>
      <header className={classes.head}>
        {picture}
        <div className={classes.names}>
          <h2 id={titleId}>{title}</h2>
          {subtitle && <div className={classes.subtitle}>{subtitle}</div>}
        </div>
        {onOpenFile && (
          <IconButton
            icon={IconArrowsMaximize}
            label={say('panel-full')}
            keys="mod+enter"
            onClick={onOpenFile}
          />
        )}
        <span className={classes.close} data-close-panel>
          <IconButton icon={IconX} label={say('panel-close')} />
        </span>
      </header>
      {notices && <div className={classes.notices}>{notices}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
      <div className={classes.body} data-panel-body>
        {children}
      </div>
    </aside>
  )
}
