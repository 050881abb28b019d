import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { read } from './read-files.ts'
import {
  aKlass,
  anAdult,
  aPupil,
  atHome,
  enrolled,
  pagesOf,
  ref,
  responsible,
  school,
} from './ss12000-pages.ts'

const codes = ({ problems }: Awaited<ReturnType<typeof read>>) =>
  problems.map(({ severity, code, field, value }) => [severity, code, field, value])

describe('pages of SS 12000', () => {
  it('give pupils their details, year, time at school and groups', async () => {
    const { source, problems } = await read(
      pagesOf({
        organisations: [school],
        persons: [
          aPupil('Elsa', {
            middleName: 'Berg',
            familyName: 'von Essen',
            civicNo: { value: '201603042381' },
            sex: 'Kvinna',
            emails: [
              { value: 'hem@example.org', type: 'Privat' },
              { value: 'elsa@skola.example', type: 'Skola elev' },
            ],
            phoneNumbers: [{ number: '070-174 06 05', type: 'Hem', mobile: true }],
          }),
        ],
        groups: [
          aKlass('4A', ['Elsa']),
          aKlass('slöjd', ['Elsa'], { groupType: 'Undervisning', displayName: 'Slöjd' }),
        ],
      }),
    )

    const [elsa] = source.pupils
    assert.deepEqual(elsa?.fields, {
      firstName: 'Elsa',
      officialNames: 'Elsa Berg',
      prefix: 'von',
      lastName: 'Essen',
      birthDate: '2016-03-04',
      sex: 'female',
      email: 'elsa@skola.example',
      nationalNumber: '20160304-2381',
      nationalNumberKind: 'personnummer',
      yearGrade: '4',
    })
    assert.deepEqual(
      [elsa?.startsOn, elsa?.endsOn, elsa?.phones],
      ['2022-08-15', null, [{ kind: 'mobile', number: '070-174 06 05' }]],
    )
    assert.deepEqual(
      elsa?.memberships.map(({ groupKey, from }) => [groupKey, from]),
      [
        ['4A', '2026-08-17'],
        ['slöjd', '2026-08-17'],
      ],
    )
    assert.deepEqual(
      source.groups.map(({ name, kind }) => [name, kind]),
      [
        ['Klass 4A', 'class'],
        ['Slöjd', 'set'],
      ],
    )
    assert.deepEqual([source.schoolName, source.schoolNumber], ['Kustskolan', '12345678'])
    assert.deepEqual(problems, [])
  })

  it('make guardians of those responsible, and invent no custody', async () => {
    const { source } = await read(
      pagesOf({
        persons: [
          aPupil('Elsa', {
            responsibles: [
              responsible('Ann', 'Vårdnadshavare'),
              responsible('Bo', 'God man'),
              responsible('Siv', 'Annan behörig'),
            ],
          }),
          anAdult('Ann', { emails: [{ value: 'ann@example.org', type: 'Privat' }] }),
          anAdult('Bo'),
          anAdult('Siv'),
        ],
      }),
    )

    assert.deepEqual(source.pupils[0]?.guardianKeys, ['Ann', 'Bo', 'Siv'])
    assert.deepEqual(
      source.guardians.map(({ key, relation, email, ties }) => [key, relation, email, ties]),
      [
        [
          'Ann',
          'parent',
          'ann@example.org',
          [{ pupilKey: 'Elsa', fields: { relation: 'parent' } }],
        ],
        [
          'Bo',
          'other',
          null,
          [{ pupilKey: 'Elsa', fields: { relation: 'legal-guardian', note: 'God man' } }],
        ],
        [
          'Siv',
          'other',
          null,
          [{ pupilKey: 'Elsa', fields: { relation: 'other', note: 'Annan behörig' } }],
        ],
      ],
    )
  })

  it('make one household of siblings, and two of two families on one staircase', async () => {
    const home = { addresses: [atHome('Storgatan 5 lgh 1102')] }
    const ann = { responsibles: [responsible('Ann', 'Vårdnadshavare')] }

    const { source } = await read(
      pagesOf({
        persons: [
          aPupil('Elsa', { ...home, ...ann }),
          aPupil('Nils', { ...home, ...ann }),
          aPupil('Liv', home),
          anAdult('Ann', home),
        ],
      }),
    )

    assert.deepEqual(
      source.households.map(({ pupilKeys, guardianKeys }) => [pupilKeys, guardianKeys]),
      [
        [['Elsa', 'Nils'], ['Ann']],
        [['Liv'], []],
      ],
    )
    assert.deepEqual(source.households[0]?.fields, {
      street: 'Storgatan',
      houseNumber: '5',
      houseNumberAddition: 'lgh 1102',
      postcode: '981 31',
      town: 'Kiruna',
    })
  })

  it('raise the protection of marked pupils, and keep their address for those who may see it', async () => {
    const marked = (id: string, securityMarking: string) =>
      aPupil(id, { securityMarking, addresses: [atHome('Hemliga gatan 1')] })

    const reading = await read(
      pagesOf({
        persons: [
          marked('Elsa', 'Ingen'),
          marked('Nils', 'Sekretessmarkering'),
          marked('Liv', 'Skyddad folkbokföring'),
          marked('Maj', 'Okänd markering'),
        ],
      }),
    )

    assert.deepEqual(
      reading.source.pupils.map(({ protection }) => protection),
      [undefined, 1, 2, 1],
    )
    assert.equal(reading.source.households.length, 4)
    assert.deepEqual(codes(reading), [
      ['warning', 'protection-unclear', 'securityMarking', 'Okänd markering'],
    ])
  })

  it('take no address of a marked guardian whose child is not marked', async () => {
    const hidden = {
      securityMarking: 'Sekretessmarkering',
      addresses: [atHome('Hemliga gatan 1')],
      phoneNumbers: [{ number: '0701740605' }],
      emails: [{ value: 'ann@example.org', type: 'Privat' }],
    }

    const reading = await read(
      pagesOf({
        persons: [
          aPupil('Elsa', { responsibles: [responsible('Ann', 'Förälder')] }),
          anAdult('Ann', hidden),
        ],
      }),
    )

    assert.doesNotMatch(JSON.stringify(reading.source), /Hemliga|0701740605|ann@example/)
    assert.deepEqual(codes(reading), [['warning', 'extra-skipped', 'securityMarking', null]])
  })

  it('make staff of duties, with the groups of their activities and roles', async () => {
    const { source } = await read(
      pagesOf({
        persons: [
          anAdult('Tom', {
            eduPersonPrincipalNames: ['tom@edu.example'],
            emails: [{ value: 'tom@skola.example', type: 'Skola personal' }],
          }),
          anAdult('Eva'),
        ],
        duties: [
          { id: 'd1', person: ref('Tom'), dutyRole: 'Lärare', dutyAt: ref('skola') },
          {
            id: 'd2',
            person: ref('Eva'),
            dutyRole: 'Övrig pedagogisk personal',
            assignmentRole: [{ group: ref('4A'), assignmentRoleType: 'Fritidspedagog' }],
          },
        ],
        groups: [aKlass('4A', []), aKlass('4B', [])],
        activities: [
          {
            id: 'a',
            displayName: 'Matematik',
            activityType: 'Undervisning',
            groups: [ref('4A'), ref('4B')],
            teachers: [{ duty: ref('d1') }],
          },
        ],
      }),
    )

    assert.deepEqual(
      source.staff.map(({ key, userName, email, groups }) => [key, userName, email, groups]),
      [
        [
          'Tom',
          'tom@edu.example',
          'tom@skola.example',
          [
            { groupKey: '4A', task: 'teacher' },
            { groupKey: '4B', task: 'teacher' },
          ],
        ],
        ['Eva', null, null, [{ groupKey: '4A', task: 'assistant' }]],
      ],
    )
  })

  it('are read alike as pages, a plain list, one object with lists, and with everything expanded', async () => {
    const elsa = aPupil('Elsa', { responsibles: [responsible('Ann', 'Vårdnadshavare')] })
    const ann = anAdult('Ann')
    const klass = aKlass('4A', ['Elsa'])
    const expanded = {
      ...elsa,
      _embedded: {
        groupMemberships: [
          { group: { ...klass, groupMemberships: undefined }, startDate: '2026-08-17' },
        ],
      },
    }

    const sources = [
      await read(pagesOf({ persons: [elsa, ann], groups: [klass] })),
      await read({
        'elever.json': JSON.stringify([elsa, ann]),
        'klasser.json': JSON.stringify([klass]),
      }),
      await read({ 'allt.json': JSON.stringify({ persons: [elsa, ann], groups: [klass] }) }),
      await read(pagesOf({ persons: [expanded, ann] })),
    ].map(({ source }) => [
      source.pupils.map(({ key, memberships, guardianKeys }) => [key, memberships, guardianKeys]),
      source.guardians.map(({ key }) => key),
      source.groups.map(({ key, kind }) => [key, kind]),
    ])

    assert.deepEqual(sources, [sources[0], sources[0], sources[0], sources[0]])
    assert.deepEqual(sources[0]?.[1], ['Ann'])
  })

  it('are read as real systems spell them', async () => {
    const { source } = await read(
      pagesOf({
        persons: [
          aPupil('Elsa', {
            civicNo: '20160304-2381',
            emails: [{ value: 'elsa@skola.example', type: 'Skola' }],
            phoneNumbers: [{ value: '0701740605' }],
            enrolments: [{ ...enrolled, schoolYear: '4' }],
          }),
          aPupil('Nils', {
            civicNo: { value: '160304-2381', nationality: 'SE' },
            enrolments: [{ ...enrolled, schoolType: 'FKLASS', schoolYear: 0 }],
          }),
          aPupil('Liv', { civicNo: { value: '20160305' }, birthDate: null }),
          aPupil('Maj', { civicNo: { value: '20130101TF01' } }),
          aPupil('Ali', { civicNo: { value: '201603642388' } }),
        ],
      }),
    )

    assert.deepEqual(
      source.pupils.map(({ fields }) => [
        fields.nationalNumber ?? null,
        fields.nationalNumberKind ?? null,
        fields.yearGrade,
        fields.birthDate,
      ]),
      [
        ['20160304-2381', 'personnummer', '4', '2016-03-04'],
        ['20160304-2381', 'personnummer', 'F', '2016-03-04'],
        [null, null, '4', '2016-03-05'],
        ['20130101TF01', 'local', '4', '2016-03-04'],
        ['20160364-2388', 'samordningsnummer', '4', '2016-03-04'],
      ],
    )
    assert.deepEqual(
      [source.pupils[0]?.fields.email, source.pupils[0]?.phones],
      ['elsa@skola.example', [{ kind: 'mobile', number: '0701740605' }]],
    )
  })

  it('keep a number that fails its check digit, tell it, and never repeat it', async () => {
    const reading = await read(
      pagesOf({ persons: [aPupil('Elsa', { civicNo: { value: '200112240129' } })] }),
    )

    assert.equal(reading.source.pupils[0]?.fields.nationalNumber, '20011224-0129')
    assert.deepEqual(codes(reading), [['warning', 'number-check-digit', 'civicNo', null]])
  })

  it('tell each name that is not kept once, over all pages', async () => {
    const more = { photo: 'https://example.org/1.jpg', shoeSize: 34 }
    const files = pagesOf({ persons: [aPupil('Elsa', more), aPupil('Nils', more)] })

    const reading = await read({
      ...files,
      'persons-2.json': String(pagesOf({ persons: [aPupil('Liv', more)] })['persons.json']),
    })

    assert.equal(reading.source.pupils.length, 3)
    assert.deepEqual(codes(reading), [
      ['warning', 'extra-skipped', 'person.photo', null],
      ['warning', 'member-unknown', 'person.shoeSize', null],
    ])
  })

  it('take a record once that two pages hold, and leave out another of the same id', async () => {
    const reading = await read({
      'persons-1.json': JSON.stringify([aPupil('Elsa')]),
      'persons-2.json': JSON.stringify([aPupil('Elsa'), { ...aPupil('Elsa'), givenName: 'Eva' }]),
    })

    assert.equal(reading.source.pupils.length, 1)
    assert.deepEqual(codes(reading), [['row', 'key-repeated', 'id', 'Elsa']])
  })

  it('name file, line and field of what is left out', async () => {
    const { problems } = await read(
      pagesOf({ persons: [aPupil('Elsa'), aPupil('Nils', { givenName: '', familyName: '' })] }),
    )

    const [problem] = problems
    assert.deepEqual(
      [problem?.code, problem?.kind, problem?.file, problem?.field],
      ['value-missing', 'pupils', 'persons.json', 'familyName'],
    )
    assert.equal(problem?.line, 19)
  })

  it('leave out who is enrolled and employed at once', async () => {
    const reading = await read(
      pagesOf({
        persons: [aPupil('Elsa'), aPupil('Wie')],
        duties: [{ id: 'd', person: ref('Wie'), dutyRole: 'Lärare' }],
      }),
    )

    assert.deepEqual(
      reading.source.pupils.map(({ key }) => key),
      ['Elsa'],
    )
    assert.deepEqual(codes(reading), [['row', 'role-unclear', 'id', 'Wie']])
  })

  it('see one stay in enrolments that follow each other, and an end in one that was called off', async () => {
    const year = (startDate: string, endDate: string | null, more = {}) => ({
      ...enrolled,
      startDate,
      endDate,
      ...more,
    })

    const { source } = await read(
      pagesOf({
        persons: [
          aPupil('Elsa', {
            enrolments: [year('2024-08-15', '2025-06-12'), year('2025-08-18', null)],
          }),
          aPupil('Nils', {
            enrolments: [year('2021-08-15', '2022-06-12'), year('2025-08-18', null)],
          }),
          aPupil('Liv', { enrolments: [year('2026-08-17', null, { cancelled: true })] }),
          aPupil('Maj', {
            enrolments: [
              year('2025-08-18', '2026-06-11'),
              year('2026-09-01', null, { schoolType: 'FTH' }),
            ],
          }),
        ],
      }),
    )

    assert.deepEqual(
      source.pupils.map(({ startsOn, endsOn, isEnded, onlyIfKnown }) => [
        startsOn,
        endsOn,
        isEnded,
        onlyIfKnown,
      ]),
      [
        ['2024-08-15', null, false, false],
        ['2025-08-18', null, false, false],
        ['2026-08-17', null, true, true],
        ['2025-08-18', '2026-06-11', false, false],
      ],
    )
  })

  it('change those whom the school knows by a page that says nothing of what they are', async () => {
    const { source } = await read(pagesOf({ persons: [aPupil('Elsa'), anAdult('Ann')] }))

    assert.deepEqual(
      [source.pupils, source.staff, source.guardians].map((list) =>
        list.map(({ key, onlyIfKnown }) => [key, onlyIfKnown]),
      ),
      [
        [
          ['Elsa', false],
          ['Ann', true],
        ],
        [['Ann', true]],
        [['Ann', true]],
      ],
    )
  })

  it('place and end pupils whose own record is on another page', async () => {
    const { source } = await read(
      pagesOf({
        enrolments: [{ ...enrolled, person: ref('Elsa'), endDate: '2026-12-18' }],
        groups: [aKlass('4A', ['Nils'])],
      }),
    )

    assert.deepEqual(
      source.pupils.map(({ key, onlyIfKnown, endsOn, memberships }) => [
        key,
        onlyIfKnown,
        endsOn,
        memberships.length,
      ]),
      [
        ['Nils', true, null, 1],
        ['Elsa', true, '2026-12-18', 0],
      ],
    )
  })
})
