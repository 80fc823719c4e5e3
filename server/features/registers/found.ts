import path from 'node:path'
import { isRegister } from '../../../shared/grammar/register'
import { modulesIn } from '../../database/found'
import type { Keeping, KeptRegister } from '../../engine/registers/kept-register'

const keepings = Object.assign({}, ...modulesIn(path.resolve(__dirname, '../../registers'))) as Readonly<
  Record<string, Keeping | undefined>
>

/** Every register: what stands in `shared/registers`, with its server half of the same name where there is one. */
export const registers: readonly KeptRegister[] = modulesIn(
  path.resolve(__dirname, '../../../shared/registers'),
)
  .flatMap((module) => Object.values(module).filter(isRegister))
  .map((register) => ({ register, keeping: keepings[register.name] ?? {} }))

export function registerNamed(name: string): KeptRegister {
  const kept = registers.find(({ register }) => register.name === name)
  if (kept === undefined) throw new Error(`no register is called ${name}`)
  return kept
}
