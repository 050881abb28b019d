import classes from './figures.module.css'

/**
 * Digits of one width, so that days and phones stand in columns. Inter would also stretch the
 * hyphens between them, as if `21 - 01 - 2019`; those keep their own width.
 */
export function Figures({ text }: { readonly text: string }) {
  const parts = text.split('-')
  return (
    <span className={classes.figures}>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no name but their place.
        <span key={index}>
          {index > 0 && <span className={classes.hyphen}>-</span>}
          {part}
        </span>
      ))}
    </span>
  )
}
