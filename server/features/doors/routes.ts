import { listDoors } from '../../../shared/api/doors'
import type { Bind } from '../../http/bind'
import { readDoors } from './queries'

export function routes(bind: Bind) {
  bind.read(listDoors, async ({ reader, actor, now }) => ({ doors: await readDoors(reader, actor, now) }))
}
