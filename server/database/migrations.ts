import path from 'node:path'
import type { MigrationInterface } from 'typeorm'
import { classesOf, modulesIn } from './found'

/** Every change of the tables, in the order of their numbers. */
export const migrations = classesOf(
  modulesIn(path.join(__dirname, 'migrations')),
) as (new () => MigrationInterface & { name: string })[]
