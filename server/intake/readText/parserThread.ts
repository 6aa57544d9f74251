import { parentPort } from 'node:worker_threads'
import { readDoc } from './readDoc.ts'
import { readDocx } from './readDocx.ts'
import { readPdf } from './readPdf.ts'
import { readRtf } from './readRtf.ts'
import type { ReadResult } from './result.ts'

/** One file for the thread that `parseApart.ts` runs. */
export interface ParseTask {
  kind: 'pdf' | 'docx' | 'doc' | 'rtf'
  bytes: Uint8Array
  textBytes: number
}

const READERS: Record<ParseTask['kind'], (task: ParseTask) => Promise<ReadResult>> = {
  pdf: readPdf,
  docx: readDocx,
  doc: readDoc,
  rtf: readRtf,
}

parentPort?.on('message', async (task: ParseTask) => {
  parentPort?.postMessage(await READERS[task.kind](task))
})
