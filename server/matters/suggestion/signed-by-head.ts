import type { PostKind } from '../../../shared/permissions'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import { personIdOf } from '../../engine/begin'
import type { SuggestionRecord } from './record'
import { isHeld } from '../../database/in-office'

const head: PostKind = 'unitHead'

/**
 * The head of the unit signs the reply (rules §3.5, gate 4). Where the register knows no head, whoever is named counts.
 * @throws Refusal `bad_input` where somebody else is named
 */
export async function signedByHead(
  reader: Reader,
  { townId, leadUnitId }: SuggestionRecord,
  signer: string,
): Promise<void> {
  const { heads } = await readTogether(reader, {
    heads: part<{ name: string }>({
      columns: { name: 'p.name' },
      from: `FROM post o JOIN person p ON p.id = o.person_id
        WHERE o.town_id = ? AND o.handling_unit_id = ? AND o.post_kind = ?
          AND ${isHeld('o')}`,
      order: 'p.position, p.id',
      parameters: [townId, leadUnitId, head],
    }),
  })
  if (heads.length === 0 || heads.some(({ name }) => name === signer)) return
  const names = heads.map(({ name }) => name).join('、')
  throw wrongField('signer', `请由单位负责人签发。名册上的负责人是${names}，换了人请镇人大办先改名册。`)
}

/** As below, where somebody else typed what the unit said. @throws Refusal `bad_input` */
export function spokenBySomebodyElse({ leadDeputyName }: SuggestionRecord, spokeBy: string) {
  if (spokeBy === leadDeputyName)
    throw wrongField('spokeBy', '这位就是提建议的代表，不能又代表承办单位说。请写单位里另一位。')
}

/**
 * A deputy who works in the unit does not answer their own suggestion for it: whoever is asked and whoever answers are two.
 * @throws Refusal `own_suggestion`
 */
export function bySomebodyElse({ leadDeputyId }: SuggestionRecord, asker: Parameters<typeof personIdOf>[0]) {
  if (personIdOf(asker) === leadDeputyId) throw new Refusal('own_suggestion')
}
