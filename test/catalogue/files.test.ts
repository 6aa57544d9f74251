import { expect } from 'chai'
import mongoose from 'mongoose'
import { fileHeaders } from '../../server/catalogue/files/fileHeaders.ts'
import { hashOf, readBytes, storeBytes } from '../../server/catalogue/files/storeBytes.ts'
import { useDatabase } from '../support/database.ts'

const chunks = () => mongoose.connection.collection('originals.chunks')
const files = () => mongoose.connection.collection('originals.files')

describe('storeBytes', () => {
  useDatabase()
  const bytes = Buffer.from('đèn chợ đêm '.repeat(60_000))

  it('keeps the bytes once under their hash, byte for byte', async () => {
    expect(await storeBytes(bytes)).to.equal(hashOf(bytes))
    await storeBytes(bytes)
    expect(await files().countDocuments()).to.equal(1)
    expect(await readBytes(hashOf(bytes))).to.deep.equal(bytes)
  })

  it('ends in one file when the same bytes come three times at once', async () => {
    await Promise.all([storeBytes(bytes), storeBytes(bytes), storeBytes(bytes)])
    expect(await chunks().countDocuments()).to.equal(Math.ceil(bytes.length / (255 * 1024)))
    expect(await readBytes(hashOf(bytes))).to.deep.equal(bytes)
  })

  it('completes what a killed upload left', async () => {
    await storeBytes(bytes)
    await files().deleteMany({})
    await chunks().deleteOne({ n: 1 })
    expect(await readBytes(hashOf(bytes))).to.equal(null)
    await storeBytes(bytes)
    expect(await readBytes(hashOf(bytes))).to.deep.equal(bytes)
  })

  it('keeps an empty file', async () => {
    const sha256 = await storeBytes(Buffer.alloc(0))
    expect((await readBytes(sha256))?.length).to.equal(0)
  })
})

describe('fileHeaders', () => {
  it('never lets a browser run a file as a page', () => {
    for (const kind of ['html', 'image', 'office', 'x']) {
      const headers = fileHeaders({ name: 'a.html', kind, size: 1 })
      expect(headers['Content-Type']).to.equal('application/octet-stream')
      expect(headers['Content-Disposition']).to.match(/^attachment/u)
    }
  })

  it('writes any name so that no line or quote gets out of it', () => {
    const header = fileHeaders({ name: 'Quyết "định"\r\nX: 1;%/\\.pdf', kind: 'pdf', size: 1 })[
      'Content-Disposition'
    ]
    expect(header).to.match(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w%.~!-]+$/u)
    expect(header.match(/"/gu)).to.have.lengthOf(2)
  })
})
