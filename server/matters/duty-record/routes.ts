import * as api from '../../../shared/matters/duty-record/endpoints'
import { Refusal } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { act } from '../../engine/act'
import { standingOf } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import { deputyInTown } from '../../features/people/in-town'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import { kind } from './kind'
import { startDutyRecord, startFor } from './start'

export function routes(bind: Bind) {
  bind.read(api.showDutyRecord, ({ reader, actor, params, now }) => view(reader, actor, params.id, now))

  bind.write(api.recordDuty, async ({ tx, actor, input, now }) => {
    const { townId, person } = actor
    if (person === null) throw new Refusal('not_bound')
    return view(tx, actor, await startDutyRecord(tx, { townId, personId: person.id }, input, now), now)
  })

  bind.write(api.recordDutyFor, async ({ tx, actor, input, now }) => {
    await deputyInTown(tx, actor.townId, input.deputyId)
    return view(tx, actor, await startFor(tx, actor, input, now), now)
  })

  for (const [action, endpoint] of Object.entries(api.dutyRecordSteps)) {
    bind.write(endpoint, async ({ tx, actor, params, input, now }) => {
      await act(tx, kind, actor, params.id, action, input, now)
      return view(tx, actor, params.id, now)
    })
  }
}

async function view(reader: Reader, actor: Actor, id: string, now: Date): Promise<api.DutyRecordView> {
  const standing = await standingOf(reader, kind, actor, id, now)
  const { deputy, dutyKind, doneOn, doneUntil, subject, text, organiser, place, persons } = standing.record
  return {
    ...(await viewMatter(reader, kind, standing, now)),
    ...{ deputy, dutyKind, doneOn, doneUntil, subject, text, organiser, place },
    persons: persons === null ? null : Number(persons),
  }
}
