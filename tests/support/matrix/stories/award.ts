import { awardSteps, showAward } from '../../../../shared/matters/award/endpoints'
import { type AwardState, awardTable } from '../../../../shared/matters/award/table'
import { Award } from '../../../../server/database/entities/matters/award'
import { AwardObjection } from '../../../../server/database/entities/matters/award-objection'
import { newId } from '../../../../server/database/id'
import { begin } from '../../../../server/engine/begin'
import { refresh } from '../../../../server/engine/refresh'
import { ruleSetNow } from '../../../../server/features/rules/rule-set'
import { kind } from '../../../../server/matters/award/kind'
import type { TestServer } from '../../server'
import type { TestTown } from '../../town'
import type { Peopled, Who } from '../people'
import type { Matter, Story } from '../story'

export interface FarAward {
  state: AwardState
  /** The last day of the notice. */
  noticeTo?: string
  /** Something was said against it, and is not answered. */
  objected?: boolean
}

/** Praise for the deputy of the town, as far as is wanted. */
export async function newAward(server: TestServer, town: TestTown, far: FarAward) {
  const { state, noticeTo = '2026-11-20', objected = false } = far
  const [id, objectionId] = [newId(), newId()]
  const now = server.clock.now()
  const isOut = state !== 'proposed'
  const isGranted = state === 'granted' || state === 'revoked'
  await server.database.transaction(async (tx) => {
    await tx.insert(Award, {
      ...{ id, townId: town.id, year: 2026, awardKind: 'deputy', honourCampaignId: null, criteria: null },
      ...{ title: `五好代表 ${id.slice(0, 6)}`, personId: town.deputy.id, deputyGroupId: null },
      ...{ suggestionId: null, deeds: '修好两座桥。', noticeFrom: isOut ? '2026-11-13' : null },
      ...{ noticeTo: isOut ? noticeTo : null, decideBy: isOut ? '2026-12-18' : null },
      ...{ decidedOn: isGranted ? '2026-11-21' : null, decidedHow: isGranted ? '第 9 次主席团会议' : null },
      ...{ certificateNo: isGranted ? id : null, ruleSetId: await ruleSetNow(tx, town.id, now) },
    })
    if (objected)
      await tx.insert(AwardObjection, {
        ...{ id: objectionId, awardId: id, position: 0, notedOn: '2026-11-16', way: 'spoken' },
        ...{ text: '没见他走访过。', answer: null, answeredOn: null },
      })
    await begin(tx, kind, { id, townId: town.id }, { party: 'congressOffice', personId: town.office.id }, now)
    await tx.query('UPDATE matter SET state = ? WHERE id = ?', [state, id])
    await refresh(tx, awardTable.kind, town.id, id, now)
  })
  return { id, objectionId }
}

const wanted = {
  proposed: { state: 'proposed' },
  'onNotice, running': { state: 'onNotice', noticeTo: '2026-12-04' },
  onNotice: { state: 'onNotice' },
  'onNotice, objected': { state: 'onNotice', objected: true },
  granted: { state: 'granted' },
  notGranted: { state: 'notGranted' },
  revoked: { state: 'revoked' },
} as const satisfies Record<string, FarAward>

/** By award: what was said against it. */
const objections = new Map<string, string>()

async function live(server: TestServer, { town }: Peopled): Promise<Matter[]> {
  const made: Matter[] = []
  for (const [name, far] of Object.entries(wanted)) {
    const { id, objectionId } = await newAward(server, town, far)
    objections.set(id, objectionId)
    made.push({ id, name, state: far.state, version: 0 })
  }
  return made
}

const decidedHow = '第 9 次主席团会议'
export const awardForms = (objectionId: string) => ({
  publishNames: { decidedHow },
  noteObjection: { notedOn: '2026-11-20', way: 'written', text: '没见他走访过。' },
  answerObjection: { objectionId, answer: '查了走访记录，有 12 次。' },
  grant: { decidedHow },
  refuse: { decidedHow, reason: '材料还不全。' },
  revoke: { decidedHow, reason: '材料不实。' },
})

export const awardStory: Story = {
  table: awardTable,
  steps: awardSteps,
  show: showAward,
  live,
  standing(who: Who) {
    if (who === 'deputy') return ['honoured']
    if (who === 'office') return ['congressOffice']
    if (who === 'presidium') return ['presidium']
    const follows = ['coSigner', 'otherDeputy', 'leader', 'formerDeputy', 'secretary', 'coUnit']
    return [...follows, 'unit', 'unitLeader', 'unitHead'].includes(who) ? 'not_found' : 'not_allowed'
  },
  shut(action, { name }) {
    const decides = action === 'grant' || action === 'refuse'
    if (decides && name.endsWith('running')) return 'notice_running'
    if (decides && name.endsWith('objected')) return 'objection_unanswered'
    return action === 'answerObjection' && !name.endsWith('objected') ? 'no_objection_open' : undefined
  },
  form: (_, action, { id }) =>
    awardForms(objections.get(id) ?? '')[action as keyof ReturnType<typeof awardForms>],
  facts: () => ({}),
}
