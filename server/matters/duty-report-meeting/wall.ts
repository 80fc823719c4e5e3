import type { ReportWall } from '../../../shared/matters/duty-report-meeting/endpoints'
import { whoChairs } from '../../../shared/matters/duty-report-meeting/preparing'
import { ballotPage, spokenTooFewVoters } from '../../../shared/matters/duty-report-meeting/words'
import { Refusal } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { standingOf } from '../../engine/standing'
import { drawLink } from '../../features/desk/draw-code'
import { knownTown } from '../../features/towns/known-town'
import type { Actor } from '../../http/actor'
import { kind } from './kind'
import { hereOf } from './record'
import { resultsOf } from './results'

/**
 * What the hall sees. Of the votes nothing before the result: nothing counts up while people think.
 * @throws Refusal `not_found` for whoever does not put it on the wall
 */
export async function showWall(
  reader: Reader,
  actor: Actor,
  id: string,
  origin: string,
  now: Date,
): Promise<ReportWall> {
  const { record, parties } = await standingOf(reader, kind, actor, id, now)
  if (!whoChairs.some((party) => parties.has(party))) throw new Refusal('not_found')
  const { townId, title, planYear, districtId, districtName, heldOn, startsAt, place, state } = record
  const { name: townName } = await knownTown(reader, townId)
  const results = resultsOf(record)
  const presentVoters = results.size === 0 ? null : record.presentVoters
  const digits = state === 'rating' ? record.rating?.roomCode : undefined
  return {
    ...{ id, title, planYear, heldOn, startsAt, place, state, townName, presentVoters },
    district: { id: districtId, name: districtName },
    tooFewVoters: presentVoters === null ? null : spokenTooFewVoters(presentVoters),
    code:
      digits === undefined
        ? null
        : { digits, image: await drawLink(`${origin}/#/${ballotPage(townId, digits)}`) },
    reports: hereOf(record).map((one) => ({ deputy: one.name, result: results.get(one.id) ?? null })),
  }
}
