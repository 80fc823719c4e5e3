import * as z from 'zod/mini'
import type { AskGate } from '../../shared/grammar/ask'
import { asksOf } from '../../shared/grammar/ask-steps'
import { line, picked } from '../../shared/grammar/fields'
import { type ActionRow, defineMatter, type StateRow } from '../../shared/grammar/matter'
import { readAsked } from '../../server/engine/asks/read'
import { askThem } from '../../server/engine/asks/take'
import { begin } from '../../server/engine/begin'
import { person, post, resident, unit } from '../../server/engine/holders'
import { kindOf, matterColumns, type MatterRecord } from '../../server/engine/kind'
import { refresh } from '../../server/engine/refresh'
import { newId } from '../../server/database/id'
import type { Tx } from '../../server/database/source'

/** A small kind of matter with every feature of the grammar, known to no town. */
type Party = 'leadDeputy' | 'congressOffice' | 'presidium' | 'leadUnit' | 'coUnit' | 'resident' | 'system'
type Gate = 'lapsed' | 'complete' | AskGate<'more' | 'coOpinion'>

const states = {
  asked: {
    label: '等单位',
    plain: '',
    step: 'supervise',
    waitsFor: 'leadUnit',
    limit: { workingDays: 'receiptWorkingDays' },
  },
  answered: {
    label: '等代表',
    plain: '',
    step: 'appraise',
    waitsFor: 'leadDeputy',
    limit: { workingDays: 'evaluationWorkingDays' },
    late: 'rating',
    says: { dueSoon: '《{subject}》请您在{deadline}前评价。', overdue: '' },
  },
  held: {
    label: '等镇人大办',
    plain: '',
    step: 'supervise',
    waitsFor: 'congressOffice',
    limit: { hours: 'heldHours' },
    late: 'heldWords',
  },
  closed: { label: '完了', plain: '', step: 'appraise', waitsFor: null, limit: null },
} as const satisfies Record<string, StateRow<Party, Gate>>
export type ToyState = keyof typeof states

const nothing = z.strictObject({})
const quiet = { tone: 'quiet', needs: [], input: nothing, tells: {}, source: 'a toy' } as const
const primary = { ...quiet, tone: 'primary' } as const

const step = { input: nothing, tells: {}, source: 'a toy' } as const

/** The one stops the clock and lapses, the other runs beside the turn until it is answered or waived. */
const asks = asksOf<ToyState, Party>()({
  more: {
    word: '情况',
    to: 'leadDeputy',
    in: ['asked'],
    due: { workingDays: 'coUnitRedoWorkingDays' },
    stops: true,
    ladder: 'deputy',
    refusals: { in: 'clock_stopped_before' },
    steps: {
      ask: { ...step, does: 'ask', label: '问代表', by: ['leadUnit'] },
      tellMore: { ...step, does: 'answer', label: '补充', renews: true },
    },
  },
  coOpinion: {
    word: '协办意见',
    to: 'coUnit',
    in: ['asked'],
    due: { workingDays: 'informationWorkingDays' },
    again: { workingDays: 'coUnitRedoWorkingDays' },
    ladder: 'coOpinion',
    says: { dueSoon: '《{subject}》等协办意见。', overdue: '《{subject}》的协办意见过了时间。' },
    steps: {
      help: {
        ...step,
        does: 'answer',
        label: '协办',
        input: z.strictObject({ opinion: line('意见', 60) }),
        tells: { leadUnit: '《{subject}》有协办意见了。' },
      },
      helpAgain: {
        ...step,
        does: 'sendBack',
        label: '退回',
        by: ['leadUnit'],
        input: z.strictObject({ reason: line('缺什么', 60) }),
        tells: { coUnit: '《{subject}》请在{latest}前补充：{reason}' },
      },
      helpNoMore: {
        ...step,
        does: 'waive',
        label: '不再等',
        by: ['congressOffice'],
        input: z.strictObject({ coUnitId: picked('哪个单位', 'asked'), reason: line('原因', 60) }),
        tells: { leadUnit: '《{subject}》不用等了：{reason}' },
      },
    },
  },
})

const actions = {
  answer: {
    ...primary,
    label: '答复',
    by: ['leadUnit'],
    moves: { asked: 'answered' },
    needs: ['more.in', 'coOpinion.in', 'complete'],
    input: z.strictObject({ result: line('结果', 60) }),
    tells: { leadDeputy: '《{subject}》答复了：{result}', resident: '有结果了：{result}' },
    publicLine: '{unit}答复：{result}',
  },
  ...asks.rows,
  hold: {
    ...quiet,
    label: '转人工',
    by: ['congressOffice'],
    moves: { asked: 'held' },
    insteadOf: ['leadUnit'],
  },
  release: { ...primary, label: '放行', by: ['congressOffice'], moves: { held: 'asked' } },
  rate: {
    ...primary,
    label: '评价',
    by: ['leadDeputy'],
    moves: { answered: { good: 'closed', bad: { again: 'asked', never: 'closed' } } },
    decidedBy: ['rating', 'rounds'],
    input: z.strictObject({ rating: z.enum(['good', 'bad']) }),
    tells: { leadUnit: '《{subject}》评价了。' },
  },
  lapse: {
    ...quiet,
    label: '到期办结',
    by: ['system'],
    moves: { answered: 'closed' },
    needs: ['lapsed'],
    byClock: true,
    tells: { leadDeputy: '《{subject}》没有评价，已经办结。' },
  },
} as const satisfies Record<string, ActionRow<ToyState, Party, Gate>>
export type ToyAction = keyof typeof actions

