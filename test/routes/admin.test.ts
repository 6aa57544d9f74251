import { expect } from 'chai'
import { AUDIT_ACTIONS } from '../../server/audit/actions.ts'
import { firstBrokenEntry } from '../../server/audit/audit.ts'
import { t } from '../../server/lib/labels.ts'
import { AuditEntry } from '../../server/models/AuditEntry.ts'
import { HomeBody } from '../../server/models/HomeBody.ts'
import { Unit } from '../../server/models/Unit.ts'
import { User } from '../../server/models/User.ts'
import { newUser, testApp, TEST_PASSWORD, type Fields } from '../support/app.ts'
import { useDatabase } from '../support/database.ts'
import { wordsOf } from '../support/page.ts'

const PERSON: Fields = {
  name: 'Trần Văn Ví Dụ',
  username: 'vi.du',
  email: 'vidu@example.vn',
  roles: ['clerk', 'reviewer'],
  unit: '',
  deputy: '',
  isActive: 1,
}
const SCRIPT = '<script>alert("x")</script>&\'"'

describe('administration of people', () => {
  useDatabase()

  it('creates a person whose link sets a password once', async () => {
    const { signedIn, visitor } = testApp()
    const admin = await signedIn('admin')
    const unit = await Unit.create({ name: 'Văn phòng' })
    const made = await admin.post('/admin/users', { ...PERSON, unit: String(unit._id) })
    expect(made.status).to.equal(200)
    const path = /(\/set-password\/[\w-]{43})/.exec(made.text)?.[1] ?? ''
    const user = await User.findOne({ username: 'vi.du' }).lean()
    expect(user?.roles).to.deep.equal(['clerk', 'reviewer'])
    const one = visitor()
    expect(wordsOf((await one.get(path)).text)).to.contain('vi.du của Trần Văn Ví Dụ')
    const short = await one.post(path, { password: 'ngắn', passwordAgain: 'ngắn' })
    expect(short.status).to.equal(422)
    const form = { password: TEST_PASSWORD, passwordAgain: TEST_PASSWORD }
    expect((await one.post(path, form)).status).to.equal(303)
    expect((await one.get('/account')).text).to.contain('Văn phòng')
    expect((await visitor().get(path)).status).to.equal(410)
    expect((await visitor().post(path, form)).status).to.equal(410)
    const logged = JSON.stringify(await AuditEntry.find().lean())
    expect(logged).not.to.contain('argon2').and.not.to.contain(path.slice(-20))
  })

  it('changes nothing from a form that somebody else overtook; keeps both values', async () => {
    const admin = await testApp().signedIn('admin')
    const user = await newUser(['clerk'], { name: 'Tên cũ' })
    const path = `/admin/users/${String(user._id)}`
    const form = { ...PERSON, username: user.username, revision: 0 }
    expect((await admin.post(path, { ...form, name: 'Tên của người kia' })).status).to.equal(303)
    const stale = await admin.post(path, { ...form, name: 'Tên tôi gõ' })
    expect(stale.status).to.equal(409)
    expect(wordsOf(stale.text)).to.match(/Người khác vừa sửa lúc \d\d:\d\d\. Nội dung bạn nhập còn/)
    expect(stale.text).to.contain('value="Tên tôi gõ"').and.contain('Tên của người kia')
    expect(await User.findById(user._id).lean()).to.include({ name: 'Tên của người kia' })
    const again = await admin.post(path, { ...form, name: 'Tên tôi gõ', revision: 1 })
    expect(again.status).to.equal(303)
    const missing = await admin.post(path, { ...form, revision: '' })
    expect(missing.status).to.equal(409)
  })

  it('keeps the last administrator who can sign in', async () => {
    const admin = await testApp().signedIn('admin')
    await User.create({ username: 'chua.vao', name: 'Chưa vào', roles: ['admin'] })
    const path = `/admin/users/${String(admin.actor.id)}`
    const form = { ...PERSON, username: admin.actor.username, roles: ['admin'], revision: 0 }
    const words = 'Đây là quản trị duy nhất còn đăng nhập được'
    const demoted = await admin.post(path, { ...form, roles: ['clerk'] })
    expect([demoted.status, wordsOf(demoted.text)].join(' '))
      .to.contain('422')
      .and.contain(words)
    const out = await admin.post(path, { ...form, isActive: '' })
    expect([out.status, wordsOf(out.text)].join(' '))
      .to.contain('422')
      .and.contain(words)
    await newUser(['admin'])
    expect((await admin.post(path, { ...form, roles: ['clerk'] })).status).to.equal(303)
  })

  it('leaves one administrator when two give up the role at once', async () => {
    const { signedIn } = testApp()
    const admins = [await signedIn('admin'), await signedIn('admin')]
    await Promise.all(admins.map(admin => admin.token()))
    await Promise.all(
      admins.map(admin =>
        admin.post(`/admin/users/${String(admin.actor.id)}`, {
          ...PERSON,
          username: admin.actor.username,
          revision: 0,
        }),
      ),
    )
    expect(await User.countDocuments({ roles: 'admin' })).to.equal(1)
  })

  const WRONG: [string, Fields, string][] = [
    ['no name', { name: '' }, 'Nhập họ và tên'],
    ['a taken sign-in name', { username: 'da.co' }, 'đã có người dùng'],
    ['an address that ends a header', { email: 'a@b.vn\r\nBcc: c@d.vn' }, 'Địa chỉ thư có dạng'],
    ['no role', { roles: [] }, 'Chọn ít nhất một vai trò'],
    ['roles nobody knows', { roles: ['root'] }, 'Chọn ít nhất một vai trò'],
    ['a unit that is none', { unit: 'ffffffffffffffffffffffff' }, 'Chọn trong danh sách'],
  ]
  for (const [what, fields, words] of WRONG) {
    it(`refuses ${what}, keeps what was typed, saves nothing`, async () => {
      const admin = await testApp().signedIn('admin')
      await newUser(['reader'], { username: 'da.co' })
      const page = await admin.post('/admin/users', { ...PERSON, ...fields })
      expect(page.status).to.equal(422)
      expect(wordsOf(page.text)).to.contain(words)
      expect(page.text).to.contain(fields.email ? 'Trần Văn Ví Dụ' : 'vidu@example.vn')
      expect(await User.countDocuments({ email: 'vidu@example.vn' })).to.equal(0)
    })
  }

  it('escapes HTML in every field, on every page', async () => {
    const admin = await testApp().signedIn('admin', { name: SCRIPT })
    await HomeBody.create({ name: SCRIPT, superiorName: SCRIPT, provinceCode: '82' })
    const unit = await Unit.create({ name: SCRIPT, shortName: SCRIPT, symbols: ['VP'] })
    const paths = ['users', `users/${String(admin.actor.id)}`, 'units', 'home', 'audit']
    await admin.post('/admin/users', { ...PERSON, name: SCRIPT, username: SCRIPT })
    await admin.post(`/admin/units/${String(unit._id)}`, { name: SCRIPT, revision: 0, isActive: 1 })
    for (const path of [...paths, `units/${String(unit._id)}`]) {
      const page = await admin.get(`/admin/${path}`)
      expect(page.status, path).to.equal(200)
      expect(page.text, path).to.contain('&lt;script&gt;alert').and.not.contain('<script>alert')
    }
    const typed = await admin.post('/admin/users', { ...PERSON, username: SCRIPT, email: SCRIPT })
    expect(typed.text).not.to.contain('<script>alert')
  })
})

