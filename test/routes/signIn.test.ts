import { expect } from 'chai'
import { AuditEntry } from '../../server/models/AuditEntry.ts'
import { HomeBody } from '../../server/models/HomeBody.ts'
import { OneTimeLink } from '../../server/models/OneTimeLink.ts'
import { Unit } from '../../server/models/Unit.ts'
import { User } from '../../server/models/User.ts'
import { firstAdminToken } from '../../server/people/firstAdmin.ts'
import { newUser, testApp, TEST_PASSWORD, type Fields } from '../support/app.ts'
import { useDatabase } from '../support/database.ts'
import { wordsOf } from '../support/page.ts'

const FIRST: Fields = {
  adminName: 'Lê Thị Ngọc Mẫu',
  username: ' Ngoc.Mau ',
  password: 'cơn mưa đầu mùa 9',
  passwordAgain: 'cơn mưa đầu mùa 9',
  name: 'Sở Công Thương tỉnh Đồng Tháp',
  superiorName: 'UBND tỉnh Đồng Tháp',
  province: '82',
  abbreviations: 'SCT',
  units: 'Văn phòng Sở\r\n\r\nPhòng Quản lý thương mại\r\nVăn phòng Sở',
}
const NOW = new Date('2026-11-23T01:05:00Z')
const HOUR = 3_600_000

const actionsLogged = async () =>
  (await AuditEntry.find().sort({ sequence: 1 }).lean()).map(({ action }) => action)

