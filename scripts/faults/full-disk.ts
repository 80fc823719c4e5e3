import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Ground } from './scenario'
import type { FaultFile } from './fault-file'

/** A disk that can be filled to the last byte and emptied again. */
export interface SmallDisk {
  /** How it is done: really, or by drivers that say so. */
  way: 'tmpfs' | 'injected'
  folder: string
  /** What a server needs to be told. */
  env: Record<string, string>
  fill(): void
  empty(): void
  close(): void
}

/** A small volume where this machine lets us mount one, and where the engine is in our hands. */
export function makeSmallDisk({ engine }: Ground): SmallDisk {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-full-'))
  return engine === 'sqlite' && isMounted(folder) ? realDisk(folder) : injected(folder, engine)
}

function isMounted(folder: string) {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function realDisk(folder: string): SmallDisk {
  const ballast = path.join(folder, 'ballast')
  return {
    way: 'tmpfs',
    folder,
    // Its log lies on the same disk.
    env: { FAULT_LOG: path.join(folder, 'server.log'), LOG_LEVEL: 'info' },
    fill: () => {
      const file = fs.openSync(ballast, 'w')
      for (const size of [1 << 16, 1 << 12, 1 << 9]) writeUntilFull(file, Buffer.alloc(size, 1))
      fs.closeSync(file)
    },
    empty: () => fs.rmSync(ballast, { force: true }),
    close: () => {
      execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' })
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

function writeUntilFull(file: number, piece: Buffer) {
  try {
    while (fs.writeSync(file, piece) === piece.length);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}

function injected(folder: string, engine: Ground['engine']): SmallDisk {
  const file = path.join(folder, 'fault.json')
  const fault: FaultFile = {
    code: engine === 'sqlite' ? 'SQLITE_FULL' : 'ER_DISK_FULL',
    at: '^(INSERT|UPDATE|DELETE|COMMIT)',
    endsTransaction: engine === 'sqlite',
  }
  return {
    way: 'injected',
    folder,
    env: { FAULT_FILE: file },
    fill: () => {
      fs.writeFileSync(`${file}.new`, JSON.stringify(fault))
      fs.renameSync(`${file}.new`, file)
    },
    empty: () => fs.rmSync(file, { force: true }),
    close: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
}
