import { defineMessages } from '#shared/platform/messages.ts'
import type { GroupKind, GroupTask } from './group.ts'
import type { GroupRefusal } from './groups-contract.ts'

/** What the group screens say. */
export const groupsMessages = defineMessages(
  'groups',
  {
    'group.not-found': 'Deze groep staat niet meer in Balie. Open de lijst opnieuw.',
    'group.name-taken':
      'In dit schooljaar is er al een groep {{name}}. Kies een andere naam, zodat lijsten niet verwisseld worden.',
    'group.not-empty':
      'In deze groep zitten of zaten leerlingen ({{count}}). Plaats ze eerst in een andere groep.',
    'year.not-found': 'Dit schooljaar staat niet meer in Balie. Open de instellingen opnieuw.',
    'year.overlaps':
      'Deze dagen vallen deels in schooljaar {{name}}. Pas de begin- of einddag aan.',
    'year.ends-before-it-starts':
      'De laatste dag ligt voor de eerste. Pas een van beide dagen aan.',
    'pupil.not-found': 'Een van deze leerlingen staat niet meer in Balie. Open de lijst opnieuw.',
    'staff.not-found': 'Deze medewerker staat niet meer in Balie. Open de lijst opnieuw.',
    'field.name': 'Naam',
    'field.kind': 'Soort groep',
    'field.yearGrades': 'Leerjaren',
    'field.room': 'Lokaal',
    'field.schoolYearId': 'Schooljaar',
    'field.startsOn': 'Eerste dag',
    'field.endsOn': 'Laatste dag',
    'field.pupilId': 'Leerling',
    'field.groupId': 'Groep',
    'field.from': 'In de groep vanaf',
    'field.until': 'In de groep tot en met',
    'field.staffId': 'Medewerker',
    'field.task': 'Taak',
    'kind.class': 'groep',
    'kind.set': 'lesgroep',
    'task.teacher': 'leerkracht',
    'task.assistant': 'onderwijsassistent',
  },
  {
    'nl-BE': {
      'group.not-found': 'Deze klas staat niet meer in Balie. Open de lijst opnieuw.',
      'group.name-taken':
        'In dit schooljaar is er al een klas {{name}}. Kies een andere naam, zodat lijsten niet verwisseld worden.',
      'group.not-empty':
        'In deze klas zitten of zaten leerlingen ({{count}}). Plaats ze eerst in een andere klas.',
      'staff.not-found': 'Dit personeelslid staat niet meer in Balie. Open de lijst opnieuw.',
      'field.kind': 'Soort klas',
      'field.groupId': 'Klas',
      'field.from': 'In de klas vanaf',
      'field.until': 'In de klas tot en met',
      'field.staffId': 'Personeelslid',
      'kind.class': 'klas',
      'task.assistant': 'klasondersteuner',
    },
    sv: {
      'group.not-found': 'Klassen finns inte längre i Balie. Öppna listan igen.',
      'group.name-taken':
        'Det finns redan en klass {{name}} det här läsåret. Välj ett annat namn, så att listor inte förväxlas.',
      'group.not-empty':
        'Det finns eller har funnits elever i klassen ({{count}}). Flytta dem först till en annan klass.',
      'year.not-found': 'Läsåret finns inte längre i Balie. Öppna inställningarna igen.',
      'year.overlaps': 'Dagarna ligger delvis i läsåret {{name}}. Ändra första eller sista dagen.',
      'year.ends-before-it-starts': 'Sista dagen ligger före den första. Ändra någon av dagarna.',
      'pupil.not-found': 'En av eleverna finns inte längre i Balie. Öppna listan igen.',
      'staff.not-found': 'Medarbetaren finns inte längre i Balie. Öppna listan igen.',
      'field.name': 'Namn',
      'field.kind': 'Typ av grupp',
      'field.yearGrades': 'Årskurser',
      'field.room': 'Sal',
      'field.schoolYearId': 'Läsår',
      'field.startsOn': 'Första dag',
      'field.endsOn': 'Sista dag',
      'field.pupilId': 'Elev',
      'field.groupId': 'Klass',
      'field.from': 'I klassen från',
      'field.until': 'I klassen till och med',
      'field.staffId': 'Medarbetare',
      'field.task': 'Uppgift',
      'kind.class': 'klass',
      'kind.set': 'undervisningsgrupp',
      'task.teacher': 'lärare',
      'task.assistant': 'elevassistent',
    },
    en: {
      'group.not-found': 'This group is no longer in Balie. Open the list again.',
      'group.name-taken':
        'There already is a group {{name}} in this school year. Choose another name, so that lists are not mixed up.',
      'group.not-empty':
        'There are or were pupils in this group ({{count}}). Place them in another group first.',
      'year.not-found': 'This school year is no longer in Balie. Open the settings again.',
      'year.overlaps':
        'These days fall partly in school year {{name}}. Change the first or the last day.',
      'year.ends-before-it-starts':
        'The last day is before the first day. Change one of the two days.',
      'pupil.not-found': 'One of these pupils is no longer in Balie. Open the list again.',
      'staff.not-found': 'This staff member is no longer in Balie. Open the list again.',
      'field.name': 'Name',
      'field.kind': 'Kind of group',
      'field.yearGrades': 'Year grades',
      'field.room': 'Room',
      'field.schoolYearId': 'School year',
      'field.startsOn': 'First day',
      'field.endsOn': 'Last day',
      'field.pupilId': 'Pupil',
      'field.groupId': 'Group',
      'field.from': 'In the group from',
      'field.until': 'In the group until',
      'field.staffId': 'Staff member',
      'field.task': 'Task',
      'kind.class': 'class',
      'kind.set': 'set',
      'task.teacher': 'teacher',
      'task.assistant': 'teaching assistant',
    },
  },
)

// Fails to compile when a refusal or a choice has no words.
groupsMessages.nl satisfies Readonly<
  Record<GroupRefusal | `kind.${GroupKind}` | `task.${GroupTask}`, string>
>
