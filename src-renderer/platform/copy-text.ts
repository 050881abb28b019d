/** By way of the copy event: the page has no permission for the clipboard of its own, and needs none. */
export function copyText(text: string) {
  function fill(event: ClipboardEvent) {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
  }
  window.addEventListener('copy', fill, { capture: true, once: true })
  document.execCommand('copy')
  window.removeEventListener('copy', fill, { capture: true })
}
