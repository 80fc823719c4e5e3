import type { InputOf } from '../../../shared/grammar/endpoint'
import type { recordSuggestion } from '../../../shared/matters/suggestion/endpoints'
import { sameTimeOn } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import type { Tx } from '../../database/source'
import { atOnce } from '../../database/together'
import { act } from '../../engine/act'
import { townshipDeputiesInTown } from '../../features/people/in-town'
import type { Actor } from '../../http/actor'
import { kind } from './kind'
import { placesInTown, startDraft } from './start'

/** A suggestion that came on paper or by word is handed in on the day on which it came. @returns its id */
export async function recordOnPaper(
  tx: Tx,
  actor: Actor,
  { deputyId, ...form }: InputOf<typeof recordSuggestion>,
  now: Date,
): Promise<{ id: string }> {
  if (actor.person === null) throw new Refusal('not_allowed')
  await atOnce(tx, () =>
    Promise.all([
      townshipDeputiesInTown(tx, actor.townId, [deputyId], 'deputyId'),
      placesInTown(tx, actor.townId, form),
    ]),
  )
  const paper = { at: sameTimeOn(form.spokeOn, now), typedBy: actor.person.id }
  const id = await startDraft(tx, actor.townId, deputyId, form, now, { paper })
  await act(tx, kind, actor, id, 'submitByWord', { form }, now)
  return { id }
}
