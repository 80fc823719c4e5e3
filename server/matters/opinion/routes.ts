import {
  listMyOpinions as listMineEndpoint,
  noteEndSeen as noteEndSeenEndpoint,
  opinionSteps,
  showOpinion,
  writeOpinion,
} from '../../../shared/matters/opinion/endpoints'
import { lookAtResident } from '../../../shared/matters/opinion/looks'
import { findWhom, whyTo } from '../../../shared/matters/opinion/whom'
import { recordVoice, showVoice } from '../../../shared/matters/opinion/voice-endpoints'
import { act } from '../../engine/act'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { noteEndSeen } from './end-seen'
import { kind } from './kind'
import { keepLook, showResident } from './looks'
import { listMyOpinions, presentOpinion, viewOpinion } from './queries'
import { sendOpinion } from './send'
import { findWhom as findDeputyFor } from './whom'
import { keepVoice, readBySlip } from './voices'

export function routes(bind: Bind, { limits, env }: RouteParts) {
  const { secretKey } = env
  bind.writeThenShow(
    writeOpinion,
    ({ tx, actor, input, now }) => sendOpinion(tx, actor, input, now),
    ({ reader, actor, id, now }, sent) => viewOpinion(reader, { ...actor, ...residentIn(sent) }, id, now),
    async (actor) => {
      await limits('opinion', actor.accountId)
      await limits('opinionADay', actor.accountId)
    },
  )

  bind.write(recordVoice, ({ tx, actor, input, now }) => keepVoice(tx, actor, input, now))

  bind.lookUp(showVoice, async ({ reader, actor, input, now }) => {
    await limits('slip', actor.accountId)
    return readBySlip(reader, actor, input.code, now)
  })

  bind.lookUp(findWhom, async ({ reader, actor, input }) => {
    const { name, routedBy } = await findDeputyFor(reader, actor.townId, input)
    return { name, why: whyTo[routedBy] }
  })

  bind.read(listMineEndpoint, ({ reader, actor, query, now }) =>
    listMyOpinions(reader, actor, query.cursor, now),
  )

  bind.read(showOpinion, ({ reader, actor, params, now }) => viewOpinion(reader, actor, params.id, now))

  bind.write(noteEndSeenEndpoint, ({ tx, actor, params, now }) => noteEndSeen(tx, actor, params.id, now))

  bind.writeThenShow(
    lookAtResident,
    ({ tx, actor, params, input, now }) => keepLook(tx, actor, params.id, input.reason, now),
    ({ reader, actor, id, now }) => showResident(reader, actor, id, now),
  )

  for (const [action, endpoint] of Object.entries(opinionSteps)) {
    bind.writeThenShow(
      endpoint,
      async ({ tx, actor, params, input, now }) => {
        return act(tx, kind, actor, params.id, action, { ...input, secretKey }, now)
      },
      async ({ reader, actor, id, now }, taken) =>
        taken === undefined
          ? viewOpinion(reader, actor, id, now)
          : presentOpinion(reader, await taken.standing(reader), now),
    )
  }
}

/** Whoever writes for the first time has become a resident by it. */
const residentIn = (sent: { residentId: string } | undefined) => sent && { residentId: sent.residentId }
