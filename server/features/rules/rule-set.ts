import { IsNull } from 'typeorm'
import type { ProfileName } from '../../../shared/rules/profiles'
import { type KeptRules, rulesOf } from '../../../shared/rules/rules'
import { RuleSet } from '../../database/entities/rules/rule-set'
import { Town } from '../../database/entities/people/town'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import { part, readTogether } from '../../database/together'

/** The columns of `KeptRules`, for a statement that has the town as `t` and joins `rulesOfMatter`. */
export const keptRules = 'COALESCE(rs.profile, t.profile) AS profileName, rs.overrides'

/** Joins the rules that a matter began under; what has kept none goes by those of the town. */
export const rulesOfMatter = (matter: string) =>
  `LEFT JOIN rule_set rs ON rs.id = COALESCE(${matter}.rule_set_id, t.rule_set_id)`

/** How many rounds a matter has, as SQL beside `rulesOfMatter`. */
export const maxRoundsSql = (profiles: Readonly<Record<string, { maxRounds: number }>>) =>
  `COALESCE(rs.max_rounds, CASE t.profile ${Object.entries(profiles)
    .map(([name, { maxRounds }]) => `WHEN '${name}' THEN ${maxRounds}`)
    .join(' ')} END)`

/** The rules that count in the town for what begins now. */
export async function readTownRules(
  reader: Reader,
  townId: string,
): Promise<KeptRules & { id: string | null }> {
  const [rules] = (await readTogether(reader, { rules: townRules(townId) })).rules
  if (!rules) throw new Error(`no town ${townId}`)
  return rules
}

/** How outcomes and delays are shown is no rule of a matter: it goes by the town of today. */
export async function readWaysToShow(reader: Reader, townId: string) {
  const rules = await readTownRules(reader, townId)
  return { marked: marksClasses([rules]), longOverdueDays: rulesOf(rules).longOverdueDays }
}
export const marksClasses = ([rules]: readonly KeptRules[]) =>
  rules !== undefined && rulesOf(rules).classMarks === 'four'

/** The rules of the town of today, as part of a view. */
export const townRules = (townId: string) =>
  part<KeptRules & { id: string | null }>({
    columns: {
      id: 't.rule_set_id',
      profileName: 'COALESCE(rs.profile, t.profile)',
      overrides: 'rs.overrides',
    },
    from: 'FROM town t LEFT JOIN rule_set rs ON rs.id = t.rule_set_id WHERE t.id = ?',
    order: 't.id',
    parameters: [townId],
  })

/** What a matter that begins now keeps. The first one of a town writes the rules down. @returns id of the rule set */
export async function ruleSetNow(tx: Tx, townId: string, now: Date): Promise<string> {
  const current = await readTownRules(tx, townId)
  if (current.id !== null) return current.id
  const id = await addRuleSet(tx, townId, current.profileName, current.overrides, now)
  // Where another matter was first, both have written down the same.
  await tx.update(Town, { id: townId, ruleSetId: IsNull() }, { ruleSetId: id })
  return id
}

export async function addRuleSet(
  tx: Tx,
  townId: string,
  profileName: ProfileName,
  overrides: string | null,
  now: Date,
): Promise<string> {
  const id = newId()
  const { maxRounds } = rulesOf({ profileName, overrides })
  await tx.insert(RuleSet, { id, townId, profile: profileName, overrides, maxRounds, createdAt: now })
  return id
}
