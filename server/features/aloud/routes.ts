import { noteReading, showAloud } from '../../../shared/api/aloud'
import type { Bind } from '../../http/bind'
import { keepReading, readAloud } from './readings'

export function routes(bind: Bind) {
  bind.read(showAloud, ({ reader, actor, params, now }) => readAloud(reader, actor.townId, params.id, now))
  bind.write(noteReading, ({ tx, actor, params, input, now }) =>
    keepReading(tx, actor, params.id, input, now),
  )
}
