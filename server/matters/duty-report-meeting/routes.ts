import * as ballots from '../../../shared/matters/duty-report-meeting/ballots'
import * as api from '../../../shared/matters/duty-report-meeting/endpoints'
import { whoChairs } from '../../../shared/matters/duty-report-meeting/preparing'
import type { Reader, Tx } from '../../database/source'
import { act } from '../../engine/act'
import { standingOf } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import { tellTogether } from '../../engine/tell'
import { knownTown } from '../../features/towns/known-town'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { castBallot, drawSlip } from './ballots'
import { kind } from './kind'
import { planReportMeeting } from './plan'
import { readReportPlan } from './read-plan'
import { originOf } from '../../http/origin'
import { showWall } from './wall'
import { detailsOf, listPublicReports, listReportMeetings } from './queries'

export function routes(bind: Bind, { env, database }: RouteParts) {
  const { secretKey } = env
  const inTown = <T>(townId: string, work: (tx: Tx) => Promise<T>) =>
    database.of(townId).transaction(async (tx) => {
      await knownTown(tx, townId)
      return work(tx)
    })

  bind.writeThenShow(
    api.planReportMeeting,
    async ({ tx, actor, input, now }) => ({
      id: await tellTogether(tx, () => planReportMeeting(tx, actor, input, now)),
    }),
    ({ reader, actor, id, now }) => view(reader, actor, id, now),
  )

  bind.read(api.showReportPlan, ({ reader, actor, query, now }) =>
    readReportPlan(reader, actor.townId, query.year, now),
  )

  bind.read(api.listReportMeetings, ({ reader, actor, query }) =>
    listReportMeetings(reader, actor, query.cursor),
  )

  bind.read(api.showReportMeeting, ({ reader, actor, params, now }) => view(reader, actor, params.id, now))

  bind.read(api.showReportWall, ({ reader, actor, params, now, context }) =>
    showWall(reader, actor, params.id, env.publicUrl ?? originOf(context), now),
  )

  for (const [action, endpoint] of Object.entries(api.dutyReportMeetingSteps))
    bind.writeThenShow(
      endpoint,
      ({ tx, actor, params, input, now }) =>
        act(tx, kind, actor, params.id, action, { ...input, secretKey }, now),
      ({ reader, actor, id, now }) => view(reader, actor, id, now),
    )

  bind.publicRead(ballots.listPublicReports, ({ reader, params, query }) =>
    listPublicReports(reader, params.town, query.cursor),
  )

  bind.publicCall(ballots.drawSlip, ({ params, input }) =>
    inTown(params.town, (tx) => drawSlip(tx, params.town, input)),
  )

  bind.publicCall(ballots.castBallot, ({ params, input }) =>
    inTown(params.town, (tx) => castBallot(tx, secretKey, params.town, input)),
  )
}

async function view(reader: Reader, actor: Actor, id: string, now: Date): Promise<api.ReportMeetingView> {
  const standing = await standingOf(reader, kind, actor, id, now)
  const keeps = whoChairs.some((party) => standing.parties.has(party))
  return {
    ...(await viewMatter(reader, kind, standing, now)),
    ...detailsOf(standing.record, keeps, actor.person?.id ?? null),
  }
}
