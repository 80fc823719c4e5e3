export { writeLedger } from './write-ledger'
