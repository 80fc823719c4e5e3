import { wrongField } from '../../../../shared/words/refusals'
import { congressLevels, type CongressLevel } from '../../../../shared/words/words'
import type { Reader } from '../../../database/source'
import { isHeld } from '../../../database/in-office'
import { part, readTogether } from '../../../database/together'
import type { Move } from './move-names'

/** A mandate of the one and one of the other that would be the same. */
export interface DoubleMandate {
  level: CongressLevel
  ownId: string
  otherId: string
  ownVersion: number
  otherVersion: number
  ownDistrict: string | null
  otherDistrict: string | null
  ownNo: string | null
  otherNo: string | null
}
export interface DoublePost {
  otherId: string
  otherVersion: number
}

const runs = (one: string) => `${one}.ended_on IS NULL`

/** What both are at once: read together, before anything is moved. */
export const readBoth = (reader: Reader, { townId, from, to }: Move) =>
  readTogether(reader, {
    accounts: part<{ id: string; accountId: string }>({
      columns: { id: 'p.id', accountId: 'p.account_id' },
      from: 'FROM person p WHERE p.town_id = ? AND p.id IN (?, ?) AND p.account_id IS NOT NULL',
      order: 'p.id',
      parameters: [townId, from, to],
    }),
    votes: part<{ id: string }>({
      columns: { id: 'm.id' },
      from: `FROM ballot_voter a JOIN ballot_voter b ON b.group_ballot_id = a.group_ballot_id
        JOIN matter m ON m.id = a.group_ballot_id
        WHERE m.kind = 'groupBallot' AND m.state = 'open' AND m.town_id = ? AND a.person_id = ? AND b.person_id = ?`,
      order: 'm.id',
      parameters: [townId, from, to],
    }),
    mandates: part<DoubleMandate>({
      columns: {
        ...{ level: 'a.congress_level', ownId: 'a.id', otherId: 'b.id' },
        ...{ ownVersion: 'a.version', otherVersion: 'b.version' },
        ...{ ownDistrict: 'a.electoral_district_id', otherDistrict: 'b.electoral_district_id' },
        ...{ ownNo: 'a.certificate_no', otherNo: 'b.certificate_no' },
      },
      from: `FROM mandate a JOIN mandate b ON b.congress_level = a.congress_level
        WHERE a.person_id = ? AND b.person_id = ? AND ${runs('a')} AND ${runs('b')}`,
      order: 'a.id',
      parameters: [to, from],
    }),
    posts: part<DoublePost>({
      columns: { otherId: 'b.id', otherVersion: 'b.version' },
      from: `FROM post a JOIN post b ON b.post_kind = a.post_kind
          AND COALESCE(b.handling_unit_id, '') = COALESCE(a.handling_unit_id, '')
        WHERE a.person_id = ? AND b.person_id = ? AND ${isHeld('a')} AND ${isHeld('b')}`,
      order: 'b.id',
      parameters: [to, from],
    }),
    portraits: part<{ id: string; digest: string }>({
      columns: { id: 'f.person_id', digest: 'f.digest' },
      from: 'FROM portrait f WHERE f.person_id IN (?, ?)',
      order: 'f.person_id',
      parameters: [from, to],
    }),
    /** What the one leads and the other co-signs. */
    ownSignatures: part<{ id: string }>({
      columns: { id: 'c.suggestion_id' },
      from: `FROM suggestion s JOIN co_signature c ON c.suggestion_id = s.id AND c.person_id IN (?, ?)
        WHERE s.town_id = ? AND s.lead_deputy_id IN (?, ?)`,
      order: 'c.suggestion_id',
      parameters: [from, to, townId, from, to],
    }),
    invites: part<{ id: string; personId: string }>({
      columns: { id: 'i.id', personId: 'i.person_id' },
      from: 'FROM invite i WHERE i.person_id IN (?, ?) AND i.ended_at IS NULL',
      order: 'i.id',
      parameters: [from, to],
    }),
  })
export type Both = Awaited<ReturnType<typeof readBoth>>

/** @throws Refusal `bad_input` with what has to be done first */
export function mayMerge({ accounts, votes, mandates }: Both) {
  if (accounts.length > 1) throw wrongField('otherId', '两条都绑定了微信。请先解除不再用的那个绑定，再合并。')
  if (votes.length > 0)
    throw wrongField('otherId', '两条在同一次还没结束的小组评议里都投过票。请等这次评议结束，再合并。')
  for (const { level, ownDistrict, otherDistrict, ownNo, otherNo } of mandates)
    if (differ(ownDistrict, otherDistrict) || differ(ownNo, otherNo))
      throw wrongField(
        'otherId',
        `两条都是现任${congressLevels[level]}，${differ(ownNo, otherNo) ? '代表证号' : '选区'}不同，可能是同名的两位。请核对；确是同一位，先终止登记错的那个代表职务。`,
      )
}

const differ = (one: string | null, other: string | null) => one !== null && other !== null && one !== other
