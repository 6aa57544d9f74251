import { pipeline } from 'node:stream/promises'
import { fileHeaders } from '../catalogue/files/fileHeaders.ts'
import { findFile } from '../catalogue/files/findFile.ts'
import { openBytes } from '../catalogue/files/storeBytes.ts'
import { NotFound } from '../lib/errors.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { objectIdParam } from './objectIdParam.ts'
import type { Route } from './route.ts'

/** Original files, for download only. */
export function fileRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: '/files/:id',
      access: 'signedIn',
      answers: 'file',
      async handle(req, res) {
        const file = await findFile(String(objectIdParam(req)), actorOf(req))
        if (!file) throw new NotFound()
        res.set(fileHeaders(file))
        await pipeline(openBytes(file.sha256), res)
      },
    },
  ]
}
