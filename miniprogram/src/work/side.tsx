import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { doorGroups } from '../../../shared/door'
import { countOf } from '../client/tab-counts'
import { useDoors } from '../hooks/use-doors'
import { useElder } from '../hooks/use-elder'
import { useMe } from '../hooks/use-me'
import { useTaroBars } from '../hooks/use-taro-bars'
import { useWhereabouts } from '../hooks/use-whereabouts'
import { enter, grouped, openAtLarge } from './doors'
import { aloud } from '../pieces/aloud'
import { press } from '../pieces/press'
import { useWhereSaid } from './town-bar'
import './side.scss'

/** The doors of the house at the left of a desk; drawn on h5 only, and shown from 960 px on. */
export function Side() {
  const me = useMe()
  const [elder] = useElder()
  const at = usePath()
  const where = useWhereabouts()
  const { said, take } = useWhereSaid()
  const open = useDoors(undefined, `${at} ${where?.here?.id ?? ''}`)
  useTaroBars()
  const name = me?.standings.find((standing) => standing.name)?.name
  return (
    <View className={`side${elder ? ' elder' : ''}`} {...aloud('navigation', { label: '要去的地方' })}>
      <View className="side-name">代表之家</View>
      <View className="side-rule" />
      {said ? (
        <View className="side-town">
          <View>{said.name}</View>
          {said.note ? <View className="side-town-note">{said.note}</View> : null}
          <View className="side-town-act" id="side-town" {...press(take)}>
            {said.act}
          </View>
        </View>
      ) : null}
      {grouped(open?.doors ?? openAtLarge(me)).map(({ group, doors }) => (
        <View key={group}>
          {group === 'town' ? null : <View className="side-group">{doorGroups[group]}</View>}
          {doors.map((door) => (
            <View
              key={door.name}
              className={`side-place${isAt(at, door.page) ? ' side-here' : ''}`}
              {...press(() => enter(door, open?.town))}
            >
              <Text>{door.word}</Text>
              {door.waiting ? <Text className="side-count">{countOf(door.waiting)}</Text> : null}
            </View>
          ))}
        </View>
      ))}
      {name ? <View className="side-who">{name}</View> : null}
      {me ? null : (
        <View
          className="side-place side-enter"
          id="side-enter"
          {...press(() => void Taro.navigateTo({ url: '/pages/desk-sign-in' }))}
        >
          <Text>登录</Text>
        </View>
      )}
    </View>
  )
}

/** Whether a path is that page, whatever else stands in its query. */
const isAt = (path: string, page: string) =>
  path.startsWith(`/${page}`) && !/^[\w-]/.test(path.slice(page.length + 1))

/** The path behind the `#`; only h5 has one. */
function usePath(): string {
  const [path, setPath] = useState('')
  useEffect(() => {
    const look = () => setPath(window.location.hash.slice(1) || '/pages/home')
    look()
    window.addEventListener('hashchange', look)
    Taro.eventCenter.on('__taroRouterChange', look)
    return () => {
      window.removeEventListener('hashchange', look)
      Taro.eventCenter.off('__taroRouterChange', look)
    }
  }, [])
  return path
}
