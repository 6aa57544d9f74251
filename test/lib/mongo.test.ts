import { expect } from 'chai'
import mongoose, { Schema } from 'mongoose'
import { buildIndexes, inTransaction, isDuplicateKey } from '../../server/lib/mongo.ts'
import { Task } from '../../server/models/Task.ts'
import { useDatabase } from '../support/database.ts'

const Counter = mongoose.model(
  'TestCounter',
  new Schema({ name: { type: String, unique: true }, count: { type: Number, default: 0 } }),
)

describe('inTransaction', () => {
  useDatabase()
  after(() => mongoose.deleteModel('TestCounter'))

  it('keeps all or nothing', async () => {
    const failing = inTransaction(async session => {
      await Counter.create([{ name: 'one' }], { session })
      throw new Error('second thoughts')
    })
    expect(await failing.catch((error: Error) => error.message)).to.equal('second thoughts')
    expect(await Counter.countDocuments()).to.equal(0)
    const answer = await inTransaction(async session => {
      await Counter.create([{ name: 'one' }], { session })
      return 'done'
    })
    expect(answer).to.equal('done')
    expect(await Counter.countDocuments()).to.equal(1)
  })

  it('tries again when another writer was first, so that no change is lost', async () => {
    await Counter.create({ name: 'shared' })
    const add = () =>
      inTransaction(async session => {
        const counter = await Counter.findOne({ name: 'shared' }).session(session).orFail()
        counter.count += 1
        await counter.save({ session })
      })
    await Promise.all(Array.from({ length: 8 }, add))
    expect((await Counter.findOne({ name: 'shared' }))?.count).to.equal(8)
  })

  it('passes a broken unique index on', async () => {
    await Counter.create({ name: 'taken' })
    const twice = inTransaction(session => Counter.create([{ name: 'taken' }], { session }))
    const error: unknown = await twice.catch((reason: unknown) => reason)
    expect(isDuplicateKey(error)).to.equal(true)
    expect(isDuplicateKey(new Error('E11000'))).to.equal(false)
  })
})

describe('buildIndexes', () => {
  useDatabase()

  it('drops a unique index no model names any more, and keeps the others', async () => {
    const tasks = Task.collection
    await tasks.createIndex({ document: 1, start: 1 }, { unique: true })
    await tasks.createIndex({ quote: 1 })
    await buildIndexes()
    const names = (await tasks.indexes()).map(({ name }) => name)
    expect(names).to.include.members(['quote_1', 'order_1', 'code_1'])
    expect(names).not.to.include('document_1_start_1')
    await tasks.dropIndex('quote_1')
  })
})
