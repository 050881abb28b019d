import { useFormats } from '../../formats.ts'

type PhoneLinkProps = { readonly number: string; readonly className: string | undefined }

/** A number as people write it, that calls. */
export function PhoneLink({ number, className }: PhoneLinkProps) {
  const { phone } = useFormats()
  return (
    // A target, since main hands only new windows to the telephone program.
    <a className={className} href={`tel:${number}`} target="_blank" rel="noreferrer" data-private>
      {phone(number)}
    </a>
  )
}
