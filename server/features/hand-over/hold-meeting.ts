import type { InputOf } from '../../../shared/grammar/endpoint'
import type { holdMeeting as endpoint } from '../../../shared/api/hand-over'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { HandOverItem } from '../../database/entities/suggestion/hand-over-item'
import { HandOverMeeting } from '../../database/entities/suggestion/hand-over-meeting'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import type { Actor } from '../../http/actor'
import { act } from '../../engine/act'
import { tellTogether } from '../../engine/tell'
import { kind } from '../../matters/suggestion/kind'

/**
 * 交办会 (catalogue 62): each suggestion takes the table's own step, on the day of the meeting, whenever that is written
 * down; one that cannot stops them all. @returns its id
 */
export async function holdMeeting(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof endpoint>,
  now: Date,
): Promise<string> {
  const ids = input.items.map(({ id }) => id)
  if (new Set(ids).size !== ids.length) throw wrongField('items', '同一件建议选了两次，请去掉一个。')
  const id = newId()
  await tx.insert(HandOverMeeting, {
    id,
    townId: actor.townId,
    heldOn: input.heldOn,
    place: input.place,
    personId: actor.person?.id ?? '',
    at: now,
  })
  await tx.insert(
    HandOverItem,
    ids.map((suggestionId, position) => ({ meetingId: id, suggestionId, position })),
  )
  await tellTogether(tx, async () => {
    for (const [position, { id: of, version, form }] of input.items.entries()) {
      const step = { version, form: { ...form, handedOverOn: input.heldOn } }
      await act(tx, kind, actor, of, 'assign', step, now).catch(async (error: unknown) => {
        throw await named(tx, actor.townId, of, position, error)
      })
    }
  })
  return id
}

/** The refusal, with the suggestion that it is about. */
async function named(tx: Tx, townId: string, id: string, position: number, error: unknown) {
  if (!(error instanceof Refusal)) return error
  const [row] = await tx.query<{ subject: string }[]>(
    'SELECT subject FROM suggestion WHERE town_id = ? AND id = ?',
    [townId, id],
  )
  const { handedOverOn: heldOn, ...fields } = error.fields
  return new Refusal(
    error.code,
    // The day of the meeting is asked for once.
    heldOn === undefined ? fields : { ...fields, heldOn: heldOn.replace('交办日期', '交办会日期') },
    `${row ? `《${row.subject}》` : `第 ${position + 1} 件`}没有交办成，全部没有交办：${error.message}`,
  )
}
