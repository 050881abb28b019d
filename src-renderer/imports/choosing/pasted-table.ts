/** Cells copied in a spreadsheet, as the text file they are; null when there is no table in it. */
export function pastedTable(text: string, name: string): File | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  // One column of names is a table as well; one word is not.
  if (lines.length < 2) return null
  // With a mark, so that nothing needs to be guessed of its letters.
  return new File([`\uFEFF${text}`], `${name}.tsv`, { type: 'text/tab-separated-values' })
}
