import { dropView, listViews, mostViews, saveView, type SavedView } from '../../../shared/api/views'
import { wrongField } from '../../../shared/words/refusals'
import { SavedView as KeptView } from '../../database/entities/sign-in/saved-view'
import type { Reader, Tx } from '../../database/source'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'

/** Of an account, so that a phone and a desk show the same. */
export function routes(bind: Bind) {
  bind.read(listViews, async ({ reader, actor }) => ({ views: await viewsOf(reader, actor) }))

  bind.write(saveView, async ({ tx, actor, input, now }) => {
    const { townId, accountId } = actor
    const { name, query } = input
    const others = (await viewsOf(tx, actor)).filter((view) => view.name !== name)
    if (others.length >= mostViews)
      throw wrongField('name', `已经存了 ${mostViews} 个，请先去掉一个不常用的。`)
    await tx.delete(KeptView, { townId, accountId, name })
    await tx.insert(KeptView, { townId, accountId, name, query, savedAt: now })
    return { done: true as const }
  })

  bind.write(dropView, async ({ tx, actor, input }) => {
    const { townId, accountId } = actor
    await tx.delete(KeptView, { townId, accountId, name: input.name })
    return { done: true as const }
  })
}

const viewsOf = (reader: Reader | Tx, { townId, accountId }: Actor) =>
  reader.query<SavedView[]>(
    'SELECT name, query FROM saved_view WHERE town_id = ? AND account_id = ? ORDER BY saved_at, name',
    [townId, accountId],
  )
