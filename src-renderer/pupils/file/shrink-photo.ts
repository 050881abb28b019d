/** Large enough for a photo list on paper, small enough for thousands in one file. */
const longestSide = 480
const quality = 0.85

/** The middle square of a picture as a small JPEG; null when the file is no picture. */
export async function shrinkPhoto(file: Blob): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return null
  const side = Math.min(picture.width, picture.height)
  const size = Math.min(longestSide, side)
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  // Heads are in the upper half of a portrait, so a tall picture loses more at the bottom.
  const left = (picture.width - side) / 2
  const top = (picture.height - side) / 3
  canvas.getContext('2d')?.drawImage(picture, left, top, side, side, 0, 0, size, size)
  picture.close()
  return canvas.toDataURL('image/jpeg', quality)
}
