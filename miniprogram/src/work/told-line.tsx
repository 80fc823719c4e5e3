import { View } from '@tarojs/components'
import type { OpinionView } from '../../../shared/matters/opinion/endpoints'
import { allLookReasons } from '../../../shared/matters/opinion/looks'
import { allToldHows, toldWords, untoldReasons } from '../../../shared/matters/told-how/words'
import { spokenDay, spokenInstant } from '../../../shared/rules/days'
import { Fold } from '../pieces/fold'
import { today } from './words'

/** That it was told: how, when, by whom, in whose words; or why it could not be. */
export function ToldLine({ told }: Pick<OpinionView, 'told'>) {
  if (told === null || told.state === 'reopened') return null
  const { how, toldOn, toldBy, inWords, said, because } = told
  const line =
    how === null
      ? because === null
        ? '结果还没有告诉本人。'
        : `告诉不到本人：${untoldReasons[because]}。`
      : `告诉了：${[allToldHows[how], toldOn && spokenDay(toldOn, today()), toldBy, inWords && toldWords[inWords]].filter(Boolean).join(' · ')}${said ? `。他说：${said}` : ''}`
  return <View className="note">{line}</View>
}

/** Who opened the name and the number, for whoever they belong to. */
export function Looks({ looks }: Pick<OpinionView, 'looks'>) {
  if (looks.length === 0) return null
  return (
    <Fold title="谁看过姓名和电话" note={`${looks.length} 次`}>
      {looks.map(({ by, at, reason }) => (
        <View key={at + by} className="note">
          {`${by} · ${spokenInstant(new Date(at), today())} · ${allLookReasons[reason]}`}
        </View>
      ))}
    </Fold>
  )
}
