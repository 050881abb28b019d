import { useEffect, useState } from 'react'
import { settingsMessages } from '#shared/school/settings-messages.ts'
import { useSay } from '../../platform/language.tsx'
import classes from './settings.module.css'
import type { SettingsSection } from './settings-section.ts'

type AnchorsProps = { readonly sections: readonly SettingsSection[] }

/** Left of the page: which parts there are, and which one is in view. */
export function Anchors({ sections }: AnchorsProps) {
  const say = useSay(settingsMessages)
  const current = useCurrent(sections)
  function show(name: string) {
    const section = document.getElementById(`settings-${name}`)
    section?.scrollIntoView({ block: 'start' })
    section?.focus({ preventScroll: true })
  }
  return (
    <nav className={classes.anchors} aria-label={say('anchors')}>
      {sections.map(({ name, title }) => (
        <button
          key={name}
          type="button"
          className={classes.anchor}
          aria-current={name === current ? 'location' : undefined}
          onClick={() => show(name)}
        >
          {title}
        </button>
      ))}
    </nav>
  )
}

/** The name of the section that crosses a line at a third of the window: it is being read. */
function useCurrent(sections: AnchorsProps['sections']) {
  const [current, setCurrent] = useState<string | undefined>(sections[0]?.name)
  const names = sections.map(({ name }) => name).join()
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.find(({ isIntersecting }) => isIntersecting)
        if (seen) setCurrent(seen.target.id.replace('settings-', ''))
      },
      { rootMargin: '-33% 0px -66% 0px' },
    )
    for (const name of names.split(',')) {
      const section = document.getElementById(`settings-${name}`)
      if (section) observer.observe(section)
    }
    return () => observer.disconnect()
  }, [names])
  return current
}
