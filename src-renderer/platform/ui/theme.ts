import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type VariantColorsResolver,
} from '@mantine/core'

/** Mantine puts white on the light brand of dark mode, which cannot be read. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const usual = defaultVariantColorsResolver(input)
  if (input.variant !== 'filled') return usual
  return {
    ...usual,
    background: 'var(--b-brand)',
    hover: 'var(--b-brand-hover)',
    color: 'var(--b-on-brand)',
  }
}

export const theme = createTheme({
  variantColorResolver,
  fontFamily: 'var(--b-font)',
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 3 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '18px' },
  colors: {
    petrol: [
      '#e0eff1',
      '#c3e0e4',
      '#97cbd3',
      '#6cc3d0',
      '#4aa5b4',
      '#2d8998',
      '#1a7484',
      '#0e6070',
      '#0a4d5a',
      '#063a44',
    ],
    // Green-greys as in our tokens, or Mantine's neutral greys would stand out beside them.
    dark: [
      '#e9eeec',
      '#b4bfbb',
      '#98a4a0',
      '#7d8985',
      '#34403d',
      '#2a3432',
      '#222a28',
      '#1a201f',
      '#121716',
      '#0e1312',
    ],
  },
})

const ours = {
  '--mantine-color-body': 'var(--b-surface)',
  '--mantine-color-text': 'var(--b-text)',
  '--mantine-color-dimmed': 'var(--b-text-2)',
  '--mantine-color-placeholder': 'var(--b-text-3)',
  '--mantine-color-default': 'var(--b-surface)',
  '--mantine-color-default-color': 'var(--b-text)',
  '--mantine-color-default-hover': 'var(--b-sunken)',
  '--mantine-color-default-border': 'var(--b-line-strong)',
  '--mantine-color-error': 'var(--b-alert)',
  '--mantine-color-anchor': 'var(--b-brand)',
  '--mantine-color-disabled': 'var(--b-sunken)',
  '--mantine-color-disabled-color': 'var(--b-text-3)',
  '--mantine-primary-color-filled': 'var(--b-brand)',
  '--mantine-primary-color-filled-hover': 'var(--b-brand-hover)',
}

/** Mantine's own variables, told in our tokens. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: ours,
  dark: ours,
})
