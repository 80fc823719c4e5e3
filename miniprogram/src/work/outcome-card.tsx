import { View } from '@tarojs/components'
import type { ReplyVersionView } from '../../../shared/matters/suggestion/rounds'

const measures = {
  fundsYuan: ['投入资金', '元'],
  lengthMetres: ['工程长度', '米'],
  beneficiaries: ['受益', '人'],
  personTimes: ['出动', '人次'],
  vehicleTrips: ['出动', '车次'],
} as const satisfies { readonly [name in keyof ReplyVersionView]?: readonly [string, string] }
type Measure = keyof typeof measures

/** What came of it and what it took, as far as the unit has said; nothing where it has not. */
export function OutcomeCard({ of: said }: { of: Readonly<Record<Measure, number | null>> }) {
  const words = (Object.keys(measures) as Measure[]).flatMap((name) => {
    const count = said[name]
    const [word, unit] = measures[name]
    return count === null ? [] : [`${word} ${count.toLocaleString('zh-CN')} ${unit}`]
  })
  return words.length > 0 ? <View className="note">{words.join('，')}</View> : null
}
