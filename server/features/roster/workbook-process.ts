import { serveWork } from '../../gateways/apart/serve-work'
import { type HowToRead, parseWorkbook, type Reading } from './parse-workbook'
import { BadWorkbook } from '../../gateways/workbooks/bad-workbook'

serveWork(({ file, ...how }: HowToRead & { file: Uint8Array }): Promise<Reading | { bad: string }> =>
  parseWorkbook(Buffer.from(file), how).catch((error: unknown) => {
    if (error instanceof BadWorkbook) return { bad: error.message }
    throw error
  }),
)
