/** What each file of letters holds, as Unicode ranges: also those of Turkish and Polish names. */
const parts = {
  latin: `U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F,
    U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD`,
  'latin-ext': `U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308,
    U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF`,
}

/**
 * The letters that Balie carries along, for pages to print. One file a weight: Chromium draws a
 * variable font into a PDF as pictures of letters, unevenly spaced and ten times the size.
 */
export const fontFaces = [400, 600, 700]
  .flatMap((weight) =>
    Object.entries(parts).map(
      ([part, range]) => `@font-face { font-family: Inter; font-weight: ${weight};
  src: url('/fonts/inter-${part}-${weight}.woff2') format('woff2'); unicode-range: ${range}; }`,
    ),
  )
  .join('\n')
