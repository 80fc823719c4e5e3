import { listBulletin as listBulletinEndpoint, showBulletin } from '../../../shared/api/bulletin'
import type { Bind } from '../../http/bind'
import { listBulletin, readBulletin } from './queries'

export function routes(bind: Bind) {
  bind.publicRead(showBulletin, ({ reader, params, query, now }) =>
    readBulletin(reader, params.town, query.half, now),
  )

  bind.publicRead(listBulletinEndpoint, ({ reader, params, query, now }) =>
    listBulletin(reader, params.town, query, now),
  )
}
