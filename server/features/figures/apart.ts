/** Reads that walk whole towns. */
export { listAgeing } from './ageing'
export { readAnnualReport } from './annual-report'
export { readCountyFigures } from './county'
export { readFigures } from './queries'
