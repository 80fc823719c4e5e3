import { serveWork } from '../../gateways/apart/serve-work'
import { BadWorkbook } from '../../gateways/workbooks/bad-workbook'
import { parseTable, type Table } from './parse-table'

serveWork((file: Uint8Array): Promise<Table | { bad: string }> =>
  parseTable(Buffer.from(file)).catch((error: unknown) => {
    if (error instanceof BadWorkbook) return { bad: error.message }
    throw error
  }),
)
