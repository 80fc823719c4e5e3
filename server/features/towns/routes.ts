import { listAreas, listMyTowns, listTowns, showTown } from '../../../shared/api/towns'
import type { Bind } from '../../http/bind'
import { readAreas } from '../places/areas'
import { knownTown } from './known-town'
import { readMyTowns } from './my-towns'
import { readTown, readTowns } from './queries'

export function routes(bind: Bind) {
  bind.publicRead(listTowns, async ({ reader }) => ({ towns: await readTowns(reader) }))
  bind.accountRead(listMyTowns, async ({ reader, accountId, now }) => ({
    towns: await readMyTowns(reader, accountId, now),
  }))
  bind.publicRead(listAreas, async ({ reader, params }) => {
    await knownTown(reader, params.town)
    return { areas: await readAreas(reader, params.town) }
  })
  bind.publicRead(showTown, ({ reader, params, now }) => readTown(reader, params.town, now))
}
