import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const lockAgeMs = 180_000

/**
 * Builds the mini-program where its sources are newer than the output. `npm test` has done so already;
 * this is for a single file run by hand, and for two of them at once.
 */
export async function ensureBuilt(target: 'weapp' | 'h5') {
  const lock = path.resolve(`miniprogram/dist/${target}.building`)
  fs.mkdirSync(path.dirname(lock), { recursive: true })
  while (!takeLock(lock)) await new Promise((resolve) => setTimeout(resolve, 100))
  try {
    execFileSync(process.execPath, ['scripts/build.mjs', target, '--if-stale'], { stdio: 'pipe' })
  } finally {
    fs.rmdirSync(lock)
  }
}

function takeLock(lock: string): boolean {
  try {
    fs.mkdirSync(lock)
    return true
  } catch {
    const made = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs
    if (made !== undefined && Date.now() - made > lockAgeMs) fs.rmdirSync(lock)
    return false
  }
}
