import { dutyWarningSteps, showWarning } from '../../../../shared/matters/duty-warning/endpoints'
import { type DutyWarningState, dutyWarningTable } from '../../../../shared/matters/duty-warning/table'
import { DutyWarning } from '../../../../server/database/entities/matters/duty-warning'
import { newId } from '../../../../server/database/id'
import { begin } from '../../../../server/engine/begin'
import { refresh } from '../../../../server/engine/refresh'
import { kind } from '../../../../server/matters/duty-warning/kind'
import type { TestServer } from '../../server'
import type { TestTown } from '../../town'
import type { Peopled, Who } from '../people'
import type { Matter, Story } from '../story'

/** A warning about the deputy of the town, in this state; the one member of the presidium chairs it. */
export async function newWarning(
  server: TestServer,
  town: TestTown,
  state: DutyWarningState,
  endsOn: string | null = null,
) {
  const id = newId()
  const now = server.clock.now()
  const isHeard = ['heard', 'warned', 'notWarned', 'ended'].includes(state)
  await server.database.transaction(async (tx) => {
    await tx.insert(DutyWarning, {
      ...{ id, townId: town.id, deputyId: town.deputy.id, chairId: town.presidium.id },
      ...{ facts: '2026-10-10 没有请假，缺席小组会议', text: '请说说为什么没有到。' },
      ...{ reply: isHeard ? '家里有病人。' : null, replyWay: isHeard ? 'written' : null },
      ...{ talkedOn: null, memberId: null, talkOther: null, talkPlace: null },
      ...{ decisionText: null, decidedHow: null, endsOn },
    })
    await begin(tx, kind, { id, townId: town.id }, { party: 'congressOffice', personId: town.office.id }, now)
    await tx.query('UPDATE matter SET state = ? WHERE id = ?', [state, id])
    await refresh(tx, dutyWarningTable.kind, town.id, id, now)
  })
  return { id }
}

const wanted = {
  proposed: ['proposed', null],
  replyWanted: ['replyWanted', null],
  heard: ['heard', null],
  warned: ['warned', '2026-12-31'],
  'warned, over': ['warned', '2026-11-01'],
  notWarned: ['notWarned', null],
  dropped: ['dropped', null],
  ended: ['ended', '2026-11-01'],
} as const satisfies Record<string, readonly [DutyWarningState, string | null]>

async function live(server: TestServer, { town }: Peopled): Promise<Matter[]> {
  const made: Matter[] = []
  for (const [name, [state, endsOn]] of Object.entries(wanted))
    made.push({ id: (await newWarning(server, town, state, endsOn)).id, name, state, version: 0 })
  return made
}

export const warningForms = (memberId: string) => ({
  drop: { reason: '已经当面谈过。' },
  reply: { text: '家里有病人，没有顾上请假。' },
  noteReply: { way: 'spoken', text: '电话里说家里有病人。' },
  recordTalk: {
    ...{ talkedOn: '2026-11-20', memberId, other: '陈静', place: '村委会' },
    text: '家里有病人。',
  },
  decide: { decision: 'notWarned', decisionText: '请过假。', decidedHow: '第 9 次主席团会议' },
})

/** Who stands to it in which state, besides the office and whoever chairs. */
const asked: readonly string[] = ['replyWanted', 'heard', 'warned', 'notWarned']
let memberId = ''

export const dutyWarningStory: Story = {
  table: dutyWarningTable,
  steps: dutyWarningSteps,
  show: showWarning,
  async live(server, peopled) {
    memberId = peopled.town.presidium.id
    return live(server, peopled)
  },
  standing(who: Who, { state, name }: Matter) {
    const follows = ['coSigner', 'otherDeputy', 'leader', 'formerDeputy', 'secretary', 'coUnit']
    const finds = [...follows, 'deputy', 'office', 'presidium', 'unit', 'unitLeader', 'unitHead']
    if (!finds.includes(who)) return 'not_allowed'
    // Its last day is over for everybody, whether or not the clock has said so.
    if (state === 'ended' || name === 'warned, over') return 'not_found'
    if (who === 'office') return ['congressOffice']
    if (who === 'presidium') return state === 'heard' ? ['chair', 'presidium'] : ['chair']
    return who === 'deputy' && asked.includes(state) ? ['fileOwner'] : 'not_found'
  },
  shut(action, { state, name }) {
    if (action === 'decide' && state === 'replyWanted') return 'reply_missing'
    return action === 'expire' && name === 'warned' ? 'warning_runs' : undefined
  },
  form: (_, action) => warningForms(memberId)[action as keyof ReturnType<typeof warningForms>] ?? {},
  facts: () => ({}),
}
