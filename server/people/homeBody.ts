import type { ClientSession, Types } from 'mongoose'
import { audit } from '../audit/audit.ts'
import { findProvince } from '../legal/provinces.ts'
import { t } from '../lib/labels.ts'
import { inTransaction } from '../lib/mongo.ts'
import { HomeBody, type HomeBodyRecord } from '../models/HomeBody.ts'
import { User } from '../models/User.ts'
import type { Actor } from './actor.ts'
import { COMMAS, oneLine, partsOf, type Change, type FieldErrors } from './change.ts'

/** The fields of the form, as typed. */
export interface HomeBodyForm {
  name: string
  superiorName: string
  /** Code of a province of today. */
  province: string
  abbreviations: string
}

/** Whose register this is; null before the first start is finished. */
export async function findHomeBody(session?: ClientSession): Promise<HomeBodyRecord | null> {
  return HomeBody.findOne({ key: 'home' })
    .session(session ?? null)
    .lean<HomeBodyRecord>()
}

/** What is kept of the form. */
export function homeBodyFields(form: HomeBodyForm) {
  const province = findProvince(form.province)
  return {
    name: oneLine(form.name),
    superiorName: oneLine(form.superiorName),
    provinceCode: province?.code ?? '',
    provinceName: province?.name ?? '',
    abbreviations: partsOf(form.abbreviations, COMMAS),
  }
}

const ABBREVIATION = /^\p{Lu}[\p{Lu}\p{M}\d&.-]{0,19}$/u

/** What is wrong with the form, field by field. Form fields are named as the errors are. */
export function homeBodyErrors(form: HomeBodyForm): FieldErrors {
  const errors: FieldErrors = {}
  const { name, superiorName, provinceCode, abbreviations } = homeBodyFields(form)
  if (name === '') errors.name = t('people.home.nameMissing')
  if (name.length > 200) errors.name = t('people.tooLong', { n: 200 })
  if (superiorName.length > 200) errors.superiorName = t('people.tooLong', { n: 200 })
  if (provinceCode === '') errors.province = t('people.home.provinceMissing')
  const isOdd = abbreviations.some(abbreviation => !ABBREVIATION.test(abbreviation))
  if (isOdd) errors.abbreviations = t('people.home.abbreviationOdd')
  return errors
}

export interface HomeBodyChange {
  revision: number
  form: HomeBodyForm & { director: Types.ObjectId | null }
  actor: Actor
  now: Date
}

/** Changes whose register this is. */
export async function changeHomeBody({
  revision,
  form,
  actor,
  now,
}: HomeBodyChange): Promise<Change<HomeBodyRecord>> {
  const errors = homeBodyErrors(form)
  if (form.director && !(await User.exists({ _id: form.director, isActive: true }))) {
    errors.director = t('people.chooseListed')
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return inTransaction(async session => {
    const before = await findHomeBody(session)
    if (!before) throw new Error('the register has no home body yet')
    if (before.revision !== revision) {
      return { ok: false, stale: { at: before.updatedAt, current: before } }
    }
    const fields = { ...homeBodyFields(form), director: form.director }
    const record = await HomeBody.findOneAndUpdate(
      { key: 'home', revision },
      { $set: fields, $inc: { revision: 1 } },
      { session, returnDocument: 'after' },
    ).lean<HomeBodyRecord>()
    if (!record) throw new Error('the home body vanished')
    await audit(
      {
        action: 'homeBodyChange',
        by: actor,
        at: now,
        targetKind: 'HomeBody',
        target: record._id,
        before: snapshot(before),
        after: snapshot(record),
      },
      session,
    )
    return { ok: true, record }
  })
}

function snapshot(home: HomeBodyRecord) {
  const { name, superiorName, provinceName, abbreviations, director } = home
  return { name, superiorName, provinceName, abbreviations, director: director ?? null }
}
