import * as api from '../../../shared/matters/duty-warning/endpoints'
import { factsIn } from '../../../shared/matters/duty-warning/words'
import type { Reader } from '../../database/source'
import { act } from '../../engine/act'
import { standingOf } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import { kind } from './kind'
import { listWarnings } from './queries'
import { readPresidium } from './record'
import { startWarning } from './start'

export function routes(bind: Bind) {
  bind.read(api.listWarnings, ({ reader, actor, query }) => listWarnings(reader, actor, query.cursor))
  bind.read(api.showWarning, ({ reader, actor, params, now }) => view(reader, actor, params.id, now))

  bind.writeThenShow(
    api.proposeWarning,
    async ({ tx, actor, input, now }) => ({ id: await startWarning(tx, actor, input, now) }),
    ({ reader, actor, id, now }) => view(reader, actor, id, now),
  )
  for (const [action, endpoint] of Object.entries(api.dutyWarningSteps))
    bind.writeThenShow(
      endpoint,
      ({ tx, actor, params, input, now }) => act(tx, kind, actor, params.id, action, input, now),
      ({ reader, actor, id, now }) => view(reader, actor, id, now),
    )
}

async function view(reader: Reader, actor: Actor, id: string, now: Date): Promise<api.DutyWarningView> {
  const standing = await standingOf(reader, kind, actor, id, now)
  const { deputy, facts, text, reply, replyWay, talkedOn, member, talkOther, talkPlace, ...record } =
    standing.record
  const writesDown = standing.parties.has('congressOffice') && record.state === 'replyWanted'
  return {
    ...(await viewMatter(reader, kind, standing, now)),
    ...{ deputy, facts: factsIn(facts) ?? [], text, reply, replyWay },
    talk:
      talkedOn === null
        ? null
        : {
            ...{ on: talkedOn, place: talkPlace ?? '' },
            people: [member, talkOther].filter((one) => one !== null),
          },
    ...{ decisionText: record.decisionText, decidedHow: record.decidedHow, endsOn: record.endsOn },
    members: writesDown
      ? (await readPresidium(reader, actor.townId)).map(({ id: of, name }) => ({ id: of, name }))
      : [],
  }
}
