import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { passwordTrouble } from '#shared/staff/password.ts'

const names = ['heidi.smit', 'OBS De Mijlpaal']

describe('a new password', () => {
  it('has twelve characters or more, counted as a person counts', () => {
    assert.equal(passwordTrouble('kort-genoeg', names), 'staff.password-too-short')
    assert.equal(passwordTrouble('🚲🚲🚲 vier fiets', names), null)
  })

  for (const easy of [
    'passwordpassword',
    'Welkom2026!!',
    'wachtwoord123',
    'Zomer2026!!!',
    'Lösenord1234',
    '1q2w3e4r5t6y',
    '123456789012',
    '210987654321',
    'qwertyuiop[]1'.slice(0, 10).repeat(2),
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'heidi.smit2026',
    'Heidismit!!!',
    'OBS De Mijlpaal',
    'obsdemijlpaal1',
  ]) {
    it(`is refused when everybody would try it: ${easy}`, () => {
      assert.equal(passwordTrouble(easy, names), 'staff.password-common')
    })
  }

  for (const fine of [
    'vier losse woorden fiets',
    'correct horse battery staple',
    'drie blauwe fietsen',
    'tQ7#mx-9vLp2',
    'kanelbulle på tåget',
  ]) {
    it(`is taken without rules about capitals and digits: ${fine}`, () => {
      assert.equal(passwordTrouble(fine, names), null)
    })
  }
})
