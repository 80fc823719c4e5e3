import { type Callbacks, fail, succeed } from './callbacks'
import type { Record } from './record'

const readable = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']

/** Documents that WeChat shows itself, and the clipboard. */
export const createFiles = (record: Record) => ({
  openDocument(options: Callbacks & { filePath: string; fileType?: string }) {
    const { filePath, fileType = filePath.split('.').pop() ?? '' } = options
    if (filePath.startsWith('wxfile://') && readable.includes(fileType))
      return succeed('openDocument', options)
    record.refused.push(`openDocument:fail filetype not supported (${filePath})`)
    fail(options, 'openDocument:fail filetype not supported')
  },
  setClipboardData: (options: Callbacks & { data: string }) => succeed('setClipboardData', options),
})
