import fs from 'node:fs'
import os from 'node:os'

/** Nothing in a database of the tests outlives them: it need not wait for the disk where memory has room to spare. */
export function roomyFolder(): string {
  try {
    const { bavail, bsize } = fs.statfsSync('/dev/shm')
    return bavail * bsize > 2 * 2 ** 30 ? '/dev/shm' : os.tmpdir()
  } catch {
    return os.tmpdir()
  }
}
