import type { Copies } from '../fold.ts'
import type { Header } from '../types.ts'
export function readHead(_copies: Copies): Partial<Header> {
  return {}
}
