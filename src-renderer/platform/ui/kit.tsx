import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/VisuallyHidden.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Group.css'
import '@mantine/core/styles/Loader.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Flex.css'
import '@mantine/core/styles/ActionIcon.css'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/Combobox.css'
import '@mantine/core/styles/Menu.css'
import '@mantine/core/styles/Modal.css'
import '@mantine/core/styles/PasswordInput.css'
import '@mantine/core/styles/Pill.css'
import '@mantine/core/styles/PillsInput.css'
import '@mantine/core/styles/FloatingIndicator.css'
import '@mantine/core/styles/SegmentedControl.css'
import '@mantine/core/styles/Switch.css'
import '@mantine/core/styles/Tooltip.css'
import '@mantine/dates/styles.css'
import '../theme.css'
import './mantine.css'
import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { type ReactNode, useSyncExternalStore } from 'react'
import type { Language } from '#shared/platform/language.ts'
import 'dayjs/locale/nl.js'
import 'dayjs/locale/nl-be.js'
import 'dayjs/locale/sv.js'
import 'dayjs/locale/en-gb.js'
import { cssVariables, theme } from './theme.ts'

const calendarLanguages: Record<Language, string> = {
  nl: 'nl',
  'nl-BE': 'nl-be',
  sv: 'sv',
  en: 'en-gb',
}

type KitProps = {
  readonly look: 'system' | 'light' | 'dark'
  readonly language: Language
  readonly children: ReactNode
}

/** Dresses everything below in the house's theme; the only place that knows Mantine's own set-up. */
export function Kit({ look, language, children }: KitProps) {
  const isDarkOutside = useSyncExternalStore(watchDark, () => darkOutside.matches)
  const scheme = look === 'system' ? (isDarkOutside ? 'dark' : 'light') : look
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={scheme}
      colorSchemeManager={keepsNothing}
    >
      <DatesProvider settings={{ locale: calendarLanguages[language], firstDayOfWeek: 1 }}>
        {children}
      </DatesProvider>
    </MantineProvider>
  )
}

const darkOutside = window.matchMedia('(prefers-color-scheme: dark)')

function watchDark(listener: () => void) {
  darkOutside.addEventListener('change', listener)
  return () => darkOutside.removeEventListener('change', listener)
}

/** Main keeps the look; Mantine would write it to the browser's storage on disk as well. */
const keepsNothing = {
  get: (usual: 'light' | 'dark' | 'auto') => usual,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}
