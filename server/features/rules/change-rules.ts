import { IsNull } from 'typeorm'
import { type ProfileName, profiles } from '../../../shared/rules/profiles'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { type RuleField, ruleFields } from '../../../shared/rules/rule-fields'
import {
  contradictionIn,
  type Override,
  readOverrides,
  readRule,
  ruleHelp,
  rulesOf,
  spokenRule,
  writeRule,
} from '../../../shared/rules/rules'
import { Town } from '../../database/entities/people/town'
import type { Tx } from '../../database/source'
import type { Actor } from '../../http/actor'
import { asSeen, recordSetting } from '../../engine/settings'
import { type AuditEntry, writeAudit } from '../../engine/write-audit'
import { addRuleSet, readTownRules } from './rule-set'

/** What has begun keeps the rules it began under: a change is a new rule set, and the town goes by it from now on. */
async function changeRules(
  tx: Tx,
  actor: Actor,
  version: number,
  change: (current: { profileName: ProfileName; overrides: Override[] }) => {
    profileName: ProfileName
    overrides: Override[]
    entry: Omit<AuditEntry, 'townId' | 'personId'>
    field: string
  },
  now: Date,
) {
  const { townId } = actor
  await asSeen(tx, townId, 'rules', version, now)
  const current = await readTownRules(tx, townId)
  const wanted = change({
    profileName: current.profileName,
    overrides: readOverrides(current.overrides),
  })
  const overrides = wanted.overrides.length === 0 ? null : JSON.stringify(wanted.overrides)
  const contradiction = contradictionIn(rulesOf({ profileName: wanted.profileName, overrides }))
  if (contradiction !== undefined) throw wrongField(wanted.field, contradiction)

  const id = await addRuleSet(tx, townId, wanted.profileName, overrides, now)
  const moved = await tx.update(
    Town,
    { id: townId, ruleSetId: current.id ?? IsNull() },
    { ruleSetId: id, profile: wanted.profileName },
  )
  if (moved.affected !== 1) throw new Refusal('stale')
  const { what: label, fromValue: from, toValue: to, reason: why } = wanted.entry
  await recordSetting(tx, actor, 'rules', { changes: [{ label, from, to }], why }, now)
  await writeAudit(tx, { townId, personId: actor.person?.id ?? null, ...wanted.entry }, now)
}

/** The town's own numbers stay; those that the new profile has anyway are no longer the town's own. */
export const pickProfile = (
  tx: Tx,
  actor: Actor,
  input: { version: number; profile: ProfileName; reason: string },
  now: Date,
) =>
  changeRules(
    tx,
    actor,
    input.version,
    ({ profileName, overrides }) => {
      if (input.profile === profileName) throw wrongField('profile', '现在用的就是这一套规则，不用改。')
      const standard = profiles[input.profile]
      return {
        profileName: input.profile,
        overrides: overrides.filter(({ field, value }) => value !== writeRule(standard[field])),
        entry: {
          what: '适用规则',
          fromValue: profiles[profileName].name,
          toValue: standard.name,
          reason: input.reason,
        },
        field: 'profile',
      }
    },
    now,
  )

export const overrideRule = (
  tx: Tx,
  actor: Actor,
  { version, ...input }: Override & { version: number },
  now: Date,
) =>
  changeRules(
    tx,
    actor,
    version,
    ({ profileName, overrides }) => {
      const { field, value } = input
      if (readRule(field, value) === undefined) throw wrongField('value', ruleHelp(field))
      const before = valueOf(profileName, overrides, field)
      if (before === value) throw wrongField('value', '和现在的规定一样，不用改。')
      if (value === writeRule(profiles[profileName][field])) {
        throw wrongField('value', `这就是${profiles[profileName].name}的规定，请点“恢复规定”。`)
      }
      return {
        profileName,
        overrides: [...overrides.filter((one) => one.field !== field), input],
        entry: entryOf(field, before, value, input.reason),
        field: 'value',
      }
    },
    now,
  )

export const removeOverride = (
  tx: Tx,
  actor: Actor,
  input: { version: number; field: RuleField; reason: string },
  now: Date,
) =>
  changeRules(
    tx,
    actor,
    input.version,
    ({ profileName, overrides }) => {
      const { field } = input
      const own = overrides.find((one) => one.field === field)
      if (own === undefined) throw wrongField('field', '这一项没有单独改过，不用恢复。')
      return {
        profileName,
        overrides: overrides.filter((one) => one !== own),
        entry: entryOf(field, own.value, writeRule(profiles[profileName][field]), input.reason),
        field: 'field',
      }
    },
    now,
  )

const valueOf = (profileName: ProfileName, overrides: readonly Override[], field: RuleField) =>
  overrides.find((one) => one.field === field)?.value ?? writeRule(profiles[profileName][field])

const entryOf = (field: RuleField, from: string, to: string, reason: string) => ({
  what: ruleFields[field].label,
  fromValue: spokenRule(field, from),
  toValue: spokenRule(field, to),
  reason,
})
