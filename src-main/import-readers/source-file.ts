/** A chosen file, or one from a chosen folder or zip; `name` holds its path with forward slashes. */
export type SourceFile = { readonly name: string; readonly bytes: Uint8Array }

const droppings = /(^|\/)(__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$|~\$)/i

/** What Finder, Explorer and Office leave behind in every folder. */
export const isDropping = ({ name }: SourceFile) => droppings.test(name)

export const baseName = (name: string) => name.slice(name.lastIndexOf('/') + 1)

export const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1)
