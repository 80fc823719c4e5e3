import { showMatter } from '../../../shared/api/work'
import type { AnyMatterView } from '../../../shared/grammar/matter-view'
import { kindWords } from '../../../shared/matters/kinds'
import type { KindName } from '../../../shared/workflow'
import { ask } from '../client/ask'
import type { MatterTitle } from './matter-parts'

/** A matter whose kind has no view of its own: what all have in common. */
export const loadMatter = (kind: KindName, town: string, id: string) =>
  ask(showMatter, { params: { town, kind, id } })

export const titleOfAny = ({ kind, number, title, note, plain }: AnyMatterView): MatterTitle => ({
  over: [kindWords[kind as KindName], number],
  title,
  who: [note],
  plain,
})
