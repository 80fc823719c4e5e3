import path from 'node:path'
import { classesOf, modulesIn } from './found'

/** Every table: whatever stands in the folder. */
export const entities = classesOf(modulesIn(path.join(__dirname, 'entities')))
