import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { OpenDoor } from '../../../shared/api/doors'
import { type DoorGroup, doorGroups } from '../../../shared/door'
import { headSheets } from '../client/print'
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

/** The doors of the house at the left of a desk; drawn on h5 only, and shown from 768 px on. */
export function Side() {
  const me = useMe()
  const [elder] = useElder()
  const at = usePath()
  const where = useWhereabouts()
  const { said, take } = useWhereSaid()
  const open = useDoors(undefined, `${at} ${where?.here?.id ?? ''}`)
  useTaroBars()
  const groups = grouped(open?.doors ?? openAtLarge(me))
  const here = groups.find(({ doors }) => doors.some(({ page }) => isAt(at, page)))?.group
  const [unfolded, unfold] = useUnfolded(here)
  const own = me?.standings.find(({ name }) => name)
  const issuer = own?.town.name ?? me?.county?.name
  useEffect(() => headSheets(issuer), [issuer])
  const go = (door: OpenDoor) => enter(door, open?.town)
  return (
    <View className={`side${elder ? ' elder' : ''}`} {...aloud('navigation', { label: '要去的地方' })}>
      <View className="side-name">{said ? '代表之家' : (own?.town.name ?? '代表之家')}</View>
      {own ? <View className="side-who">{own.name}</View> : null}
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
      <View className="side-groups">
        {groups
          .filter(({ group }) => group !== 'own')
          .map(({ group, doors }) =>
            isAlways(group) ? (
              <Always key={group} doors={doors} at={at} onGo={go} />
            ) : (
              <View key={group} className={`side-part${group === unfolded ? ' side-unfolded' : ''}`}>
                <View
                  className="side-group"
                  id={`side-${group}`}
                  {...press(() => unfold(group === unfolded ? undefined : group))}
                  aria-expanded={group === unfolded}
                >
                  <Text>{doorGroups[group]}</Text>
                  {group === unfolded ? null : <Count of={waitingIn(group, doors)} />}
                </View>
                <View className="side-doors">
                  {doors.map((door) => (
                    <Place key={door.name} door={door} isHere={isAt(at, door.page)} onGo={go} />
                  ))}
                </View>
              </View>
            ),
          )}
      </View>
      <Always doors={groups.find(({ group }) => group === 'own')?.doors ?? []} at={at} onGo={go} />
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

/** What everyone has stands in one row, and always. */
function Always(props: { doors: readonly OpenDoor[]; at: string; onGo: (door: OpenDoor) => void }) {
  const { doors, at, onGo } = props
  return (
    <View className="side-always">
      {doors.map((door) => (
        <Place key={door.name} door={door} isHere={isAt(at, door.page)} onGo={onGo} />
      ))}
    </View>
  )
}

function Place(props: { door: OpenDoor; isHere: boolean; onGo: (door: OpenDoor) => void }) {
  const { door, isHere, onGo } = props
  return (
    <View className={`side-place${isHere ? ' side-here' : ''}`} {...press(() => onGo(door))}>
      <Text>{door.word}</Text>
      <Count of={door.waiting} />
    </View>
  )
}

const Count = ({ of }: { of: OpenDoor['waiting'] }) =>
  of ? <Text className="side-count">{countOf(of)}</Text> : null

/** Of the others one group at a time is unfolded, so that all are in sight. */
const isAlways = (group: DoorGroup) => group === 'town' || group === 'own'

/** The group that one is in, until another is opened. */
function useUnfolded(here: DoorGroup | undefined) {
  const within = here === undefined || isAlways(here) ? undefined : here
  const [unfolded, unfold] = useState<DoorGroup | undefined>('work')
  useEffect(() => {
    if (within) unfold(within)
  }, [within])
  return [unfolded, unfold] as const
}

/** What waits in a group that is folded: of daily work one door counts all of it, and the others a part. */
function waitingIn(group: DoorGroup, doors: readonly OpenDoor[]): number {
  const counts = doors.map(({ waiting }) => waiting ?? 0)
  return group === 'work' ? Math.max(0, ...counts) : counts.reduce((sum, one) => sum + one, 0)
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
