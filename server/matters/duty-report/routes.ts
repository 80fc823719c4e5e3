import * as api from '../../../shared/matters/duty-report/endpoints'
import { resultOf } from '../../../shared/matters/duty-report-meeting/words'
import type { Reader } from '../../database/source'
import { act } from '../../engine/act'
import { standingOf } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import { isShownState } from '../content-check/register'
import { kind } from './kind'
import type { DutyReportRecord } from './record'

export function routes(bind: Bind) {
  bind.read(api.showDutyReport, ({ reader, actor, params, now }) => view(reader, actor, params.id, now))

  for (const [action, endpoint] of Object.entries(api.dutyReportSteps))
    bind.writeThenShow(
      endpoint,
      ({ tx, actor, params, input, now }) => act(tx, kind, actor, params.id, action, input, now),
      ({ reader, actor, id, now }) => view(reader, actor, id, now),
    )
}

async function view(reader: Reader, actor: Actor, id: string, now: Date): Promise<api.DutyReportView> {
  const standing = await standingOf(reader, kind, actor, id, now)
  const { record } = standing
  const { personId, deputy, districtId, districtName, meetingId, heldOn, letterNo, letterOn, answerBy } =
    record
  const presentVoters = record.presentVoters === null ? null : Number(record.presentVoters)
  return {
    ...(await viewMatter(reader, kind, standing, now)),
    ...{ meetingId, heldOn, letterNo, letterOn, answerBy, presentVoters },
    deputy: { id: personId, name: deputy },
    district: { id: districtId, name: districtName },
    result: resultIn(record, presentVoters),
    opinions: record.opinions.map(({ id: opinionId, text, answer, textCheck, answerCheck }) => ({
      ...{ id: opinionId, text, answer },
      isPublic: [textCheck, answerCheck].every((state) => state !== null && isShownState(state)),
    })),
  }
}

const resultIn = (row: DutyReportRecord, presentVoters: number | null) =>
  row.satisfied === null
    ? null
    : resultOf(
        {
          satisfied: Number(row.satisfied),
          basicallySatisfied: Number(row.basicallySatisfied),
          notSatisfied: Number(row.notSatisfied),
        },
        presentVoters ?? 0,
      )
