import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { eq } from 'drizzle-orm'
import { overviewKinds, plainOverview } from '#shared/overviews/overview.ts'
import { medicals, pupils } from '../../src-main/pupils/pupils-table.ts'
import {
  aSchoolWithFamilies,
  group4a,
  group12,
  juf,
  noor,
  noorsSecrets,
  saar,
  yusuf,
} from '../builders/families.ts'
import { heidi } from '../builders/school.ts'
import { givePhoto, printed, textOf, times } from './print-requests.ts'

/** Letters with codes have tests of their own: they are about codes first. */
const listKinds = overviewKinds.filter((kind) => kind !== 'link-letters')

describe('a class overview', () => {
  it('has the columns that were asked for, in that order', async () => {
    using school = aSchoolWithFamilies()

    const document = await printed(school, {
      groupIds: [group4a],
      columns: ['name', 'phone', 'birthDate', 'address'],
    })

    const text = textOf(document)
    assert.match(text, /Naam Telefoon Geboren Adres/)
    assert.match(text, /1 Vries, Saar de 06 12345678 14 - 05 - 2018 Molenweg 81/)
    assert.match(text, /2 Yılmaz, Yusuf 06 34567890/)
  })

  it('follows the first name when that is asked for', async () => {
    using school = aSchoolWithFamilies()

    const document = await printed(school, { pupilIds: [saar, yusuf], order: 'firstName' })

    assert.match(textOf(document), /Saar de Vries .* Yusuf Yılmaz/)
  })

  it('leaves empty columns to write in', async () => {
    using school = aSchoolWithFamilies()

    const document = await printed(school, { groupIds: [group4a], blankColumns: 3 })

    assert.equal(times(document.html, 'class="blank"'), 3 * (1 + 2))
  })

  it('prints all classes of the year, each on its own pages, when none is named', async () => {
    using school = aSchoolWithFamilies()

    const document = await printed(school, {})

    assert.match(textOf(document), /Klassenoverzicht 1\/2A .* Klassenoverzicht 4A/)
    assert.equal(times(document.html, '<section>'), 2)
    assert.equal(document.pupilCount, 3)
  })

  it('writes names as text, whatever marks they hold', async () => {
    using school = aSchoolWithFamilies()
    rename(school, '<b>Sa&ar</b>')

    const document = await printed(school, { groupIds: [group4a], columns: ['firstName'] })

    assert.ok(document.html.includes('&lt;b&gt;Sa&amp;ar&lt;/b&gt;'))
  })

  it('is refused without columns or pupils', async () => {
    using school = aSchoolWithFamilies()

    const withoutColumns = await school.overviews.make({ ...plainOverview, columns: [] })
    const withoutPupils = await school.overviews.make({ ...plainOverview, groupIds: [heidi] })

    assert.deepEqual(withoutColumns, { ok: false, refusal: 'overview.no-columns' })
    assert.deepEqual(withoutPupils, { ok: false, refusal: 'overview.no-pupils' })
  })

  it('says at its foot from which school and day it is, who printed it and that it is confidential', async () => {
    using school = aSchoolWithFamilies()

    const document = await printed(school, {})
    const open = await printed(school, { showConfidential: false })

    assert.equal(document.footer, 'OBS De Mijlpaal · 23-11-2026 · Heidi Smit · Vertrouwelijk')
    assert.equal(open.footer, 'OBS De Mijlpaal · 23-11-2026 · Heidi Smit')
    assert.match(document.paperStyles, /counter\(page\) " van " counter\(pages\)/)
  })
})

