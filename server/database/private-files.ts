import fs from 'node:fs'

/** The words of villagers lie in these: nobody else on the machine reads them. */
const ownFile = 0o600
const ownFolder = 0o700

/** Makes the folder where it is not there, and closes it to others. @throws where it cannot be made or written */
export function privateFolder(folder: string) {
  fs.mkdirSync(folder, { recursive: true, mode: ownFolder })
  fs.accessSync(folder, fs.constants.W_OK)
  close(folder, ownFolder)
}

/**
 * Closes a database file and its journals to others, and makes the file where it is not there: SQLite gives its
 * journals the rights of the file.
 */
export function privateDatabase(file: string) {
  if (file === ':memory:') return
  if (!fs.existsSync(file)) fs.closeSync(fs.openSync(file, 'a', ownFile))
  for (const one of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]) close(one, ownFile)
}

function close(path: string, mode: number) {
  try {
    if ((fs.statSync(path).mode & 0o077) !== 0) fs.chmodSync(path, mode)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Not there; somebody else's, as the mount of a container may be; or a disk without rights, as on Windows.
    if (!['ENOENT', 'EPERM', 'EROFS', 'ENOTSUP'].includes(code ?? '')) throw error
  }
}
