export { writeRegister } from './write-table'
