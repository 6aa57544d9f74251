import type { ClientSession, Types } from 'mongoose'
import { audit } from '../audit/audit.ts'
import { NotFound } from '../lib/errors.ts'
import { t } from '../lib/labels.ts'
import { inTransaction, isDuplicateKey } from '../lib/mongo.ts'
import { Unit, type UnitRecord } from '../models/Unit.ts'
import { User } from '../models/User.ts'
import type { Actor } from './actor.ts'
import { COMMAS, oneLine, partsOf, type Change, type FieldErrors } from './change.ts'
import { idFrom } from './userForm.ts'

/** The fields of the form, as posted. */
export interface UnitForm {
  name: string
  shortName: string
  symbols: string
  head: string
  isActive: boolean
}

const byName = new Intl.Collator('vi')

/** All units by name; the active first. */
export async function listUnits(): Promise<UnitRecord[]> {
  const units = await Unit.find().lean<UnitRecord[]>()
  return units.sort(
    (a, b) => Number(b.isActive) - Number(a.isActive) || byName.compare(a.name, b.name),
  )
}

export async function findUnit(
  id: Types.ObjectId,
  session?: ClientSession,
): Promise<UnitRecord | null> {
  return Unit.findById(id)
    .session(session ?? null)
    .lean<UnitRecord>()
}

function unitFields({ name, shortName, symbols, head, isActive }: UnitForm) {
  return {
    name: oneLine(name),
    shortName: oneLine(shortName),
    symbols: partsOf(symbols, COMMAS),
    head: idFrom(head),
    isActive,
  }
}

async function unitErrors(form: UnitForm, id?: Types.ObjectId): Promise<FieldErrors> {
  const errors: FieldErrors = {}
  const { name, shortName, symbols, head } = unitFields(form)
  if (name === '') errors.name = t('people.unit.nameMissing')
  if (name.length > 120) errors.name = t('people.tooLong', { n: 120 })
  if (shortName.length > 40) errors.shortName = t('people.tooLong', { n: 40 })
  if (symbols.some(symbol => !/^[\p{L}\p{M}\d&.-]{1,20}$/u.test(symbol))) {
    errors.symbols = t('people.unit.symbolOdd')
  }
  if (name !== '' && (await Unit.exists({ name, _id: { $ne: id } }))) {
    errors.name = t('people.unit.nameTaken')
  }
  if (form.head !== '' && !(head && (await User.exists({ _id: head })))) {
    errors.head = t('people.chooseListed')
  }
  return errors
}

interface Doing {
  form: UnitForm
  actor: Actor
  now: Date
}

export async function createUnit({ form, actor, now }: Doing): Promise<Change<UnitRecord>> {
  const errors = await unitErrors(form)
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return takingTheName(() =>
    inTransaction(async session => {
      const [created] = await Unit.create([unitFields(form)], { session })
      if (!created) throw new Error('no unit was created')
      const record = created.toObject()
      const entry = { by: actor, at: now, targetKind: 'Unit', target: record._id }
      await audit({ ...entry, action: 'unitCreate', after: snapshot(record) }, session)
      return { ok: true, record }
    }),
  )
}

export async function changeUnit({
  id,
  revision,
  form,
  actor,
  now,
}: Doing & { id: Types.ObjectId; revision: number }): Promise<Change<UnitRecord>> {
  const errors = await unitErrors(form, id)
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return takingTheName(() =>
    inTransaction(async session => {
      const before = await findUnit(id, session)
      if (!before) throw new NotFound()
      if (before.revision !== revision) {
        return { ok: false, stale: { at: before.updatedAt, current: before } }
      }
      const record = await Unit.findOneAndUpdate(
        { _id: id, revision },
        { $set: unitFields(form), $inc: { revision: 1 } },
        { session, returnDocument: 'after' },
      ).lean<UnitRecord>()
      if (!record) throw new NotFound()
      const entry = { by: actor, at: now, targetKind: 'Unit', target: id }
      const states = { before: snapshot(before), after: snapshot(record) }
      await audit({ ...entry, action: 'unitChange', ...states }, session)
      return { ok: true, record }
    }),
  )
}

/** Two people may give the same name at once: the index decides, the slower one is told. */
async function takingTheName(save: () => Promise<Change<UnitRecord>>): Promise<Change<UnitRecord>> {
  try {
    return await save()
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return { ok: false, errors: { name: t('people.unit.nameTaken') } }
  }
}

function snapshot({ name, shortName, symbols, head, isActive }: UnitRecord) {
  return { name, shortName, symbols: [...symbols], head: head ?? null, isActive }
}
