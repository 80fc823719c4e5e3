import { listProgress } from '../../../shared/api/progress'
import type { Bind } from '../../http/bind'
import { readProgress } from './queries'

export function routes(bind: Bind) {
  bind.read(listProgress, async ({ reader, actor, now }) => ({
    items: await readProgress(reader, actor, now),
    supervises: actor.roles.includes('congressOffice') || actor.roles.includes('presidiumMember'),
  }))
}
