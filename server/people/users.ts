import { User } from '../models/User.ts'

/** Whether anybody has an account. */
export async function hasUsers(): Promise<boolean> {
  return (await User.exists({})) !== null
}
