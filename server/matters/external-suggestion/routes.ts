import * as api from '../../../shared/matters/external-suggestion/endpoints'
import type { ExternalAction } from '../../../shared/matters/external-suggestion/table'
import type { ExternalEntry } from '../../../shared/words/words'
import { act } from '../../engine/act'
import type { Bind } from '../../http/bind'
import { kind } from './kind'
import { viewExternal } from './queries'

/** What is written down decides which step it is. */
const stepOf = { progress: 'noteProgress', reply: 'noteReply' } as const satisfies Record<
  ExternalEntry,
  ExternalAction
>

export function routes(bind: Bind) {
  bind.read(api.showExternal, ({ reader, actor, params, now }) => viewExternal(reader, actor, params.id, now))
  bind.writeThenShow(
    api.addExternalEntry,
    ({ tx, actor, params, input: { version, form }, now }) => {
      const { kind: entry, ...written } = form
      return act(tx, kind, actor, params.id, stepOf[entry], { version, form: written }, now)
    },
    ({ reader, actor, id, now }) => viewExternal(reader, actor, id, now),
  )
  bind.writeThenShow(
    api.rateExternal,
    ({ tx, actor, params, input, now }) => act(tx, kind, actor, params.id, 'rate', input, now),
    ({ reader, actor, id, now }) => viewExternal(reader, actor, id, now),
  )
}
