/** A file with the path it has inside the chosen folder. */
export type ChosenFile = { readonly name: string; readonly file: File }

/** What an `<input type="file">` holds, as a list of files or a whole folder. */
export function filesOfInput(input: HTMLInputElement): readonly ChosenFile[] {
  return Array.from(input.files ?? [], (file) => ({
    name: file.webkitRelativePath || file.name,
    file,
  }))
}

/** What was dropped: files, and folders with all that is in them. */
export async function filesOfDrop(items: DataTransferItemList): Promise<readonly ChosenFile[]> {
  // Entries must be taken at once: after the first wait the list is empty.
  const dropped = Array.from(items, (item) => item.webkitGetAsEntry() ?? item.getAsFile())
  const found = await Promise.all(dropped.filter((each) => each !== null).map(filesOf))
  return found.flat()
}

/** What another program hands over need not lie on the disk: then it is a file and no entry. */
const filesOf = async (dropped: FileSystemEntry | File): Promise<readonly ChosenFile[]> =>
  dropped instanceof File ? [{ name: dropped.name, file: dropped }] : filesIn(dropped)

async function filesIn(entry: FileSystemEntry): Promise<readonly ChosenFile[]> {
  const name = entry.fullPath.replace(/^\//, '')
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ name, file }]
  }
  if (!isFolder(entry)) return []
  const inside = await entriesOf(entry.createReader())
  return (await Promise.all(inside.map(filesIn))).flat()
}

/** A reader hands out a hundred at a time and nothing when it is done. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
    reader.readEntries(resolve, reject),
  )
  return part.length === 0 ? [] : [...part, ...(await entriesOf(reader))]
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
