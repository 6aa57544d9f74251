import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { ConfigError, readConfig } from '../server/config.ts'

const faultsOf = (env: Record<string, string>) => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    return (error as ConfigError).faults
  }
}

describe('readConfig', () => {
  it('needs nothing', () => {
    const config = readConfig({})
    expect(config).to.include({
      port: 3000,
      portIsExplicit: false,
      host: '127.0.0.1',
      baseUrl: null,
    })
    expect(config.dataDir).to.equal(path.resolve('data'))
    expect(config.uploadLimitBytes).to.equal(25 * 1024 * 1024)
    expect(Object.isFrozen(config) && Object.isFrozen(config.mongo)).to.equal(true)
  })

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: '', MONGODB_URI: '', LOG_LEVEL: '', MEILI_URL: '' })).to.deep.equal(
      readConfig({}),
    )
  })

  it('lists every fault at once', () => {
    const faults = faultsOf({
      PORT: '70000',
      BASE_URL: 'soat.example.vn',
      MONGODB_URI: 'localhost',
      SESSION_SECRET: 'short',
      UPLOAD_LIMIT_MB: 'many',
    })
    expect(faults.map(fault => fault.split(':')[0])).to.deep.equal([
      'PORT',
      'BASE_URL',
      'MONGODB_URI',
      'SESSION_SECRET',
      'UPLOAD_LIMIT_MB',
    ])
    expect(faultsOf({ NODE_ENV: 'production', MEILI_URL: 'http://search:7700' })).to.have.length(1)
  })

  const addresses: [uri: string, read: string][] = [
    ['mongodb://db:27017', 'mongodb://db:27017/soat'],
    ['mongodb://db:27017/', 'mongodb://db:27017/soat'],
    ['mongodb://u:p@a:1,b:2/?replicaSet=rs', 'mongodb://u:p@a:1,b:2/soat?replicaSet=rs'],
    [
      'mongodb+srv://db.example.vn/phapche?w=majority',
      'mongodb+srv://db.example.vn/phapche?w=majority',
    ],
  ]
  for (const [uri, read] of addresses) {
    it(`names the database of ${uri}`, () => {
      expect(readConfig({ MONGODB_URI: uri }).mongo.uri).to.equal(read)
    })
  }

  const proxies: [value: string, read: boolean | number | string][] = [
    ['', false],
    ['false', false],
    ['true', true],
    ['2', 2],
    ['10.0.0.0/8, loopback', '10.0.0.0/8, loopback'],
  ]
  for (const [value, read] of proxies) {
    it(`reads TRUST_PROXY=${value}`, () => {
      expect(readConfig({ TRUST_PROXY: value }).trustProxy).to.equal(read)
    })
  }

  it('knows every variable of .env.example, and .env.example every variable', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
    const source = readFileSync(new URL('../server/config.ts', import.meta.url), 'utf8')
    const documented = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)
    const read = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name)
    expect(documented.sort()).to.deep.equal(read.filter(name => name !== 'XDG_CACHE_HOME').sort())
  })
})
