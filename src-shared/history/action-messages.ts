import type { AbsencesContract } from '#shared/absences/absences-contract.ts'
import { absenceActions } from '#shared/absences/messages/absence-actions.ts'
import type { AccountsContract } from '#shared/accounts/office/accounts-contract.ts'
import { calendarActions } from '#shared/calendar/calendar-actions.ts'
import type { CalendarContract } from '#shared/calendar/calendar-contract.ts'
import type { ChangeRequestsContract } from '#shared/change-requests/change-requests-contract.ts'
import type { DataChecksContract } from '#shared/change-requests/data-checks-contract.ts'
import { requestActions } from '#shared/change-requests/messages/request-actions.ts'
import type { ConsentsContract } from '#shared/consents/consents-contract.ts'
import type { CountersContract } from '#shared/counters/counters-contract.ts'
import { counterActions } from '#shared/counters/words/counter-actions.ts'
import type { ExportsContract } from '#shared/exports/exports-contract.ts'
import type { FamiliesContract } from '#shared/families/families-contract.ts'
import type { GroupsContract } from '#shared/groups/groups-contract.ts'
import type { ImportsContract } from '#shared/imports/imports-contract.ts'
import type { LeaveContract } from '#shared/leave/leave-contract.ts'
import { leaveActions } from '#shared/leave/words/leave-actions.ts'
import type { OverviewsContract } from '#shared/overviews/overviews-contract.ts'
import type { Contract } from '#shared/platform/contract.ts'
import { defineMessages } from '#shared/platform/messages.ts'
import type { PupilsContract } from '#shared/pupils/pupils-contract.ts'
import type { SchoolContract } from '#shared/school/school-contract.ts'
import type { SchoolDaysContract } from '#shared/school-days/school-days-contract.ts'
import type { StaffContract } from '#shared/staff/staff-contract.ts'
import type { SyncContract } from '#shared/sync/sync-contract.ts'
import type { HistoryContract } from './history-contract.ts'

type CommandsOf<C extends Contract> = {
  [Name in keyof C['methods'] & string]: C['methods'][Name]['kind'] extends 'command' | 'job'
    ? `${C['feature']}.${Name}`
    : never
}[keyof C['methods'] & string]

/** Everything that can stand in the history as something somebody did. */
export type ActionPath =
  | CommandsOf<AbsencesContract>
  | CommandsOf<AccountsContract>
  | CommandsOf<CountersContract>
  | CommandsOf<LeaveContract>
  | CommandsOf<CalendarContract>
  | CommandsOf<ChangeRequestsContract>
  | CommandsOf<DataChecksContract>
  | CommandsOf<PupilsContract>
  | CommandsOf<SchoolDaysContract>
  | CommandsOf<FamiliesContract>
  | CommandsOf<GroupsContract>
  | CommandsOf<ConsentsContract>
  | CommandsOf<ImportsContract>
  | CommandsOf<ExportsContract>
  | CommandsOf<OverviewsContract>
  | CommandsOf<SchoolContract>
  | CommandsOf<StaffContract>
  | CommandsOf<HistoryContract>
  | CommandsOf<SyncContract>
  /** What other computers of the school wrote. */
  | 'sync.received'

