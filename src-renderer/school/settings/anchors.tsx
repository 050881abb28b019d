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

/** The section being read: the last one that begins above a third of the window. */
function useCurrent(sections: AnchorsProps['sections']) {
  const [current, setCurrent] = useState<string | null>(null)
  const names = sections.map(({ name }) => name).join()
  useEffect(() => {
    const shown = names.split(',')
    const topOf = (name: string) =>
      document.getElementById(`settings-${name}`)?.getBoundingClientRect().top ?? 0
    const observer = new IntersectionObserver(
      () => {
        const line = window.innerHeight / 3
        setCurrent(shown.findLast((name) => topOf(name) <= line + 1) ?? null)
      },
      { rootMargin: '-33% 0px -66% 0px' },
    )
    for (const name of shown) {
      const section = document.getElementById(`settings-${name}`)
      if (section) observer.observe(section)
    }
    return () => observer.disconnect()
  }, [names])
  return current ?? sections[0]?.name
}
