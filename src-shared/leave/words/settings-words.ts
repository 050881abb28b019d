import { defineMessages } from '#shared/platform/messages.ts'

/** How a school deals with leave, as its dialog asks it. */
export const leaveSettingsWords = defineMessages(
  'leave-settings',
  {
    'settings-title': 'Verlof op deze school',
    'setting-ask': 'Ouders kunnen op het portaal verlof vragen',
    'setting-all': 'Iedereen met gezag moet instemmen',
    'setting-principal': 'Alleen de directeur mag toekennen',
    'setting-rules': 'Regels boven het formulier',
    'setting-rules-hint': 'In uw eigen woorden; ouders lezen dit op het portaal.',
    'settings-save': 'Bewaar',
    'settings-kept': 'Instellingen bewaard',
  },
  {
    'nl-BE': {
      'setting-all': 'Iedereen met ouderlijk gezag moet instemmen',
    },
    sv: {
      'settings-title': 'Ledighet på den här skolan',
      'setting-ask': 'Vårdnadshavare kan ansöka på portalen',
      'setting-all': 'Alla vårdnadshavare måste samtycka',
      'setting-principal': 'Bara rektor får bevilja',
      'setting-rules': 'Regler ovanför formuläret',
      'setting-rules-hint': 'Med egna ord; vårdnadshavare läser det på portalen.',
      'settings-save': 'Spara',
      'settings-kept': 'Inställningar sparade',
    },
    en: {
      'settings-title': 'Leave at this school',
      'setting-ask': 'Guardians can ask on the portal',
      'setting-all': 'Everybody with authority must agree',
      'setting-principal': 'Only the principal may grant',
      'setting-rules': 'Rules above the form',
      'setting-rules-hint': 'In your own words; guardians read this on the portal.',
      'settings-save': 'Save',
      'settings-kept': 'Settings saved',
    },
  },
)
