/** A desk bell on a counter. Its colours are its own, in light and in dark. */
export function Logo({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="14" fill="#0e6070" />
      <path d="M14 40h36v4a4 4 0 0 1-4 4H18a4 4 0 0 1-4-4z" fill="#fff" />
      <path d="M22 36a10 10 0 0 1 20 0z" fill="#f2b233" />
      <circle cx="32" cy="22" r="3.4" fill="#f2b233" />
    </svg>
  )
}
