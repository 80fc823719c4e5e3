import { listKeySuggestions } from '../../../shared/api/key-suggestions'
import type { Bind } from '../../http/bind'
import { readKeySuggestions } from './queries'

export function routes(bind: Bind) {
  bind.read(listKeySuggestions, ({ reader, actor, query, now }) =>
    readKeySuggestions(reader, actor, query.year, now),
  )
}