describe('administration of units and the home body', () => {
  useDatabase()

  it('creates and changes a unit; a name is given once', async () => {
    const admin = await testApp().signedIn('admin')
    const head = await newUser(['reviewer'], { name: 'Ông Trưởng' })
    const form = { name: 'Phòng  Công nghiệp', symbols: 'QLCN, CN', head: String(head._id) }
    expect((await admin.post('/admin/units', form)).status).to.equal(303)
    const unit = await Unit.findOne().lean()
    expect(unit).to.deep.include({ name: 'Phòng Công nghiệp', symbols: ['QLCN', 'CN'] })
    expect(wordsOf((await admin.get('/admin/units')).text)).to.contain('Ông Trưởng')
    expect((await admin.post('/admin/units', form)).status).to.equal(422)
    const path = `/admin/units/${String(unit?._id)}`
    expect((await admin.post(path, { ...form, revision: 0 })).status).to.equal(303)
    expect((await Unit.findOne().lean())?.isActive).to.equal(false)
    expect((await admin.post(path, { ...form, revision: 0 })).status).to.equal(409)
  })

  it('changes whose register this is, from the state it was shown in', async () => {
    const admin = await testApp().signedIn('admin')
    await HomeBody.create({ name: 'Sở Cũ', provinceCode: '82', provinceName: 'Đồng Tháp' })
    const form = { name: 'Sở Mới', province: '01', abbreviations: 'SCT', revision: 0 }
    expect((await admin.post('/admin/home', form)).status).to.equal(303)
    expect(await HomeBody.findOne().lean()).to.include({ name: 'Sở Mới', provinceName: 'Hà Nội' })
    const stale = await admin.post('/admin/home', { ...form, name: 'Sở Khác' })
    expect(stale.status).to.equal(409)
    expect(wordsOf(stale.text)).to.contain('Trong sổ đang là: Sở Mới')
  })
})

describe('audit log', () => {
  useDatabase()

  it('shows who did what, before and after, page by page; the chain can be checked', async () => {
    const admin = await testApp().signedIn('admin', { name: 'Bà Quản Trị' })
    const user = await newUser(['clerk'], { name: 'Tên cũ' })
    const form = { ...PERSON, username: user.username, revision: 0, name: 'Tên mới' }
    await admin.post(`/admin/users/${String(user._id)}`, form)
    const words = wordsOf((await admin.get('/admin/audit')).text)
    expect(words).to.contain('Bà Quản Trị').and.contain('Sửa người dùng')
    expect(words).to.contain('Tên cũ').and.contain('Tên mới')
    expect(wordsOf((await admin.get('/admin/audit?action=signOut')).text)).to.contain(
      'Chưa có dòng',
    )
    expect((await admin.get('/admin/audit?page=9999')).status).to.equal(200)
    expect(await firstBrokenEntry()).to.equal(null)
    expect(wordsOf((await admin.get('/admin/audit?check=1')).text)).to.contain('nguyên vẹn')
    await AuditEntry.updateOne({ action: 'userChange' }, { byName: 'Ai đó' })
    expect(wordsOf((await admin.get('/admin/audit?check=1')).text)).to.contain('lệch từ dòng')
  })

  it('has words for every action', () => {
    for (const action of AUDIT_ACTIONS) expect(t(`audit.action.${action}`)).not.to.equal('')
  })
})