/** What was done, by contract method. */
export const actionMessages = defineMessages(
  'actions',
  {
    ...calendarActions.nl,
    ...absenceActions.nl,
    ...requestActions.nl,
    ...counterActions.nl,
    ...leaveActions.nl,
    'accounts.makeCodes': 'Koppelcodes gemaakt',
    'accounts.revokeCodes': 'Koppelcodes ingetrokken',
    'accounts.extendCodes': 'Koppelcodes verlengd',
    'accounts.markPrinted': 'Koppelbrieven afgedrukt',
    'accounts.lock': 'Ouderaccount geblokkeerd',
    'accounts.unlock': 'Ouderaccount vrijgegeven',
    'accounts.resetAccess': 'Nieuw wachtwoord laten sturen',
    'accounts.remind': 'Ouders herinnerd aan bevestigen',
    'accounts.setSettings': 'Instelling van ouderaccounts gewijzigd',
    'accounts.acceptRequest': 'Toegangsaanvraag goedgekeurd',
    'accounts.declineRequest': 'Toegangsaanvraag afgewezen',
    'pupils.enrol': 'Leerling ingeschreven',
    'pupils.change': 'Leerling gewijzigd',
    'pupils.changeMany': 'Leerlingen gewijzigd',
    'pupils.changeMedical': 'Medisch gewijzigd',
    'pupils.addEnrolment': 'Inschrijving toegevoegd',
    'pupils.changeEnrolment': 'Inschrijving gewijzigd',
    'pupils.protect': 'Afscherming gewijzigd',
    'pupils.reveal': 'Afgeschermde gegevens bekeken',
    'pupils.setPhoto': 'Foto gewijzigd',
    'pupils.merge': 'Dubbele leerling samengevoegd',
    'families.addGuardian': 'Ouder toegevoegd',
    'families.changeGuardian': 'Ouder gewijzigd',
    'families.moveGuardian': 'Ouder verhuisd',
    'families.linkGuardian': 'Ouder gekoppeld',
    'families.changeLink': 'Gezag en afspraken gewijzigd',
    'families.unlinkGuardian': 'Ouder losgekoppeld',
    'families.addHousehold': 'Adres toegevoegd',
    'families.changeHousehold': 'Adres gewijzigd',
    'families.addResidence': 'Woonadres toegevoegd',
    'families.changeResidence': 'Afspraak over wonen gewijzigd',
    'families.endResidence': 'Woonadres beëindigd',
    'families.setPhones': 'Telefoonnummers gewijzigd',
    'families.addContact': 'Contact toegevoegd',
    'families.changeContact': 'Contact gewijzigd',
    'families.changeContactLink': 'Afspraak met contact gewijzigd',
    'families.unlinkContact': 'Contact weggehaald',
    'groups.saveYear': 'Schooljaar gewijzigd',
    'groups.add': 'Groep toegevoegd',
    'groups.change': 'Groep gewijzigd',
    'groups.remove': 'Groep weggehaald',
    'groups.place': 'In een groep geplaatst',
    'groups.takeOut': 'Uit een groep gehaald',
    'groups.assignStaff': 'Medewerker aan groep gekoppeld',
    'consents.record': 'Toestemming vastgelegd',
    'imports.apply': 'Import',
    'imports.removeReport': 'Importverslag weggehaald',
    'imports.savePreset': 'Importindeling bewaard',
    'imports.removePreset': 'Importindeling verwijderd',
    'exports.make': 'Export',
    'overviews.save': 'Overzicht bewaard',
    'overviews.removeSaved': 'Bewaard overzicht weggehaald',
    'school.change': 'Instelling gewijzigd',
    'staff.add': 'Gebruiker toegevoegd',
    'sync.restore': 'Overschreven waarde teruggezet',
    'sync.leave': 'Overschreven waarde zo gelaten',
    'sync.received': 'Elders gewijzigd',
    'staff.change': 'Gebruiker gewijzigd',
    'staff.setPreference': 'Eigen voorkeur gewijzigd',
    'history.undo': 'Ongedaan gemaakt',
    'history.redo': 'Opnieuw gedaan',
    'history.revert': 'Veld hersteld',
    'other-action': 'Wijziging',
  },
  {
    'nl-BE': {
      ...calendarActions['nl-BE'],
      ...absenceActions['nl-BE'],
      ...requestActions['nl-BE'],
      'groups.add': 'Klas toegevoegd',
      'groups.change': 'Klas gewijzigd',
      'groups.remove': 'Klas weggehaald',
      'groups.place': 'In een klas geplaatst',
      'groups.takeOut': 'Uit een klas gehaald',
      'groups.assignStaff': 'Personeelslid aan klas gekoppeld',
    },
    sv: {
      ...calendarActions.sv,
      ...absenceActions.sv,
      ...requestActions.sv,
      ...counterActions.sv,
      ...leaveActions.sv,
      'accounts.makeCodes': 'Kopplingskoder skapade',
      'accounts.revokeCodes': 'Kopplingskoder återkallade',
      'accounts.extendCodes': 'Kopplingskoder förlängda',
      'accounts.markPrinted': 'Kopplingsbrev utskrivna',
      'accounts.lock': 'Vårdnadshavares konto spärrat',
      'accounts.unlock': 'Vårdnadshavares konto öppnat',
      'accounts.resetAccess': 'Nytt lösenord skickat',
      'accounts.remind': 'Vårdnadshavare påminda om att bekräfta',
      'accounts.setSettings': 'Inställning för konton ändrad',
      'accounts.acceptRequest': 'Förfrågan om åtkomst godkänd',
      'accounts.declineRequest': 'Förfrågan om åtkomst avslagen',
      'pupils.enrol': 'Elev inskriven',
      'pupils.change': 'Elev ändrad',
      'pupils.changeMany': 'Elever ändrade',
      'pupils.changeMedical': 'Medicinska uppgifter ändrade',
      'pupils.addEnrolment': 'Inskrivning tillagd',
      'pupils.changeEnrolment': 'Inskrivning ändrad',
      'pupils.protect': 'Skydd ändrat',
      'pupils.reveal': 'Skyddade uppgifter visade',
      'pupils.setPhoto': 'Foto ändrat',
      'pupils.merge': 'Dubblett sammanslagen',
      'families.addGuardian': 'Vårdnadshavare tillagd',
      'families.changeGuardian': 'Vårdnadshavare ändrad',
      'families.moveGuardian': 'Vårdnadshavare flyttad',
      'families.linkGuardian': 'Vårdnadshavare kopplad',
      'families.changeLink': 'Vårdnad och överenskommelser ändrade',
      'families.unlinkGuardian': 'Vårdnadshavare bortkopplad',
      'families.addHousehold': 'Adress tillagd',
      'families.changeHousehold': 'Adress ändrad',
      'families.addResidence': 'Boende tillagt',
      'families.changeResidence': 'Överenskommelse om boende ändrad',
      'families.endResidence': 'Boende avslutat',
      'families.setPhones': 'Telefonnummer ändrade',
      'families.addContact': 'Kontakt tillagd',
      'families.changeContact': 'Kontakt ändrad',
      'families.changeContactLink': 'Överenskommelse med kontakt ändrad',
      'families.unlinkContact': 'Kontakt borttagen',
      'groups.saveYear': 'Läsår ändrat',
      'groups.add': 'Klass tillagd',
      'groups.change': 'Klass ändrad',
      'groups.remove': 'Klass borttagen',
      'groups.place': 'Placerad i en klass',
      'groups.takeOut': 'Borttagen ur en klass',
      'groups.assignStaff': 'Personal kopplad till klass',
      'consents.record': 'Samtycke registrerat',
      'imports.apply': 'Import',
      'imports.removeReport': 'Importrapport borttagen',
      'imports.savePreset': 'Importmall sparad',
      'imports.removePreset': 'Importmall borttagen',
      'exports.make': 'Export',
      'overviews.save': 'Lista sparad',
      'overviews.removeSaved': 'Sparad lista borttagen',
      'school.change': 'Inställning ändrad',
      'staff.add': 'Användare tillagd',
      'sync.restore': 'Överskrivet värde återställt',
      'sync.leave': 'Överskrivet värde lämnat',
      'sync.received': 'Ändrat någon annanstans',
      'staff.change': 'Användare ändrad',
      'staff.setPreference': 'Eget val ändrat',
      'history.undo': 'Ångrat',
      'history.redo': 'Gjort om',
      'history.revert': 'Fält återställt',
      'other-action': 'Ändring',
    },
    en: {
      ...calendarActions.en,
      ...absenceActions.en,
      ...requestActions.en,
      ...counterActions.en,
      ...leaveActions.en,
      'accounts.makeCodes': 'Link codes made',
      'accounts.revokeCodes': 'Link codes withdrawn',
      'accounts.extendCodes': 'Link codes extended',
      'accounts.markPrinted': 'Link letters printed',
      'accounts.lock': 'Guardian account locked',
      'accounts.unlock': 'Guardian account unlocked',
      'accounts.resetAccess': 'New password sent',
      'accounts.remind': 'Guardians reminded to confirm',
      'accounts.setSettings': 'Account setting changed',
      'accounts.acceptRequest': 'Access request approved',
      'accounts.declineRequest': 'Access request declined',
      'pupils.enrol': 'Pupil enrolled',
      'pupils.change': 'Pupil changed',
      'pupils.changeMany': 'Pupils changed',
      'pupils.changeMedical': 'Medical changed',
      'pupils.addEnrolment': 'Enrolment added',
      'pupils.changeEnrolment': 'Enrolment changed',
      'pupils.protect': 'Protection changed',
      'pupils.reveal': 'Protected details viewed',
      'pupils.setPhoto': 'Photo changed',
      'pupils.merge': 'Duplicate pupil merged',
      'families.addGuardian': 'Guardian added',
      'families.changeGuardian': 'Guardian changed',
      'families.moveGuardian': 'Guardian moved',
      'families.linkGuardian': 'Guardian linked',
      'families.changeLink': 'Authority and agreements changed',
      'families.unlinkGuardian': 'Guardian unlinked',
      'families.addHousehold': 'Address added',
      'families.changeHousehold': 'Address changed',
      'families.addResidence': 'Residence added',
      'families.changeResidence': 'Living arrangement changed',
      'families.endResidence': 'Residence ended',
      'families.setPhones': 'Phone numbers changed',
      'families.addContact': 'Contact added',
      'families.changeContact': 'Contact changed',
      'families.changeContactLink': 'Agreement with contact changed',
      'families.unlinkContact': 'Contact removed',
      'groups.saveYear': 'School year changed',
      'groups.add': 'Class added',
      'groups.change': 'Class changed',
      'groups.remove': 'Class removed',
      'groups.place': 'Placed in a class',
      'groups.takeOut': 'Taken out of a class',
      'groups.assignStaff': 'Staff assigned to class',
      'consents.record': 'Consent recorded',
      'imports.apply': 'Import',
      'imports.removeReport': 'Import report removed',
      'imports.savePreset': 'Import preset saved',
      'imports.removePreset': 'Import preset removed',
      'exports.make': 'Export',
      'overviews.save': 'Overview saved',
      'overviews.removeSaved': 'Saved overview removed',
      'school.change': 'Setting changed',
      'staff.add': 'User added',
      'sync.restore': 'Value that was written over put back',
      'sync.leave': 'Value that was written over left',
      'sync.received': 'Changed somewhere else',
      'staff.change': 'User changed',
      'staff.setPreference': 'Own preference changed',
      'history.undo': 'Undone',
      'history.redo': 'Done again',
      'history.revert': 'Field restored',
      'other-action': 'Change',
    },
  },
)
// Fails to compile when an action has no words.
true satisfies ActionPath extends keyof typeof actionMessages.nl ? true : never
