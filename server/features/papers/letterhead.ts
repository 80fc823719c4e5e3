import type { Letterhead } from '../../../shared/papers/paper'
import { type KeptRules, rulesOf } from '../../../shared/rules/rules'
import { Refusal } from '../../../shared/words/refusals'
import { part, readTogether } from '../../database/together'
import type { Reader } from '../../database/source'

/** How the papers of a town are headed today. @throws Refusal `not_found` */
export async function readLetterhead(reader: Reader, townId: string): Promise<Letterhead> {
  const { towns } = await readTogether(reader, {
    towns: part<KeptRules & { name: string }>({
      columns: {
        name: 't.name',
        profileName: 'COALESCE(rs.profile, t.profile)',
        overrides: 'rs.overrides',
      },
      from: 'FROM town t LEFT JOIN rule_set rs ON rs.id = t.rule_set_id WHERE t.id = ?',
      order: 't.id',
      parameters: [townId],
    }),
  })
  const [town] = towns
  if (town === undefined) throw new Refusal('not_found')
  return { town: town.name, red: rulesOf(town).redHead === 'issuer' }
}