export const toyTable = defineMatter<ToyState, ToyAction, Party, Gate>({
  kind: 'toy',
  word: '小事',
  first: 'asked',
  states,
  actions,
  asks: asks.plans,
  gates: {
    ...asks.gates,
    lapsed: 'evaluation_not_lapsed',
    complete: 'text_incomplete',
  },
  facts: { rounds: ['again', 'never'] },
  announced: ['complete'],
})

interface ToyRecord extends MatterRecord<ToyState> {
  title: string
  deputyId: string
  deputyName: string
  unitId: string
  unitName: string
  villageId: string | null
  residentId: string | null
  rounds: number
}

export const toyKind = kindOf<ToyState, ToyAction, Party, Gate, ToyRecord>(toyTable, {
  async read(reader, townId, id) {
    const [row] = await reader.query<ToyRecord[]>(
      `SELECT ${matterColumns}, t.title, t.deputy_id AS deputyId, p.name AS deputyName, t.unit_id AS unitId,
         u.name AS unitName, t.village_id AS villageId, t.resident_id AS residentId, t.rounds, w.profile AS profileName, NULL AS overrides
       FROM toy t JOIN matter m ON m.id = t.id JOIN town w ON w.id = m.town_id JOIN person p ON p.id = t.deputy_id
       JOIN handling_unit u ON u.id = t.unit_id WHERE m.town_id = ? AND m.id = ?`,
      [townId, id],
    )
    return row && { ...row, asked: await readAsked(reader, id) }
  },
  head: (toy) => ({
    title: toy.title,
    number: `2026${toy.id.slice(0, 4)}`,
    note: `${toy.deputyName}代表`,
    villageId: toy.villageId,
    unitId: toy.unitId,
    names: [toy.deputyName],
  }),
  holders: (_, toy) => ({
    leadDeputy: [person(toy.deputyId)],
    leadUnit: [unit(toy.unitId)],
    congressOffice: [post('congressOffice')],
    presidium: [post('presidiumMember')],
    ...(toy.residentId === null ? {} : { resident: [resident(toy.residentId)] }),
  }),
  parties: {
    leadDeputy: 'listed',
    congressOffice: 'listed',
    presidium: 'listed',
    leadUnit: 'listed',
    coUnit: 'listed',
    resident: 'listed',
  },
  gates: (toy, { due }) => ({
    complete: toy.title !== '没写完',
    lapsed: toy.state === 'answered' && due?.urgency === 'overdue',
  }),
  facts: (toy) => ({ rounds: toy.rounds < 1 ? 'again' : 'never' }),
  effects: {
    answer: ({ form }) => Promise.resolve({ result: form.result as string }),
    rate: async ({ tx, record }) => {
      await tx.query('UPDATE toy SET rounds = rounds + 1 WHERE id = ?', [record.id])
    },
  },
  words: (toy) => ({ subject: toy.title, unit: toy.unitName, deputy: `${toy.deputyName}代表` }),
  page: (party, townId, id) => `${party === 'leadUnit' ? 'unit' : 'office'}/toy?town=${townId}&id=${id}`,
})

export interface NewToy {
  townId: string
  title: string
  deputyId: string
  unitId: string
  villageId?: string
  residentId?: string
  coUnitId?: string
}

/** The table of its own that every kind has. */
export const toySql = `CREATE TABLE IF NOT EXISTS toy (id VARCHAR(26) PRIMARY KEY, title VARCHAR(200), deputy_id VARCHAR(26),
  unit_id VARCHAR(26), village_id VARCHAR(26), resident_id VARCHAR(26), rounds INTEGER)`

export async function beginToy(tx: Tx, toy: NewToy, now: Date): Promise<string> {
  const id = newId()
  await tx.query(
    `INSERT INTO toy (id, title, deputy_id, unit_id, village_id, resident_id, rounds) VALUES (?, ?, ?, ?, ?, ?, 0)`,
    [id, toy.title, toy.deputyId, toy.unitId, toy.villageId ?? null, toy.residentId ?? null],
  )
  const first = { party: 'leadDeputy', personId: toy.deputyId } as const
  const { record, calendar } = await begin(tx, toyKind, { id, townId: toy.townId }, first, now)
  if (toy.coUnitId !== undefined) {
    await askThem(tx, toyTable, record, 'coOpinion', { holders: [unit(toy.coUnitId)] }, { calendar, now })
    await refresh(tx, 'toy', toy.townId, id, now)
  }
  return id
}
