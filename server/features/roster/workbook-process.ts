import { serveWork } from '../../gateways/apart/serve-work'
import { parseWorkbook, type Reading } from './parse-workbook'
import { BadWorkbook } from './problem'

serveWork((file: Uint8Array): Promise<Reading | { bad: string }> =>
  parseWorkbook(Buffer.from(file)).catch((error: unknown) => {
    if (error instanceof BadWorkbook) return { bad: error.message }
    throw error
  }),
)
