import { type Callbacks, fail, succeed } from './callbacks'
import type { Record } from './record'
import { type Privacy, unauthorized } from './wx-privacy'

const readable = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']

/** Documents that WeChat shows itself, and the clipboard. */
export const createFiles = (record: Record, privacy: Privacy) => ({
  chooseMessageFile(options: Callbacks) {
    void privacy.ask('chooseMessageFile').then((allowed) => {
      if (!allowed) return fail(options, `chooseMessageFile:fail ${unauthorized}`, { errno: 104 })
      fail(options, 'chooseMessageFile:fail cancel')
    })
  },
  openDocument(options: Callbacks & { filePath: string; fileType?: string }) {
    const { filePath, fileType = filePath.split('.').pop() ?? '' } = options
    if (filePath.startsWith('wxfile://') && readable.includes(fileType))
      return succeed('openDocument', options)
    record.refused.push(`openDocument:fail filetype not supported (${filePath})`)
    fail(options, 'openDocument:fail filetype not supported')
  },
  setClipboardData(options: Callbacks & { data: string }) {
    void privacy.ask('setClipboardData').then((allowed) => {
      if (!allowed) return fail(options, `setClipboardData:fail ${unauthorized}`, { errno: 104 })
      record.clipboard = options.data
      succeed('setClipboardData', options)
    })
  },
})
