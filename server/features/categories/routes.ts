import * as api from '../../../shared/registers/category-endpoints'
import type { Bind } from '../../http/bind'
import { addCategory, changeCategory } from './keep-categories'
import { treeOf } from './queries'

export function routes(bind: Bind) {
  bind.read(api.listCategories, ({ reader, actor }) => treeOf(reader, actor.townId))
  bind.write(api.addCategory, async ({ tx, actor, input, now }) => {
    await addCategory(tx, actor, { ...input, parent: input.parent ?? null, retired: false }, now)
    return treeOf(tx, actor.townId)
  })
  bind.write(api.changeCategory, async ({ tx, actor, params, input, now }) => {
    const wanted = { name: input.name, parent: input.parent ?? null, retired: input.retired === true }
    await changeCategory(tx, actor, params.code, wanted, now)
    return treeOf(tx, actor.townId)
  })
}
