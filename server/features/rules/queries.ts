import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { showRules } from '../../../shared/api/rules'
import { profiles } from '../../../shared/rules/profiles'
import { type RuleField, ruleFields } from '../../../shared/rules/rule-fields'
import { readOverrides, writeRule } from '../../../shared/rules/rules'
import type { Reader } from '../../database/source'
import { settingVersion } from '../../engine/settings'
import { readTownRules } from './rule-set'

/** Every rule that counts in the town now, with what its profile says and why the town departs from it. */
export async function readRules(reader: Reader, townId: string): Promise<OutputOf<typeof showRules>> {
  const { profileName, overrides } = await readTownRules(reader, townId)
  const version = await settingVersion(reader, townId, 'rules')
  const own = new Map(readOverrides(overrides).map((override) => [override.field, override]))
  return {
    version,
    profile: profileName,
    rules: (Object.keys(ruleFields) as RuleField[]).map((field) => {
      const standard = writeRule(profiles[profileName][field])
      const override = own.get(field)
      return { field, value: override?.value ?? standard, standard, reason: override?.reason ?? null }
    }),
  }
}
