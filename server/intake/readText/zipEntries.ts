import { unzipSync } from 'fflate'

export interface ZipEntry {
  name: string
  /** Size after inflating, as the archive declares it. */
  size: number
}

/** What the archive's directory lists, nothing inflated; null when it is not a readable zip. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const entries: ZipEntry[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries.push({ name, size: originalSize })
        return false
      },
    })
    return entries
  } catch {
    return null
  }
}
