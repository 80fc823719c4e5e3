import { View } from '@tarojs/components'
import { useState } from 'react'
import type { WorkRow } from '../../../shared/api/work'
import type { AnyTable } from '../../../shared/grammar/matter'
import { matterTables } from '../../../shared/workflow'
import { newKey } from '../client/request-key'
import { troubleOf } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Sheet } from '../pieces/sheet'
import { takeStep } from './matter-kinds'
import { followsFrom } from './turn'

const tables: Readonly<Record<string, AnyTable>> = matterTables

/** What may be taken for several at once: the same step of one kind, where its row says so. */
export const togetherIn = ({ kind, next }: WorkRow): string | undefined =>
  next && tables[kind]?.actions[next.step]?.manyAtOnce ? `${kind} ${next.step}` : undefined

/** What became of each of several. */
interface Outcome {
  done: number
  step: string
  refused: readonly string[]
}

/** The rows that were ticked, and the one step that is taken in all of them after one look. */
export function Together(props: {
  town: string
  rows: readonly WorkRow[]
  all: readonly WorkRow[]
  onTick: (rows: readonly WorkRow[]) => void
  changed: () => void
}) {
  const { town, rows, all, onTick, changed } = props
  const [checking, setChecking] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()
  const [first] = rows
  const label = first?.next?.label ?? ''
  const alike = all.filter((row) => first && togetherIn(row) === togetherIn(first))
  const task = useTask(
    async (taken: readonly WorkRow[]): Promise<Outcome> => {
      const refused: string[] = []
      // Each by itself: one that cannot be done keeps no other from it.
      for (const row of taken)
        await takeStep(town, row, row.next?.step ?? '', newKey()).catch((error: unknown) => {
          const { kind, sentence } = troubleOf(error)
          if (kind !== 'refused') throw error
          refused.push(`《${row.title}》没有办成：${sentence}`)
        })
      return { done: taken.length - refused.length, step: label, refused }
    },
    (found) => {
      setOutcome(found)
      setChecking(false)
      onTick([])
      changed()
    },
  )
  return (
    <>
      {outcome && !first ? (
        <View className="stack together-told">
          <Notice tone="done">{`“${outcome.step}”办好了 ${outcome.done} 件。`}</Notice>
          {outcome.refused.map((sentence) => (
            <Notice key={sentence} tone="late">
              {sentence}
            </Notice>
          ))}
        </View>
      ) : null}
      {first ? (
        <View className="together" id="together">
          <View className="together-count">{`选了 ${rows.length} 件`}</View>
          {alike.length > rows.length ? (
            <Button tone="quiet" small onTap={() => onTick(alike)}>
              {`全选 ${alike.length} 件`}
            </Button>
          ) : null}
          <Button tone="quiet" small onTap={() => onTick([])}>
            不选了
          </Button>
          <Button small onTap={() => setChecking(true)}>
            {label}
          </Button>
        </View>
      ) : null}
      {checking && first ? (
        <Sheet title={`核对：${label} ${rows.length} 件`} onClose={() => setChecking(false)}>
          {rows.map(({ id, title, note, number }) => (
            <View key={id} className="part">
              <View>{title}</View>
              <View className="note">{[number, note].filter(Boolean).join(' · ')}</View>
            </View>
          ))}
          <View className="actions-sure">
            {[`一件一件办，有一件办不成的，别的照办。`, followsOf(first)].filter(Boolean).join('')}
          </View>
          {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
          <View id="action-confirm">
            <Button busy={task.busy} onTap={() => task.run([...rows])}>
              {`${label} ${rows.length} 件`}
            </Button>
          </View>
        </Sheet>
      ) : null}
    </>
  )
}

const followsOf = ({ kind, state, next }: WorkRow) => {
  const table = tables[kind]
  return table && next ? followsFrom(table, { state }, next.step) : null
}
