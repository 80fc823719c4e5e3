import { Text, View } from '@tarojs/components'
import { putFirstStepsAway, showFirstSteps } from '../../../shared/api/first-steps'
import { doors } from '../../../shared/doors'
import { firstSteps } from '../../../shared/first-steps'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { TroubleNotice } from '../pieces/notice'
import { enter } from './doors'

/** What a new town has still to do, until its first message has come; what is done says so by itself. */
export function FirstSteps({ town }: { town: string }) {
  const state = useLoaded(() => ask(showFirstSteps, { params: { town } }), [town])
  const away = useTask(
    (_: undefined, key) => ask(putFirstStepsAway, { params: { town }, key }),
    () => state.put({ steps: [] }),
  )
  const steps = state.value?.steps ?? []
  if (steps.length === 0) return null
  const done = steps.filter(({ isDone }) => isDone).length
  return (
    <View className="section" id="first-steps" style={{ marginBottom: '24px' }}>
      <View className="section-head">
        <Heading>{`开始使用：${steps.length} 件做好了 ${done} 件`}</Heading>
      </View>
      <Card tight>
        {steps.map(({ name, isDone, says }) => (
          <Cell
            key={name}
            label={`${isDone ? '✓ ' : ''}${firstSteps[name].word}`}
            note={isDone ? says : `${firstSteps[name].note}（${says}）`}
            onTap={() => goThrough(firstSteps[name], town)}
          >
            <Text className="note">{isDone ? '好了' : '去办'}</Text>
          </Cell>
        ))}
      </Card>
      {away.trouble ? <TroubleNotice trouble={away.trouble} /> : null}
      <View className="section">
        <Button tone="quiet" small busy={away.busy} onTap={() => away.run(undefined)}>
          收起来，不再显示
        </Button>
      </View>
    </View>
  )
}

function goThrough({ door, at = '' }: { door: string; at?: string }, town: string) {
  const { page } = doors.find(({ name }) => name === door) ?? {}
  if (page) enter({ page: page + at, tab: false }, town)
}
