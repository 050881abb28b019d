/** Hands a text to the user as a file; the system asks where to put it. */
export function saveText(text: string, name: string, type: string) {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download holds what it needs by now.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
