import * as api from '../../../shared/matters/award/endpoints'
import type { AwardAction } from '../../../shared/matters/award/table'
import { Refusal } from '../../../shared/words/refusals'
import type { Reader, Tx } from '../../database/source'
import { act } from '../../engine/act'
import { standingOf } from '../../engine/standing'
import { tellTogether } from '../../engine/tell'
import { viewMatter } from '../../engine/view'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import { kind } from './kind'
import { listAwards, listPublicAwards } from './queries'
import { startAward } from './start'
import { inRegisterOrder } from './together'

export function routes(bind: Bind) {
  bind.publicRead(api.listPublicAwards, ({ reader, params, query }) =>
    listPublicAwards(reader, params.town, query.cursor),
  )
  bind.read(api.listAwards, ({ reader, actor, query }) => listAwards(reader, actor.townId, query.cursor))
  bind.read(api.showAward, ({ reader, actor, params, now }) => view(reader, actor, params.id, now))

  bind.writeThenShow(
    api.proposeAward,
    async ({ tx, actor, input, now }) => ({ id: await startAward(tx, actor, input, now) }),
    ({ reader, actor, id, now }) => view(reader, actor, id, now),
  )
  bind.write(api.publishAwards, ({ tx, actor, input, now }) =>
    actTogether(tx, actor, 'publishNames', input, now),
  )
  bind.write(api.grantAwards, ({ tx, actor, input, now }) => actTogether(tx, actor, 'grant', input, now))

  for (const [action, endpoint] of Object.entries(api.awardSteps))
    bind.writeThenShow(
      endpoint,
      ({ tx, actor, params, input, now }) => act(tx, kind, actor, params.id, action, input, now),
      ({ reader, actor, id, now }) => view(reader, actor, id, now),
    )
}

/** Each takes the table's own step; one that cannot stops them all, and says which. */
async function actTogether(
  tx: Tx,
  actor: Actor,
  action: AwardAction,
  { awardIds, decidedHow }: { awardIds: readonly string[]; decidedHow: string },
  now: Date,
) {
  const chosen = await inRegisterOrder(tx, actor.townId, awardIds)
  await tellTogether(tx, async () => {
    for (const { id, whose } of chosen)
      await act(tx, kind, actor, id, action, { form: { decidedHow } }, now).catch((error: unknown) => {
        throw error instanceof Refusal
          ? new Refusal(error.code, error.fields, `${whose}没有办成，全部没有办：${error.message}`)
          : error
      })
  })
  return { count: chosen.length }
}

async function view(reader: Reader, actor: Actor, id: string, now: Date): Promise<api.AwardView> {
  const standing = await standingOf(reader, kind, actor, id, now)
  const { year, title, awardKind, whose, deeds, criteria, objections, ...record } = standing.record
  const { noticeFrom, noticeTo, decidedOn, decidedHow, certificateNo } = record
  return {
    ...(await viewMatter(reader, kind, standing, now)),
    ...{ year, title, awardKind, whose, deeds, criteria, noticeFrom, noticeTo, decidedOn, decidedHow },
    certificateNo,
    objections: objections.map(({ position: _, ...one }) => one),
  }
}
