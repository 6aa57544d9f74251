import { HomeBody, type HomeBodyRecord } from '../models/HomeBody.ts'

/** Whose register this is; null before the first start is finished. */
export async function findHomeBody(): Promise<HomeBodyRecord | null> {
  return HomeBody.findOne({ key: 'home' }).lean<HomeBodyRecord>()
}
