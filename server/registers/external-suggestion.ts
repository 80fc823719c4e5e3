import type { Day } from '../../shared/rules/days'
import { wrongField } from '../../shared/words/refusals'
import { congressLevels, type CongressLevel, type HigherLevel } from '../../shared/words/words'
import { sqlInstant } from '../database/sql'
import type { Tx } from '../database/source'
import { act } from '../engine/act'
import { begin } from '../engine/begin'
import { systemOf } from '../engine/kind'
import { refresh } from '../engine/refresh'
import { type Keeping, namedRows, ofEach, type Option, type Picks } from '../engine/registers/kept-register'
import { kind } from '../matters/external-suggestion/kind'
import { isActing } from '../database/in-office'

/** One that its deputy wants kept confidential is named by its number only. */
const suggestionName =
  "CASE WHEN x.confidential = 1 THEN COALESCE(x.suggestion_no, '保密的建议') ELSE x.subject END"

/** The matter beside each row begins, is derived anew, rests and goes on with it. */
export const carriedSuggestion: Keeping = {
  own: ['createdAt'],
  fill: ({ before, now }) => ({ createdAt: before?.own.createdAt ?? sqlInstant(now) }),
  async check(tx, { townId, before, values }) {
    const { deputyId, congressLevel, suggestionId, opinionId } = values as Record<string, string | null>
    const submittedOn = values.submittedOn as Day
    const deadlineOn = values.deadlineOn as Day | null
    // Whoever carried it then may have left office since.
    if (!before) await sitsInCongress(tx, townId, deputyId ?? '', congressLevel as HigherLevel)
    if (deadlineOn !== null && deadlineOn <= submittedOn)
      throw wrongField('deadlineOn', '答复期限要在提出日期以后，请核对。')
    if (before) return
    if (suggestionId) await wasReferred(tx, townId, suggestionId)
    if (opinionId) await isOpinionOfTown(tx, townId, opinionId)
  },
  async mayEnd(tx, { id }) {
    if ((await matterOf(tx, id)).state !== 'awaited')
      throw wrongField('endedWhy', '上级已经答复，不能作废。写错的可以更正。')
  },
  follows: ofEach(async (tx, { townId, person }, { action, row: { id }, why }, now) => {
    if (action === 'add')
      await begin(tx, kind, { id, townId }, { party: 'congressOffice', personId: person?.id ?? null }, now)
    else if (action === 'change') await refresh(tx, kind.table.kind, townId, id, now)
    else {
      const form = why === undefined ? {} : { why }
      const step = action === 'end' ? 'strike' : 'resume'
      await act(tx, kind, systemOf(townId), id, step, { form }, now)
    }
  }),
  picks: { higherDeputy: deputies(), referredSuggestion: suggestions(), opinion: opinions() },
}

async function matterOf(tx: Tx, id: string) {
  const [matter] = await tx.query<{ state: string }[]>('SELECT state FROM matter WHERE id = ?', [id])
  if (matter === undefined) throw new Error(`external suggestion ${id} has no matter`)
  return matter
}

function deputies(): Picks {
  return {
    of: 'person',
    async options(reader, townId) {
      const mandates = await reader.query<{ id: string; name: string; level: CongressLevel }[]>(
        `SELECT p.id, p.name, m.congress_level AS level FROM mandate m JOIN person p ON p.id = m.person_id
         WHERE m.town_id = ? AND ${isActing('m')} AND m.congress_level <> 'township' ORDER BY p.position, p.id`,
        [townId],
      )
      return [...new Set(mandates.map(({ id }) => id))].map((id) => {
        const held = mandates.filter((mandate) => mandate.id === id)
        return {
          id,
          name: held[0]?.name ?? '',
          note: held.map(({ level }) => congressLevels[level]).join('、'),
        }
      })
    },
    names: namedRows('person'),
  }
}

function suggestions(): Picks {
  return {
    options: (reader, townId) =>
      reader.query<Option[]>(
        `SELECT x.id, ${suggestionName} AS name, x.suggestion_no AS note FROM suggestion x
         WHERE x.town_id = ? AND (SELECT w.id FROM upward_referral w WHERE w.suggestion_id = x.id LIMIT 1) IS NOT NULL
         ORDER BY x.accepted_at DESC, x.id DESC LIMIT 200`,
        [townId],
      ),
    names: namedRows('suggestion', suggestionName),
  }
}

/** Picked by its words; named by its number afterwards, because a history keeps for good what stands in it. */
function opinions(): Picks {
  return {
    options: (reader, townId) =>
      reader.query<Option[]>(
        `SELECT o.id, SUBSTR(w.text, 1, 40) AS name, NULL AS note FROM resident_opinion o JOIN matter m ON m.id = o.id
         JOIN opinion_message w ON w.resident_opinion_id = o.id AND w.position = 0
         WHERE o.town_id = ? AND m.state NOT IN ('sent', 'held') ORDER BY o.created_at DESC, o.id DESC LIMIT 200`,
        [townId],
      ),
    names: namedRows('resident_opinion', "CONCAT('留言 ', UPPER(SUBSTR(x.id, 1, 8)))"),
  }
}

async function sitsInCongress(tx: Tx, townId: string, deputyId: string, level: HigherLevel) {
  const found = await tx.query<unknown[]>(
    `SELECT id FROM mandate m
     WHERE town_id = ? AND person_id = ? AND congress_level = ? AND ${isActing('m')}`,
    [townId, deputyId, level],
  )
  if (found.length === 0) {
    throw wrongField('deputyId', `这位不是本镇选出的现任${congressLevels[level]}，请重新选择代表或级别。`)
  }
}

async function wasReferred(tx: Tx, townId: string, suggestionId: string) {
  const found = await tx.query<unknown[]>(
    `SELECT s.id FROM suggestion s JOIN upward_referral w ON w.suggestion_id = s.id
     WHERE s.town_id = ? AND s.id = ?`,
    [townId, suggestionId],
  )
  if (found.length === 0) throw wrongField('suggestionId', '这件建议没有向上反映过，请重新选择，或不选。')
}

async function isOpinionOfTown(tx: Tx, townId: string, opinionId: string) {
  const found = await tx.query<unknown[]>('SELECT id FROM resident_opinion WHERE town_id = ? AND id = ?', [
    townId,
    opinionId,
  ])
  if (found.length === 0) throw wrongField('opinionId', '没有这条群众留言，请重新选择，或不选。')
}
