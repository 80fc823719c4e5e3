import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { listMyTowns } from '../../../shared/api/towns'
import { ask } from '../client/ask'
import { chooseTown, type Whereabouts } from '../client/town'
import { standNowhere } from '../client/here'
import { useLoaded } from '../hooks/use-loaded'
import { useWhereabouts } from '../hooks/use-whereabouts'
import { press } from '../pieces/press'
import { sayWaiting, sayWhere, type WhereSaid } from './town-words'
import './town-bar.scss'

/** Which of several towns one stands in, at the head of every page: seen by whom it concerns, with the way to the others. */
export function TownBar() {
  const { said, take } = useWhereSaid()
  if (!said) return null
  return (
    <View className="town-bar not-printed" id="town-bar">
      <View className="town-bar-text">
        <View className="town-bar-name">{said.name}</View>
        {said.note ? <View className="note">{said.note}</View> : null}
      </View>
      <View className="town-bar-act" id="town-bar-act" {...press(take)}>
        {said.act}
      </View>
    </View>
  )
}

/** What is said of where one stands, and of what waits where one does not. */
export function useWhereSaid(): { said?: WhereSaid; take?: () => void } {
  const where = useWhereabouts()
  const several = where !== undefined && where.own.length > 1 && where.county === null
  const { value } = useLoaded(
    async () => (several ? (await ask(listMyTowns, {})).towns : []),
    [several, where?.here?.id],
  )
  const said = where && sayWhere(where)
  if (!where || !said) return {}
  const waiting = (value ?? []).flatMap((town) => {
    const words = town.id === where.here?.id ? '' : sayWaiting(town)
    return words ? [`${town.name}有 ${words}`] : []
  })
  const note = [...(said.note ? [said.note] : []), ...waiting].join('；')
  return { said: { ...said, ...(note ? { note } : {}) }, take: () => goOn(where, said) }
}

function goOn({ county }: Whereabouts, { to }: WhereSaid) {
  if (to) {
    chooseTown(to)
    void Taro.reLaunch({ url: '/pages/home' })
  } else if (county) {
    standNowhere()
    void Taro.reLaunch({ url: '/pages/home' })
  } else void Taro.navigateTo({ url: '/pages/towns' })
}
