import { expect } from 'chai'
import type { Response } from 'supertest'
import { AUDIT_ACTIONS } from '../../server/audit/actions.ts'
import { firstBrokenEntry } from '../../server/audit/audit.ts'
import { ROLES, type Role } from '../../server/legal/glossary.ts'
import { AuditEntry } from '../../server/models/AuditEntry.ts'
import { Counter } from '../../server/models/Counter.ts'
import { User } from '../../server/models/User.ts'
import { firstAdminToken } from '../../server/people/firstAdmin.ts'
import type { ReadingRoute, Route, WritingRoute } from '../../server/routes/route.ts'
import { ASSETS, routeTable } from '../../server/routes/table.ts'
import { testApp, type Fields, type Visitor } from '../support/app.ts'
import { connectTestDatabase, emptyDatabase } from '../support/database.ts'
import { demoWorld, samplePath, type World } from '../support/world.ts'
import { WRITING_SAMPLES, type Post } from '../support/writingSamples.ts'

interface Layer {
  name: string
  route?: { path: string; methods: Record<string, boolean> }
}

const everyRole = Object.keys(ROLES) as Role[]
const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>) => `${method} ${path}`
const isWriting = (route: Route): route is WritingRoute => route.method === 'post'
const isReading = (route: Route): route is ReadingRoute => route.method === 'get'
const isPublic = ({ access }: Route) => typeof access === 'object' && 'public' in access

/** May this role open the route? Null: nobody is signed in. */
function isAllowed({ access }: Route, role: Role | null): boolean {
  if (typeof access === 'object' && 'public' in access) return true
  if (role === null) return false
  return access === 'signedIn' || access.includes(role)
}

describe('the table of routes', function () {
  this.timeout(300_000)
  let world: World
  let table: Route[]
  const visitors = new Map<Role | null, Visitor>()
  before(async () => {
    await connectTestDatabase()
    await emptyDatabase()
    world = await demoWorld()
    table = routeTable(world.test.services)
    visitors.set(null, world.test.visitor())
    for (const role of everyRole) visitors.set(role, await world.test.signedIn(role))
  })
  after(emptyDatabase)

  const as = (role: Role | null) => visitors.get(role)!
  const stage = () => ({ test: world.test, as: (role: Role) => Promise.resolve(as(role)) })
  /** Every form but the first administrator's, for whom the register must be empty. */
  const formsOf = () => table.filter(isWriting).filter(({ path }) => path !== '/first-admin/:token')
  const sampleOf = (path: string): Promise<Post> => WRITING_SAMPLES[path]!(stage())

  it('holds every route of the app, once, and the app holds every route of it', () => {
    const layers = (world.app.router as unknown as { stack: Layer[] }).stack
    const registered = layers.flatMap(({ route }) =>
      route ? Object.keys(route.methods).map(method => `${method} ${route.path}`) : [],
    )
    expect(registered.sort()).to.deep.equal(table.map(nameOf).sort())
    expect(new Set(registered).size, 'a route twice').to.equal(registered.length)
    const others = layers.filter(({ route }) => !route).map(({ name }) => name)
    expect(
      others.filter(name => name === 'serveStatic' || name === 'router'),
      'the files of /assets, and no router beside the table',
    ).to.deep.equal(['serveStatic'])
  })

  it('gives each public route its reason', () => {
    const reasons = [...table, ASSETS].flatMap(({ access }) =>
      typeof access === 'object' && 'public' in access ? [access.public] : [],
    )
    for (const reason of reasons) expect(reason.split(' ').length, reason).to.be.greaterThan(4)
    expect(table.filter(isPublic).map(nameOf).sort()).to.deep.equal([
      'get /api/token',
      'get /first-admin/:token',
      'get /health',
      'get /set-password/:token',
      'get /sign-in',
      'post /first-admin/:token',
      'post /set-password/:token',
      'post /sign-in',
    ])
  })

  it('names the audit entries of each writing route, or why it leaves none', () => {
    for (const route of table.filter(isWriting)) {
      const { audit } = route
      if ('none' in audit) expect(audit.none, nameOf(route)).not.to.equal('')
      else {
        expect(audit, nameOf(route)).not.to.be.empty
        expect(AUDIT_ACTIONS, nameOf(route)).to.include.members([...audit])
      }
    }
  })

  for (const role of [null, ...everyRole]) {
    it(`opens to ${role ?? 'who is signed out'} what is open, and refuses the rest unwritten`, async () => {
      const paths = new Map<Route, string>()
      for (const route of table.filter(isReading)) paths.set(route, await samplePath(route))
      const before = await AuditEntry.countDocuments()
      const faults: string[] = []
      for (const route of table.filter(isReading)) {
        const answer = await as(role).get(paths.get(route)!)
        const fault = isAllowed(route, role)
          ? allowedFault(route, answer)
          : refusedFault(answer, role)
        if (fault) faults.push(`${nameOf(route)}: ${fault}`)
      }
      for (const route of table.filter(isWriting)) {
        if (isAllowed(route, role)) continue
        const fault = refusedFault(await as(role).post(await samplePath(route)), role)
        if (fault) faults.push(`${nameOf(route)}: ${fault}`)
      }
      expect(faults).to.deep.equal([])
      expect(await AuditEntry.countDocuments(), 'something was written').to.equal(before)
    })
  }

  it('has a sample form for every writing route, and none for another', () => {
    const paths = formsOf().map(({ path }) => path)
    expect(Object.keys(WRITING_SAMPLES).sort()).to.deep.equal(paths.sort())
  })

  it('takes every sample form, which leaves the entries the route names', async () => {
    const faults: string[] = []
    for (const route of formsOf()) {
      const { by, path, fields } = await sampleOf(route.path)
      faults.push(...(await writingFaults(route, () => by.post(path, fields))))
    }
    expect(faults).to.deep.equal([])
    expect(await firstBrokenEntry()).to.equal(null)
  })

  it('refuses every form without its token, and writes nothing', async () => {
    const faults: string[] = []
    for (const route of formsOf()) {
      const { by, path, fields } = await sampleOf(route.path)
      const before = await AuditEntry.countDocuments()
      const answer = await by.rawPost(path).type('form').send(encode(fields))
      if (answer.status !== 403) faults.push(`${nameOf(route)}: ${answer.status}`)
      if ((await AuditEntry.countDocuments()) !== before) faults.push(`${nameOf(route)}: written`)
    }
    expect(faults).to.deep.equal([])
  })
})

