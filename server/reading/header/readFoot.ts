import type { Copies } from '../fold.ts'
import type { Header } from '../types.ts'
export function readFoot(_copies: Copies): Partial<Header> {
  return {}
}
