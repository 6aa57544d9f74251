import { takeScan } from '../intake/scans/takeScan.ts'
import type { Services } from '../services.ts'
import { handleDraftForm } from './draftForm.ts'
import { backTo } from './draftPages.ts'
import { INTAKE, type Route } from './route.ts'

/** The text that OCR read from a scan, taken over with one click. */
export function draftScanRoutes(services: Services): Route[] {
  return [
    {
      method: 'post',
      path: '/drafts/:id/scan',
      access: INTAKE,
      audit: ['draftSave', 'citationResolve', 'draftText'],
      handle: (req, res) =>
        handleDraftForm({ req, res, services }, takeScan, (_, { id }) => backTo(id, 'scan')),
    },
  ]
}
