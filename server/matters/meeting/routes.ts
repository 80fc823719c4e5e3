import * as api from '../../../shared/matters/meeting/endpoints'
import { listMeetingLamps as listMeetingLampsEndpoint } from '../../../shared/matters/meeting/lamps'
import * as rolls from '../../../shared/matters/meeting/roll-endpoints'
import { whoConvenes } from '../../../shared/matters/meeting/convening'
import { word } from '../../../shared/papers/paper'
import { Refusal } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { act } from '../../engine/act'
import type { Asker } from '../../engine/kind'
import { standingOf } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import { writeWord } from '../../gateways/word/write-word'
import type { Bind } from '../../http/bind'
import { kind } from './kind'
import { listMeetingLamps } from './lamps'
import { keepMarks, showRoll } from './marks'
import { planBodyMeeting, planMeeting } from './plan'
import { detailsOf, listMeetingMatters } from './queries'

export function routes(bind: Bind) {
  bind.write(api.planMeeting, async ({ tx, actor, input, now }) =>
    view(tx, actor, await planMeeting(tx, actor, input, now), now),
  )

  bind.write(api.planBodyMeeting, async ({ tx, actor, input, now }) =>
    view(tx, actor, await planBodyMeeting(tx, actor, input, now), now),
  )

  bind.read(api.listMeetingMatters, ({ reader, actor, query }) =>
    listMeetingMatters(reader, actor, query.cursor, query.meetingKind),
  )

  bind.read(listMeetingLampsEndpoint, ({ reader, actor, now }) => listMeetingLamps(reader, actor, now))

  bind.read(api.showMeetingMatter, ({ reader, actor, params, now }) => view(reader, actor, params.id, now))

  bind.read(api.takeMinutes, async ({ reader, actor, params, now, context }) => {
    const { title, minutes } = await view(reader, actor, params.id, now)
    if (minutes === null) throw new Refusal('not_found')
    const file = await writeWord(minutes)
    context.attachment(`${title}纪要.docx`)
    context.type = word
    context.set('Cache-Control', 'private, no-store')
    return file
  })

  bind.read(rolls.showRoll, ({ reader, actor, params, now }) => showRoll(reader, actor, params.id, now))

  bind.write(rolls.keepMarks, ({ tx, actor, params, input, now }) =>
    keepMarks(tx, actor, params.id, input, now),
  )

  for (const [action, endpoint] of Object.entries(api.meetingSteps))
    bind.write(endpoint, async ({ tx, actor, params, input, now }) => {
      await act(tx, kind, actor, params.id, action, input, now)
      return view(tx, actor, params.id, now)
    })
}

async function view(reader: Reader, asker: Asker, id: string, now: Date): Promise<api.MeetingView> {
  const standing = await standingOf(reader, kind, asker, id, now)
  const convenes = whoConvenes.some((party) => standing.parties.has(party))
  const keepsRoll = standing.parties.has('congressOffice')
  const readsRoll = convenes || standing.parties.has('presidium')
  const ownId = 'system' in asker ? null : (asker.person?.id ?? null)
  const ownGroupId = 'system' in asker ? null : asker.groupId
  // What each has said of coming stands with their name, and why only for whoever convenes it.
  const { asks: _, ...shown } = await viewMatter(reader, kind, standing, now)
  return {
    ...shown,
    ...(await detailsOf(reader, standing.record, { convenes, keepsRoll, readsRoll, ownId, ownGroupId, now })),
  }
}
