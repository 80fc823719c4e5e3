import { View } from '@tarojs/components'
import {
  addExternalEntry,
  changeExternal,
  type ExternalView,
  rateExternal,
  showExternal,
} from '../../../shared/matters/external-suggestion/endpoints'
import { spokenDay } from '../../../shared/rules/days'
import { externalEntries } from '../../../shared/words/words'
import { ask } from '../client/ask'
import { ActionBar, type Step } from '../pieces/action-bar'
import { Card } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { useLoaded } from '../hooks/use-loaded'
import { ExternalCard } from './external-card'
import type { OneMatter } from './one-matter'
import { today } from './words'

const endpoints = { entry: addExternalEntry, rate: rateExternal, change: changeExternal }
type Name = keyof typeof endpoints

/** One external suggestion with its course; the office writes, deputies read. */
export function ExternalPanel({ town, id, changed }: OneMatter) {
  const state = useLoaded(() => ask(showExternal, { params: { town, id } }), [town, id])
  return (
    <Loaded state={state}>
      {(external) => (
        <View className="stack">
          <ExternalCard row={external} />
          {external.publicResult ? <View className="note">{external.publicResult}</View> : null}
          {external.suggestion ? (
            <View className="note">{`由本镇建议《${external.suggestion.name}》而来`}</View>
          ) : null}
          {external.fromOpinion ? <View className="note">由群众留言而来，有了答复会告诉本人</View> : null}
          {external.mayKeep ? (
            <ActionBar
              steps={stepsOf(external)}
              initial={(step) => startOf(step as Name, external)}
              take={(step, form, key) =>
                // Each endpoint checks its own form.
                ask(endpoints[step as Name] as typeof changeExternal, {
                  params: { town, id: external.id },
                  input: { version: external.version, form },
                  key,
                })
              }
              done={(newer) => {
                state.put(newer)
                changed?.()
              }}
            />
          ) : null}
          <View className="heading">经过</View>
          {external.entries.length === 0 ? <Empty>还没有登记进展。</Empty> : null}
          {external.entries.map((entry) => (
            <Card key={entry.id}>
              <View className="board-item">
                <View className="board-subject">{spokenDay(entry.on, today())}</View>
                <View className="note">{`${externalEntries[entry.kind]}，${entry.by}登记`}</View>
              </View>
              <View>{entry.note}</View>
            </Card>
          ))}
        </View>
      )}
    </Loaded>
  )
}

function stepsOf({ repliedOn }: ExternalView): Step[] {
  const { entry, rate, change } = endpoints
  return [
    { name: 'entry', label: '登记进展或答复', tone: 'primary', input: entry.input.shape.form },
    ...(repliedOn
      ? [
          {
            name: 'rate',
            label: '登记代表是否满意',
            tone: 'quiet' as const,
            input: rate.input.shape.form,
          },
        ]
      : []),
    { name: 'change', label: '补上编号、单位、期限', tone: 'quiet', input: change.input.shape.form },
  ]
}

function startOf(name: Name, { externalNo, unit, deadlineOn }: ExternalView) {
  if (name === 'entry') return { heldOn: today(), kind: 'progress' }
  if (name === 'rate') return {}
  return Object.fromEntries(
    Object.entries({ externalNo, unitName: unit, deadlineOn }).filter(([, value]) => value !== null),
  )
}
