/** Reads that walk whole towns. */
export { listAgeing } from './ageing'
export { readAnnualFigures, readAnnualReport, readPublicReport } from './annual-report'
export { readCountyFigures } from './county'
export { readMonth } from './month'
export { readPersonTimes } from './person-times'
export { readFigures } from './queries'
export { readTold } from './told'
