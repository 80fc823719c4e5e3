import { View } from '@tarojs/components'
import type { Walk } from '../../../shared/matters/suggestion/steps-walked'
import { type Step, steps } from '../../../shared/words/words'
import { useElder } from '../hooks/use-elder'
import './steps.scss'

const order = Object.keys(steps) as Step[]

/** 六步工作法: where the matter is on its way, and what has been passed; in large type one line says it. */
export function Steps({ walk: { at, ended } }: { walk: Walk }) {
  const [elder] = useElder()
  const now = order.indexOf(at)
  if (elder)
    return (
      <View className="steps-line">
        {`第 ${now + 1} 步，共 ${order.length} 步：${steps[at]}${ended ? '，办完了' : ''}`}
      </View>
    )
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
