import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { practiceHandlers } from '../../src-main/desk/practice-handlers.ts'
import { systemKeychain } from '../../src-main/platform/keychain.ts'
import { aDesk, aSchoolAfterRestart, fileIdOf, heidisPassword } from '../builders/desk.ts'

describe('a new school', () => {
  it('comes to be once the recovery sheet is in hand, and its maker sits at the desk', async () => {
    await using computer = aDesk()
    const { made } = await computer.makeSchool()

    const { phase, schoolName, isPractice } = computer.desk.state()

    assert.deepEqual(made, { ok: true, value: null })
    assert.deepEqual([phase, schoolName, isPractice], ['open', 'OBS De Mijlpaal', false])
    assert.equal(computer.desk.session()?.name, 'Heidi Smit')
  })

  it('does not come to be when the sheet was not read', async () => {
    await using computer = aDesk()
    await computer.setUp.prepareRecoverySheet({ schoolName: 'De Boom' })

    const made = await computer.setUp.setUp({
      schoolName: 'De Boom',
      place: '',
      country: 'be',
      language: 'nl-BE',
      staff: { firstName: 'An', prefix: null, lastName: 'Maes', userName: 'an' },
      role: 'office',
      password: heidisPassword,
      typed: { 1: 'XXXX', 2: 'XXXX' },
    })

    assert.deepEqual(made, { ok: false, refusal: 'setup.recovery-mismatch' })
    assert.equal(existsSync(computer.files.schoolFolder), false)
  })

  it('is not held up by one that was cut off halfway', async () => {
    await using computer = aDesk()
    mkdirSync(computer.files.schoolFolder)
    writeFileSync(`${computer.files.schoolFile}.unfinished`, 'half a file of another key')

    const { made } = await computer.makeSchool()

    assert.deepEqual(made, { ok: true, value: null })
  })

  it('never takes the place of a school that exists', async () => {
    await using computer = aDesk()
    await computer.makeSchool()

    const { made } = await computer.makeSchool()

    assert.deepEqual(made, { ok: false, refusal: 'setup.school-exists' })
  })
})

describe('a locked desk', () => {
  it('answers nothing about the school', async () => {
    await using computer = aDesk()
    await computer.makeSchool()

    await computer.desk.lock()

    const answer = await computer.desk.ask({ kind: 'call', path: 'school.find', input: {} })
    assert.deepEqual([computer.desk.state().phase, answer.ok], ['locked', false])
  })

  it('opens with the password and stays shut without it', async () => {
    await using computer = aDesk()
    await computer.makeSchool()
    await computer.desk.lock()

    const wrong = await computer.desk.signIn('heidi', 'verkeerd wachtwoord')
    const unknown = await computer.desk.signIn('nobody', heidisPassword)
    const right = await computer.desk.signIn('heidi', heidisPassword)

    assert.deepEqual(wrong, { ok: false, refusal: 'session.refused' })
    assert.deepEqual(unknown, wrong)
    assert.deepEqual([right.ok, computer.desk.state().phase], [true, 'open'])
  })

  it('says how long to wait after too many wrong passwords', async () => {
    await using computer = aDesk()
    await computer.makeSchool()
    await computer.desk.lock()
    for (let n = 0; n < 5; n++) await computer.desk.signIn('heidi', `fout ${n}`)

    const answer = await computer.desk.signIn('heidi', heidisPassword)

    assert(!answer.ok)
    assert.equal(answer.refusal, 'session.wait')
    const seconds = Number(answer.details?.seconds)
    assert(seconds > 0 && seconds <= 60, `waits ${seconds} s`)
  })
})

describe('when the key is not where it should be', () => {
  it('nothing is made or changed, and the recovery sheet opens the school', async () => {
    await using computer = await aSchoolAfterRestart((first) =>
      systemKeychain.forget(fileIdOf(first)),
    )
    const { phase, trouble } = computer.desk.state()
    assert.deepEqual([phase, trouble], ['trouble', 'keychain-empty'])
    assert.deepEqual(computer.fingerprints(), computer.before)

    await computer.desk.keepKey(fileIdOf(computer), new Uint8Array(32))
    await computer.desk.openSchool()

    assert.equal(computer.desk.state().trouble, 'key-wrong')
    assert.deepEqual(computer.fingerprints(), computer.before)
  })
})

describe('a file that is damaged', () => {
  it('is said to be damaged and left as it is', async () => {
    await using computer = await aSchoolAfterRestart(({ files }) => {
      const bytes = readFileSync(files.schoolFile)
      bytes.fill(0, 5000, 9000)
      bytes.fill(1, 100, 200)
      writeFileSync(files.schoolFile, bytes)
    })

    assert.equal(computer.desk.state().trouble, 'file-damaged')
    assert.deepEqual(computer.fingerprints(), computer.before)
  })
})

describe('a practice school', () => {
  it('whose key is gone is made anew', async () => {
    await using computer = aDesk()
    const { startPractice } = practiceHandlers(computer.desk)
    await startPractice({ country: 'nl', pupils: 30 })
    await computer.desk.close()
    await systemKeychain.forget(`practice:${computer.files.practiceFile('nl', 30)}`)

    const again = await startPractice({ country: 'nl', pupils: 30 })

    assert.deepEqual([again.ok, computer.desk.state().isPractice], [true, true])
  })
})

describe('the slot file', () => {
  it('may be lost without the program making a new school in its place', async () => {
    await using computer = await aSchoolAfterRestart(({ files }) => {
      for (const file of [files.keySlots, `${files.keySlots}.bak`]) rmSync(file)
    })

    assert.deepEqual(computer.desk.state().phase, 'trouble')
    assert.deepEqual(computer.fingerprints(), computer.before)
  })
})