describe('first start', () => {
  useDatabase()

  it('asks whose register this is, once, and signs the first administrator in', async () => {
    const visitor = testApp().visitor()
    const path = `/first-admin/${await firstAdminToken(NOW)}`
    expect(wordsOf((await visitor.get(path)).text)).to.contain('Lập sổ và đăng nhập')
    const saved = await visitor.post(path, FIRST)
    expect(saved.status).to.equal(303)
    const user = await User.findOne().lean()
    expect(user).to.include({ username: 'ngoc.mau', name: 'Lê Thị Ngọc Mẫu' })
    expect(user?.roles).to.include('admin')
    expect(user?.passwordHash).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const home = await HomeBody.findOne().lean()
    expect(home).to.include({ provinceName: 'Đồng Tháp', kind: 'live' })
    expect((await Unit.find().sort({ name: 1 }).lean()).map(({ name }) => name)).to.deep.equal([
      'Phòng Quản lý thương mại',
      'Văn phòng Sở',
    ])
    expect((await visitor.get('/admin/home')).status).to.equal(200)
    expect(await actionsLogged()).to.deep.equal(['firstAdmin'])
    expect(JSON.stringify(await AuditEntry.find().lean())).not.to.contain('argon2')
  })

  it('keeps only the hash of the token', async () => {
    const token = await firstAdminToken(NOW)
    expect(JSON.stringify(await OneTimeLink.find().lean())).not.to.contain(token)
  })

  it('says plainly that a link is used, too old or unknown', async () => {
    const { visitor, setClock } = testApp()
    const [first, second] = [await firstAdminToken(NOW), await firstAdminToken(NOW)]
    setClock({ now: new Date(NOW.getTime() + 25 * HOUR) })
    const old = await visitor().get(`/first-admin/${first}`)
    expect([old.status, wordsOf(old.text)].join(' ')).to.match(/^410 .*không còn dùng được/)
    setClock({ now: NOW })
    expect((await visitor().post(`/first-admin/${first}`, FIRST)).status).to.equal(303)
    expect((await visitor().get(`/first-admin/${first}`)).status).to.equal(410)
    expect((await visitor().post(`/first-admin/${second}`, FIRST)).status).to.equal(410)
    expect((await visitor().get('/first-admin/abc')).status).to.equal(410)
    expect(await User.countDocuments()).to.equal(1)
    expect(await firstAdminToken(NOW)).to.equal(null)
  })

  it('makes one administrator when two links are used at the same time', async () => {
    const { visitor } = testApp()
    const tokens = [await firstAdminToken(NOW), await firstAdminToken(NOW)]
    const visitors = [visitor(), visitor()]
    await Promise.all(visitors.map(one => one.token()))
    const answers = await Promise.all(
      tokens.map((token, i) =>
        visitors[i]!.post(`/first-admin/${token}`, { ...FIRST, username: `quan.tri.${i}` }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([303, 410])
    expect(await User.countDocuments()).to.equal(1)
  })

  const WRONG: [string, Fields, string][] = [
    ['no name of ours', { name: ' ' }, 'Nhập tên cơ quan'],
    ['no province', { province: '' }, 'Chọn tỉnh, thành phố'],
    ['a short password', { password: 'ngắn', passwordAgain: 'ngắn' }, 'ít nhất 10 ký tự'],
    ['an obvious password', { password: 'matkhau12345', passwordAgain: 'x' }, 'quá dễ đoán'],
    ['two passwords', { passwordAgain: 'cơn mưa cuối mùa 9' }, 'Hai lần nhập chưa giống nhau'],
    ['an odd sign-in name', { username: 'a b' }, 'Tên đăng nhập có từ 2 ký tự'],
    ['a spaced abbreviation', { abbreviations: 'S CT' }, 'không có dấu cách'],
  ]
  for (const [what, fields, words] of WRONG) {
    it(`refuses ${what}, keeps the rest, saves nothing`, async () => {
      const path = `/first-admin/${await firstAdminToken(NOW)}`
      const page = await testApp()
        .visitor()
        .post(path, { ...FIRST, ...fields })
      expect(page.status).to.equal(422)
      expect(wordsOf(page.text)).to.contain(words)
      expect(page.text).to.contain('Lê Thị Ngọc Mẫu').and.not.contain('cơn mưa đầu mùa')
      expect(await User.countDocuments()).to.equal(0)
    })
  }

  it('tells a visitor of a new register where the link is', async () => {
    const page = await testApp().visitor().get('/sign-in')
    expect(wordsOf(page.text)).to.contain('Sổ chưa có ai.')
  })
})

describe('sign-in', () => {
  useDatabase()

  it('lets a person in, under a new session id, and back to where they wanted', async () => {
    const { visitor } = testApp()
    const user = await newUser(['reader'])
    const one = visitor()
    const sent = await one.get('/account?x=1')
    expect(sent.status).to.equal(303)
    expect(sent.headers.location).to.equal('/sign-in?returnTo=%2Faccount%3Fx%3D1')
    const before = (await one.get('/sign-in')).headers['set-cookie']?.[0]
    const form = { username: user.username.toUpperCase(), password: TEST_PASSWORD }
    const inside = await one.post('/sign-in', { ...form, returnTo: '/account?x=1' })
    expect(inside.headers.location).to.equal('/account?x=1')
    const after = inside.headers['set-cookie']?.[0]
    expect(after).to.match(/^soat\.session=.*HttpOnly; SameSite=Lax/)
    expect(after?.split(';')[0]).not.to.equal(before?.split(';')[0])
    expect((await one.get('/account')).text).to.contain(user.name)
    expect(await actionsLogged()).to.deep.equal(['signIn'])
  })

  it('takes a password typed in decomposed letters', async () => {
    const user = await newUser(['reader'])
    const password = TEST_PASSWORD.normalize('NFD')
    const answer = await testApp().visitor().post('/sign-in', { username: user.username, password })
    expect(answer.status).to.equal(303)
  })

  it('refuses a wrong password and an unknown name in the same words; keeps the name, not the password', async () => {
    const { visitor } = testApp()
    const user = await newUser(['reader'])
    const words = async (username: string) => {
      const page = await visitor().post('/sign-in', { username, password: 'không phải đâu' })
      expect(page.status).to.equal(422)
      expect(page.text).to.contain(`value="${username}"`).and.not.contain('không phải đâu')
      return wordsOf(page.text)
    }
    expect(await words(user.username)).to.equal(await words('khong.co.ai'))
    expect(await actionsLogged()).to.deep.equal(['signInFailed', 'signInFailed'])
    expect(JSON.stringify(await AuditEntry.find().lean())).not.to.contain('khong.co.ai')
  })

  it('stops after ten tries for a name and says how long, even for the right password', async () => {
    const { visitor } = testApp()
    const user = await newUser(['reader'])
    const one = visitor()
    for (let i = 0; i < 10; i += 1) {
      const page = await one.post('/sign-in', { username: user.username, password: `sai ${i}` })
      expect(page.status).to.equal(422)
    }
    const form = { username: user.username, password: TEST_PASSWORD }
    const page = await one.post('/sign-in', form)
    expect(page.status).to.equal(429)
    expect(wordsOf(page.text)).to.match(/Thử lại sau 1[45] phút/)
    expect(page.text).to.contain(`value="${user.username}"`)
    const other = await newUser(['reader'])
    const right = await one.post('/sign-in', { ...form, username: other.username })
    expect(right.status).to.equal(303)
  })

  it('puts out a person made inactive at the next request, and says so at the next sign-in', async () => {
    const { signedIn, visitor } = testApp()
    const reader = await signedIn('reader')
    await User.updateOne({ _id: reader.actor.id }, { isActive: false })
    expect((await reader.get('/account')).status).to.equal(303)
    const form = { username: reader.actor.username, password: TEST_PASSWORD }
    const page = await visitor().post('/sign-in', form)
    expect(wordsOf(page.text)).to.contain('Tài khoản đã ngừng dùng')
  })

  it('signs out on the server', async () => {
    const { signedIn } = testApp()
    const reader = await signedIn('reader')
    expect((await reader.get('/sign-out')).status).to.equal(404)
    expect((await reader.post('/sign-out')).status).to.equal(303)
    expect((await reader.get('/account')).status).to.equal(303)
  })

  const ELSEWHERE = [
    'https://example.com/',
    '//example.com/',
    '/\\example.com',
    '/\t/example.com',
    'javascript:alert(1)',
    '/.//example.com',
    '',
  ]
  for (const returnTo of ELSEWHERE) {
    it(`does not follow ${JSON.stringify(returnTo)} after sign-in`, async () => {
      const user = await newUser(['reader'])
      const form = { username: user.username, password: TEST_PASSWORD, returnTo }
      const answer = await testApp().visitor().post('/sign-in', form)
      expect(answer.headers.location).to.equal('/')
    })
  }
})

describe('own password', () => {
  useDatabase()
  const next = { password: 'sông nước miền tây 4', passwordAgain: 'sông nước miền tây 4' }

  it('is changed by who knows the present one; other sessions end', async () => {
    const { signedIn, signInAs } = testApp()
    const here = await signedIn('clerk')
    const there = await signInAs(here.actor.username)
    const wrong = await here.post('/account/password', { ...next, current: 'không nhớ rõ' })
    expect(wrong.status).to.equal(422)
    expect(wordsOf(wrong.text)).to.contain('Mật khẩu hiện tại không đúng')
    const changed = await here.post('/account/password', { ...next, current: TEST_PASSWORD })
    expect(changed.status).to.equal(303)
    expect(wordsOf((await here.get('/account')).text)).to.contain('Đã đổi mật khẩu.')
    expect((await there.get('/account')).status).to.equal(303)
  })
})
