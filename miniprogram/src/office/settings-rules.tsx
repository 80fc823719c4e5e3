import * as z from 'zod/mini'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { overrideRule, pickProfile, removeOverride, showRules } from '../../../shared/api/rules'
import { profiles } from '../../../shared/rules/profiles'
import { ruleFields } from '../../../shared/rules/rule-fields'
import { spokenRule } from '../../../shared/rules/rules'
import { ask } from '../client/ask'
import { ActionSheet, type Step } from '../pieces/action-bar'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { useLoaded } from '../hooks/use-loaded'
import type { Values } from '../hooks/use-form'
import { ruleForm, ruleOf, valuesOf } from './rule-form'

type Rules = OutputOf<typeof showRules>
type Rule = Rules['rules'][number]
interface Opened {
  step: Step
  initial: Values
  take: (form: Values, key: string, version: number) => Promise<Rules>
}

/** Which rule it is, is known already. */
const restoring = z.strictObject({ reason: removeOverride.input.shape.reason })
const pickingProfile = z.omit(pickProfile.input, { version: true })

/** The profile of the town, its own numbers with their reasons, and all the rest as the profile has it. */
export function SettingsRules({ town }: { town: string }) {
  const params = { town }
  const state = useLoaded(() => ask(showRules, { params }), [town])
  const [opened, setOpened] = useState<Opened>()

  const openProfile = (profile: Rules['profile']) =>
    setOpened({
      step: { name: 'profile', label: '换一套规则', tone: 'primary', input: pickingProfile },
      initial: { profile },
      take: (input, key, version) =>
        ask(pickProfile, { params, input: { ...(input as z.output<typeof pickingProfile>), version }, key }),
    })
  const openRule = ({ field, value }: Rule) =>
    setOpened({
      step: {
        name: 'rule',
        label: `改“${ruleFields[field].label}”`,
        tone: 'primary',
        input: ruleForm(field),
      },
      initial: valuesOf(value),
      take: (form, key, version) =>
        ask(overrideRule, {
          params,
          input: { version, field, value: ruleOf(form), reason: String(form.reason) },
          key,
        }),
    })
  const openStandard = ({ field }: Rule) =>
    setOpened({
      step: {
        name: 'standard',
        label: `恢复“${ruleFields[field].label}”`,
        tone: 'primary',
        input: restoring,
      },
      initial: {},
      take: (form, key, version) =>
        ask(removeOverride, { params, input: { version, field, reason: String(form.reason) }, key }),
    })
  return (
    <Loaded state={state}>
      {({ version, profile, rules }) => {
        const standard = profiles[profile].name
        const own = rules.filter(({ reason }) => reason !== null)
        return (
          <>
            <Notice>改了以后，新提交的建议、新来的留言按新的办；已经开始办的，期限不变。</Notice>
            <View className="section">
              <Card tight>
                <Cell label="适用规则" note="本地法规怎么定，期限就怎么算" onTap={() => openProfile(profile)}>
                  {standard}
                </Cell>
              </Card>
            </View>
            {own.length > 0 ? (
              <View className="section">
                <View className="section-head heading">本镇自己定的</View>
                <View className="stack settings-columns">
                  {own.map((rule) => (
                    <OwnRule
                      key={rule.field}
                      rule={rule}
                      standard={standard}
                      onChange={() => openRule(rule)}
                      onRestore={() => openStandard(rule)}
                    />
                  ))}
                </View>
              </View>
            ) : null}
            <View className="section settings-rows">
              <View className="section-head heading">{`按${standard}的规定`}</View>
              <Card tight>
                {rules
                  .filter(({ reason }) => reason === null)
                  .map((rule) => (
                    <Cell key={rule.field} label={ruleFields[rule.field].label} onTap={() => openRule(rule)}>
                      {spokenRule(rule.field, rule.value)}
                    </Cell>
                  ))}
              </Card>
            </View>
            {opened ? (
              <ActionSheet
                keeps={{ about: `rules:${town}` }}
                step={opened.step}
                initial={() => opened.initial}
                take={(_, form, key) => opened.take(form, key, version)}
                stale={state.reload}
                done={state.put}
                onClose={() => setOpened(undefined)}
              />
            ) : null}
          </>
        )
      }}
    </Loaded>
  )
}

const OwnRule = (props: { rule: Rule; standard: string; onChange: () => void; onRestore: () => void }) => {
  const { field, value, standard, reason } = props.rule
  return (
    <Card>
      <View className="board-item">
        <View className="board-subject">{ruleFields[field].label}</View>
        <Text className="heading">{spokenRule(field, value)}</Text>
      </View>
      <View className="note">{`${props.standard}规定 ${spokenRule(field, standard)}。理由：${reason ?? ''}`}</View>
      <View className="settings-act">
        <Button tone="quiet" small onTap={props.onChange}>
          再改
        </Button>
        <Button tone="quiet" small onTap={props.onRestore}>
          恢复规定
        </Button>
      </View>
    </Card>
  )
}
