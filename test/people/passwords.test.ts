import { expect } from 'chai'
import { hashPassword, passwordFault, verifyPassword } from '../../server/people/passwords.ts'

describe('passwords', () => {
  const FAULTS: [string, string | null][] = [
    ['chín chữ 9', null],
    ['ngắn quá', 'tooShort'],
    ['a'.repeat(201), 'tooLong'],
    ['matkhau123456', 'obvious'],
    ['Mật Khẩu 2026', 'obvious'],
    ['1234567890', 'obvious'],
    ['0987654321', 'obvious'],
    ['aaaaaaaaaaaa', 'obvious'],
    ['ngoc.mau.1990', 'obvious'],
    ['tôi đi làm bằng xe đạp', null],
    ['congthuong congthuong', 'obvious'],
  ]
  for (const [password, fault] of FAULTS) {
    it(`finds ${fault ?? 'no fault'} in ${password.slice(0, 30)}`, () => {
      expect(passwordFault(password, ['ngoc.mau'])).to.equal(fault && `people.password.${fault}`)
    })
  }

  it('verifies what was hashed, composed or not, and nothing without a hash', async () => {
    const hash = await hashPassword('đường về quê')
    expect(await verifyPassword(hash, 'đường về quê'.normalize('NFD'))).to.equal(true)
    expect(await verifyPassword(hash, 'đường về nhà')).to.equal(false)
    expect(await verifyPassword(null, 'đường về quê')).to.equal(false)
  })

  it('takes as long for nobody as for somebody', async () => {
    const hash = await hashPassword('đường về quê')
    await verifyPassword(null, 'x')
    const time = async (known: string | null) => {
      const start = performance.now()
      for (let i = 0; i < 5; i += 1) await verifyPassword(known, 'đường về nhà')
      return performance.now() - start
    }
    const [somebody, nobody] = [await time(hash), await time(null)]
    expect(nobody / somebody).to.be.within(0.3, 3)
  })
})
