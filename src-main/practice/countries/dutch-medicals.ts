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

/** Health as a Dutch or Flemish office writes it down. */
export const dutchMedicals: readonly MedicalFields[] = [
  {
    ...none,
    alert: 'Notenallergie – EpiPen in het lokaal',
    allergies: 'Pinda’s en alle noten, ook sporen ervan',
    medication: 'EpiPen Junior 0,15 mg',
    medicationPermitted: true,
    instructions:
      'Bij zwelling of benauwdheid meteen de EpiPen in het bovenbeen en dan 112 bellen.',
  },
  {
    ...none,
    alert: 'Astma – pufje bij inspanning',
    conditions: 'Astma, vooral in het pollenseizoen',
    medication: 'Salbutamol met voorzetkamer, 2 pufjes zo nodig',
    medicationPermitted: true,
    instructions: 'De puffer zit in het voorvak van de tas en gaat mee naar de gymles.',
  },
  {
    ...none,
    alert: 'Bijenallergie',
    allergies: 'Wespen- en bijensteken',
    medication: 'Cetirizine',
  },
  { ...none, alert: 'Lactose-intolerant', diet: 'Geen melkproducten; trakteren in overleg' },
  { ...none, alert: 'Coeliakie – geen gluten', conditions: 'Coeliakie', diet: 'Strikt glutenvrij' },
  {
    ...none,
    alert: 'Epilepsie – protocol in de map',
    conditions: 'Epilepsie, laatste aanval een jaar geleden',
    medication: 'Depakine thuis; noodmedicatie Buccolam op school',
    medicationPermitted: true,
    instructions: 'Duurt een aanval langer dan 3 minuten: Buccolam geven en 112 bellen.',
  },
  {
    ...none,
    alert: 'Diabetes type 1 – pomp',
    conditions: 'Diabetes type 1',
    medication: 'Insulinepomp',
    medicationPermitted: true,
    instructions: 'Meten voor het eten en voor gym. Onder 4,0: druivensuiker en nog eens meten.',
  },
  { ...none, diet: 'Halal' },
  { ...none, diet: 'Vegetarisch' },
  { ...none, conditions: 'Draagt een bril, ook tijdens de gymles' },
  { ...none, alert: 'Hoortoestel rechts – graag vooraan', conditions: 'Slechthorend rechts' },
  { ...none, allergies: 'Hooikoorts', medication: 'Neusspray thuis' },
  { ...none, allergies: 'Penicilline', alert: 'Geen penicilline' },
]
