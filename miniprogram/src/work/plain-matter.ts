import type { AnyTable } from '../../../shared/grammar/matter'
import { type AnyMatterView, anyMatterView } from '../../../shared/grammar/matter-view'
import { stepEndpoints } from '../../../shared/grammar/step-endpoints'
import type { KindName } from '../../../shared/workflow'
import { ask } from '../client/ask'
import { loadMatter, titleOfAny } from './any-matter'
import type { MatterParts } from './matter-parts'

/** The page of a kind that brings nothing of its own: its head, buttons, forms and history follow from its rows. */
export function plainMatter(table: AnyTable): MatterParts<AnyMatterView> | undefined {
  const { kind, word, folder } = table
  if (folder === undefined) return undefined
  const steps = stepEndpoints(table.actions, folder, 'person', anyMatterView)
  return {
    table,
    word,
    load: (town, id) => loadMatter(kind as KindName, town, id),
    async take(town, { id, version }, step, form, key) {
      const endpoint = steps[step]
      if (endpoint === undefined) throw new Error(`${kind} has no step ${step}`)
      await ask(endpoint, { params: { town, id }, input: { version, form }, key })
      return loadMatter(kind as KindName, town, id)
    },
    head: titleOfAny,
  }
}
