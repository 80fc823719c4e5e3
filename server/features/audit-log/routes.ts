import { listAuditLog } from '../../../shared/api/audit-log'
import type { Bind } from '../../http/bind'
import { readAuditLog } from './queries'

export function routes(bind: Bind) {
  bind.read(listAuditLog, ({ reader, actor, query }) =>
    readAuditLog(reader, actor.townId, query.kind ?? 'change', query.cursor),
  )
}