describe('the route of the first administrator', () => {
  before(async () => {
    await connectTestDatabase()
    await emptyDatabase()
  })
  after(emptyDatabase)

  it('writes its entry in a register without people', async () => {
    const { visitor, services } = testApp()
    const [route] = routeTable(services)
      .filter(isWriting)
      .filter(({ path }) => path === '/first-admin/:token')
    const path = `/first-admin/${await firstAdminToken(services.outside.now())}`
    const one = visitor()
    await one.token()
    const without = await one.rawPost(path).type('form').send(encode(FIRST_ADMIN))
    expect(without.status).to.equal(403)
    expect(await User.countDocuments()).to.equal(0)
    expect(await writingFaults(route!, () => one.post(path, FIRST_ADMIN))).to.deep.equal([])
    expect(await firstBrokenEntry()).to.equal(null)
    expect(await Counter.countDocuments()).to.equal(1)
  })
})

const FIRST_ADMIN = {
  adminName: 'Lê Thị Ngọc Mẫu',
  username: 'ngoc.mau',
  password: 'cơn mưa đầu mùa 9',
  passwordAgain: 'cơn mưa đầu mùa 9',
  name: 'Sở Công Thương tỉnh Đồng Tháp',
  superiorName: 'UBND tỉnh Đồng Tháp',
  province: '82',
  abbreviations: 'SCT',
  units: 'Văn phòng Sở',
}

/** Sends a valid form; what is wrong with the answer or with the entries it left. */
async function writingFaults(
  { method, path, audit }: WritingRoute,
  send: () => Promise<Response>,
): Promise<string[]> {
  const before = await AuditEntry.countDocuments()
  const answer = await send()
  const entries = await AuditEntry.find().sort({ sequence: 1 }).skip(before).lean()
  const left = entries.map(({ action }) => action)
  const declared: readonly string[] = 'none' in audit ? [] : audit
  const faults: string[] = []
  if (answer.status >= 400) faults.push(`answered ${answer.status}`)
  if (declared.length > 0 && left.length === 0) faults.push('left no entry')
  const undeclared = left.filter(action => !declared.includes(action))
  if (undeclared.length > 0) faults.push(`left ${undeclared.join(', ')}, which it does not name`)
  return faults.map(fault => `${method} ${path}: ${fault}`)
}

function allowedFault({ path }: Route, { status }: Response): string | null {
  // Somebody can sign in already: that link is spent for good.
  if (path === '/first-admin/:token') return status === 410 ? null : `answered ${status}`
  return status < 400 ? null : `answered ${status}`
}

function refusedFault({ status, headers }: Response, role: Role | null): string | null {
  if (role !== null) return status === 403 ? null : `answered ${status}`
  const toSignIn = status === 303 && headers.location?.startsWith('/sign-in')
  return toSignIn || status === 401 || status === 403 ? null : `answered ${status}`
}

function encode(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  )
  return new URLSearchParams(pairs).toString()
}