describe('a protected pupil', () => {
  it('is left out of every list, and the paper says that somebody is', async () => {
    for (const kind of listKinds) {
      using school = aSchoolWithFamilies()

      const document = await printed(school, { kind, groupIds: [group4a] })

      assert.deepEqual(document.leftOut, [{ reason: 'protected', count: 1 }])
      assert.doesNotMatch(document.html, /Sol Vinter/)
    }
  })

  it('is marked when the office includes it, and still nobody reads who or where it is', async () => {
    for (const kind of listKinds) {
      using school = aSchoolWithFamilies()
      givePhoto(school, noor, true)

      const document = await printed(school, {
        kind,
        pupilIds: [noor, saar],
        includeProtected: true,
        columns: [...plainOverview.columns, 'photo', 'guardians', 'email', 'lastName', 'siblings'],
      })

      const leaked = [...noorsSecrets, 'Noor', '06 87654321', 'data:image'].filter((secret) =>
        document.html.includes(secret),
      )
      assert.deepEqual(leaked, [], kind)
      // Labels have no address to forward to, so hers is not there at all.
      assert.equal(times(textOf(document), 'Sol') > 0, kind !== 'address-labels', kind)
    }
  })

  it('stays out of a teacher’s list, whatever the teacher asks', async () => {
    using school = aSchoolWithFamilies()
    school.become('teacher', { staffId: juf })

    const document = await printed(school, { groupIds: [group4a], includeProtected: true })

    assert.doesNotMatch(document.html, /Sol Vinter/)
    assert.deepEqual(document.leftOut, [{ reason: 'protected', count: 1 }])
  })
})

describe('what a role may print', () => {
  it('is for a teacher the own classes alone', async () => {
    using school = aSchoolWithFamilies()
    school.become('teacher', { staffId: juf })

    const everything = await printed(school, {})
    const another = await school.overviews.make({ ...plainOverview, groupIds: [group12] })

    assert.doesNotMatch(everything.html, /Tim/)
    assert.match(everything.html, /Saar/)
    assert.deepEqual(another, { ok: false, refusal: 'overview.no-pupils' })
  })

  it('holds no health data without the right to see them', async () => {
    for (const kind of listKinds) {
      using school = aSchoolWithFamilies({ seesMedical: false })
      sayAllergy(school)

      const document = await printed(school, {
        kind,
        groupIds: [group4a],
        columns: ['name', 'medicalAlert'],
      })

      assert.doesNotMatch(document.html, /noten|EpiPen|Medisch: let op/i)
    }
  })

  it('holds a picture with consent alone, and counts those held back', async () => {
    using school = aSchoolWithFamilies()
    givePhoto(school, saar, true)
    givePhoto(school, yusuf, false)

    const faces = await printed(school, { kind: 'photo-list', pupilIds: [saar, yusuf] })

    assert.equal(times(faces.html, '<img'), 1)
    assert.match(textOf(faces), /YY Yusuf/)
    assert.deepEqual(faces.leftOut, [{ reason: 'no-consent', count: 1 }])
    assert.match(textOf(faces), /1 foto weggelaten: geen toestemming/)
  })
})

describe('saved overviews', () => {
  it('are there for everyone until somebody takes them away', async () => {
    using school = aSchoolWithFamilies()
    const request = { ...plainOverview, blankColumns: 4 }

    const id = await school.overviews.save({ id: null, name: 'Bellijst gym', request })
    const kept = await school.overviews.saved({})
    await school.overviews.removeSaved({ id })

    assert.deepEqual(kept, [{ id, name: 'Bellijst gym', request }])
    assert.deepEqual(await school.overviews.saved({}), [])
  })
})

type School = ReturnType<typeof aSchoolWithFamilies>

function rename(school: School, firstName: string) {
  school.database.write({ staffId: heidi, path: 'pupils.change' }, (db) => {
    const row = db.select().from(pupils).where(eq(pupils.id, saar)).get()
    if (row) db.save(pupils, { ...row, firstName })
  })
}

function sayAllergy(school: School) {
  school.database.write({ staffId: heidi, path: 'pupils.changeMedical' }, (db) => {
    db.save(medicals, {
      id: saar,
      alert: 'Notenallergie, EpiPen in lokaal',
      allergies: 'alle noten',
      medicationPermitted: true,
    })
  })
}
