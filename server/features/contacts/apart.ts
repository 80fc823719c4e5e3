export { readContactFigures } from './figures'
