import type { Copies } from './fold.ts'
import type { Header } from './types.ts'
import { readHead } from './header/readHead.ts'
import { readFoot } from './header/readFoot.ts'

/** Head and foot of a document. A field the text does not hold is absent. */
export function parseHeader(copies: Copies): Header {
  return { ...readHead(copies), ...readFoot(copies) }
}
