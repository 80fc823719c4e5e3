// The load, in a process of its own: asks on this machine alone, as much as it is told.
import fs from 'node:fs'
import { type Aims, halfOf, type Whereabouts, within } from '../aims'
import { type Ask, chanceFrom, operationNamed } from '../operations'
import { askOnce, load } from './load'

export interface Order {
  operation: string
  port: number
  /** Which half of what is changed by asking is for this server. */
  half: 0 | 1
  seconds: number
  connections: number
  /** How often all of it together asks; as fast as it is answered unless told. */
  perSecond?: number
  /** Where it asks; everywhere unless told. */
  where?: Whereabouts
}

const aims = JSON.parse(fs.readFileSync(process.env.BENCH_AIMS ?? '', 'utf8')) as Aims
const halves = [halfOf(aims, 0), halfOf(aims, 1)] as const
const supplies = new Map<string, () => Ask>()

function supplyOf({ operation, half, where }: Order): () => Ask {
  const key = `${operation} ${half} ${where}`
  const supply =
    supplies.get(key) ?? operationNamed(operation)?.asks(within(halves[half], where), chanceFrom(1))
  if (supply === undefined) throw new Error(`there is no ${operation}`)
  supplies.set(key, supply)
  return supply
}

process.on('message', (order: Order) => {
  const done =
    order.seconds === 0
      ? askOnce(order.port, supplyOf(order))
      : load(order.port, supplyOf(order), order.seconds, order.connections, order.perSecond)
  done.then(
    (seen) => process.send?.(seen),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
