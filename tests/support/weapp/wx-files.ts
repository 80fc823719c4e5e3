import { type Callbacks, fail, succeed } from './callbacks'
import type { Record } from './record'
import { type Privacy, unauthorized } from './wx-privacy'

const readable = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']

/** Documents of a talk, laid ready like the pictures of the album; those that WeChat shows itself; and the clipboard. */
export function createFiles(record: Record, privacy: Privacy) {
  const ready: string[] = []
  return {
    wx: filesOf(record, privacy, () => ready.shift()),
    layReady: (path: string) => void ready.push(path),
  }
}

const filesOf = (record: Record, privacy: Privacy, take: () => string | undefined) => ({
  chooseMessageFile(options: Callbacks) {
    void privacy.ask('chooseMessageFile').then((allowed) => {
      if (!allowed) return fail(options, `chooseMessageFile:fail ${unauthorized}`, { errno: 104 })
      const path = take()
      if (path === undefined) return fail(options, 'chooseMessageFile:fail cancel')
      const name = path.split('/').pop() ?? ''
      succeed('chooseMessageFile', options, { tempFiles: [{ path, name, size: 1, type: 'file', time: 0 }] })
    })
  },
  openDocument(options: Callbacks & { filePath: string; fileType?: string }) {
    const { filePath, fileType = filePath.split('.').pop() ?? '' } = options
    if (filePath.startsWith('wxfile://') && readable.includes(fileType)) {
      record.opened.push({ fileType, bytes: record.downloaded.get(filePath) })
      return succeed('openDocument', options)
    }
    record.refused.push(`openDocument:fail filetype not supported (${filePath})`)
    fail(options, 'openDocument:fail filetype not supported')
  },
  /** What is saved stays where it lies. */
  getFileSystemManager: () => ({
    saveFile: (options: Callbacks & { tempFilePath: string }) =>
      succeed('saveFile', options, { savedFilePath: options.tempFilePath }),
    removeSavedFile: (options: Callbacks) => succeed('removeSavedFile', options),
  }),
  setClipboardData(options: Callbacks & { data: string }) {
    void privacy.ask('setClipboardData').then((allowed) => {
      if (!allowed) return fail(options, `setClipboardData:fail ${unauthorized}`, { errno: 104 })
      record.clipboard = options.data
      succeed('setClipboardData', options)
    })
  },
})
