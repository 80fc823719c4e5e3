import {
  findAlike,
  followSuggestion,
  showFollow,
  unfollowSuggestion,
} from '../../../shared/matters/suggestion/follow'
import type { Bind } from '../../http/bind'
import { follow, readAlike, readFollow, unfollow } from './follow'

export function routes(bind: Bind) {
  bind.read(showFollow, async ({ reader, actor, params }) => ({
    how: await readFollow(reader, actor, params.id),
  }))

  bind.write(followSuggestion, async ({ tx, actor, params, input, now }) => {
    await follow(tx, actor, params.id, input.how, now)
    return { how: input.how }
  })

  bind.write(unfollowSuggestion, async ({ tx, actor, params, now }) => {
    await unfollow(tx, actor, params.id, now)
    return { how: 'none' as const }
  })

  bind.lookUp(findAlike, async ({ reader, actor, input, now }) => ({
    items: await readAlike(reader, actor.townId, input, now),
  }))
}
