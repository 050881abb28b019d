import { useEffect, useState } from 'react'
import { useLocale } from '../../platform/language.tsx'

/** Shorter than this somebody is still typing. */
const leastDigits = 6

/** Whether a typed number is none that exists. It warns and stops nobody: the office may know better. */
export function useIsOdd(number: string) {
  const { country } = useLocale()
  const [isOdd, setOdd] = useState(false)
  useEffect(() => {
    let isCurrent = true
    async function check() {
      if (number.replace(/\D/g, '').length < leastDigits) return setOdd(false)
      // Read when first needed: it carries the number plans of the whole world.
      const { readPhone } = await import('#shared/families/phone-number.ts')
      if (isCurrent) setOdd(!readPhone(number, country).isValid)
    }
    void check()
    return () => {
      isCurrent = false
    }
  }, [number, country])
  return isOdd
}
