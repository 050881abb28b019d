import type { MedicalFields } from '#shared/pupils/medical.ts'

const none: MedicalFields = {
  alert: null,
  allergies: null,
  conditions: null,
  medication: null,
  diet: null,
  medicationPermitted: false,
  instructions: null,
}

/** Health as a Swedish office writes it down. */
export const swedishMedicals: readonly MedicalFields[] = [
  {
    ...none,
    alert: 'Nötallergi – EpiPen i klassrummet',
    allergies: 'Jordnötter och alla nötter, även spår',
    medication: 'EpiPen Jr 0,15 mg',
    medicationPermitted: true,
    instructions: 'Vid svullnad eller andnöd: ge EpiPen i låret direkt och ring 112.',
  },
  {
    ...none,
    alert: 'Astma – inhalator vid ansträngning',
    conditions: 'Astma, mest under pollensäsongen',
    medication: 'Airomir, 2 doser vid behov',
    medicationPermitted: true,
    instructions: 'Inhalatorn ligger i ytterfacket på ryggsäcken och ska med till idrotten.',
  },
  { ...none, alert: 'Getingallergi', allergies: 'Getingstick', medication: 'Betapred' },
  { ...none, alert: 'Laktosintolerant', diet: 'Laktosfri kost' },
  { ...none, alert: 'Celiaki – glutenfritt', conditions: 'Celiaki', diet: 'Strikt glutenfri kost' },
  {
    ...none,
    alert: 'Epilepsi – handlingsplan i pärmen',
    conditions: 'Epilepsi, senaste anfallet för ett år sedan',
    medication: 'Buccolam vid behov',
    medicationPermitted: true,
    instructions: 'Vid anfall längre än 3 minuter: ge Buccolam och ring 112.',
  },
  {
    ...none,
    alert: 'Diabetes typ 1 – pump',
    conditions: 'Diabetes typ 1',
    medication: 'Insulinpump',
    medicationPermitted: true,
    instructions: 'Mät före lunch och idrott. Under 4,0: druvsocker och mät igen.',
  },
  { ...none, diet: 'Halal' },
  { ...none, diet: 'Vegetarisk kost' },
  { ...none, conditions: 'Har glasögon, även på idrotten' },
  { ...none, alert: 'Hörapparat höger – plats långt fram', conditions: 'Hörselnedsättning höger' },
  { ...none, allergies: 'Pollen', medication: 'Nässpray hemma' },
  { ...none, allergies: 'Penicillin', alert: 'Tål inte penicillin' },
]
