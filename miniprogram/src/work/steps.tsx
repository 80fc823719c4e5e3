import { View } from '@tarojs/components'
import type { Walk } from '../../../shared/matters/suggestion/steps-walked'
import { type Step, steps } from '../../../shared/words/words'
import './steps.scss'

const order = Object.keys(steps) as Step[]

/** 六步工作法: where the matter is on its way, and what has been passed. */
export function Steps({ walk: { at, ended } }: { walk: Walk }) {
  const now = order.indexOf(at)
  return (
    <View className="steps">
      {order.map((step, index) => {
        const look = index < now || (ended && index <= now) ? 'passed' : index === now ? 'now' : 'ahead'
        return (
          <View key={step} className={`step step-${look}`}>
            <View className="step-dot" />
            <View className="step-word">{steps[step]}</View>
          </View>
        )
      })}
    </View>
  )
}
