import * as api from '../../../shared/matters/group-question/endpoints'
import type { Reader } from '../../database/source'
import { act } from '../../engine/act'
import { standingOf } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import { kind } from './kind'
import { startQuestion } from './start'

export function routes(bind: Bind) {
  bind.write(api.askGroups, async ({ tx, actor, input, now }) =>
    view(tx, actor, await startQuestion(tx, actor, input, now), now),
  )

  bind.read(api.showGroupQuestion, ({ reader, actor, params, now }) => view(reader, actor, params.id, now))

  for (const [action, endpoint] of Object.entries(api.groupQuestionSteps))
    bind.writeThenShow(
      endpoint,
      ({ tx, actor, params, input, now }) => act(tx, kind, actor, params.id, action, input, now),
      ({ reader, actor, id, now }) => view(reader, actor, id, now),
    )
}

async function view(reader: Reader, actor: Actor, id: string, now: Date): Promise<api.GroupQuestionView> {
  const standing = await standingOf(reader, kind, actor, id, now)
  const { question, until, groups } = standing.record
  return {
    ...(await viewMatter(reader, kind, standing, now)),
    ...{ question, until },
    groups: groups.map((one) => ({
      ...{ id: one.id, name: one.name, answered: one.answeredAt !== null },
      ...{ inFavour: numberOr(one.inFavour), against: numberOr(one.against) },
      ...{ noOpinion: numberOr(one.noOpinion), reasons: one.reasons, proposals: one.proposals },
    })),
  }
}

const numberOr = (value: number | null) => (value === null ? null : Number(value))
