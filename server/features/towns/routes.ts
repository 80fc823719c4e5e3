import { listTowns, showTown } from '../../../shared/api/towns'
import type { Bind } from '../../http/bind'
import { readTown, readTowns } from './queries'

export function routes(bind: Bind) {
  bind.publicRead(listTowns, async ({ reader }) => ({ towns: await readTowns(reader) }))
  bind.publicRead(showTown, ({ reader, params, now }) => readTown(reader, params.town, now))
}
