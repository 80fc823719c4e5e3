import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { heldRoles } from '../client/me'
import { useMe } from '../hooks/use-me'
import { useElder } from '../hooks/use-elder'
import { useTabLinks } from '../hooks/use-tab-links'
import type { Role } from '../../../shared/permissions'
import './side.scss'

interface Place {
  label: string
  url: string
  tab?: boolean
  roles?: readonly Role[]
}

const places: readonly Place[] = [
  { label: '首页', url: '/pages/home', tab: true },
  { label: '公开栏', url: '/pages/board', tab: true },
  { label: '代表工作', url: '/desk/list', roles: ['deputy', 'formerDeputy'] },
  { label: '建议审查与督办', url: '/desk/list', roles: ['congressOffice', 'presidiumMember'] },
  { label: '小组评议', url: '/desk/appraisals', roles: ['deputy'] },
  { label: '重点建议', url: '/office/key-suggestions', roles: ['congressOffice', 'presidiumMember'] },
  { label: '小组评议结果', url: '/desk/appraisals', roles: ['congressOffice', 'presidiumMember'] },
  { label: '评先资格', url: '/desk/standing', roles: ['congressOffice', 'presidiumMember'] },
  {
    label: '数据与报表',
    url: '/office/figures',
    roles: ['congressOffice', 'presidiumMember', 'countyStaff'],
  },
  { label: '名册与邀请码', url: '/office/roster', roles: ['congressOffice'] },
  { label: '小程序码', url: '/office/codes', roles: ['congressOffice'] },
  { label: '规则与日历', url: '/office/settings', roles: ['congressOffice', 'presidiumMember'] },
  { label: '交办会', url: '/office/hand-over', roles: ['congressOffice'] },
  { label: '各单位进展汇报', url: '/desk/progress', roles: ['congressOffice', 'presidiumMember'] },
  { label: '待复核的公开内容', url: '/office/content-checks', roles: ['congressOffice', 'presidiumMember'] },
  { label: '已经公开的内容', url: '/office/public-texts', roles: ['congressOffice', 'presidiumMember'] },
  { label: '现场评议', url: '/office/site-reviews', roles: ['congressOffice', 'presidiumMember'] },
  { label: '建议类别', url: '/office/categories', roles: ['congressOffice', 'presidiumMember'] },
  { label: '上级代表建议', url: '/office/external', roles: ['congressOffice', 'presidiumMember'] },
  { label: '人代会会议', url: '/office/sessions', roles: ['congressOffice', 'presidiumMember'] },
  { label: '未送达的提醒', url: '/office/deliveries', roles: ['congressOffice'] },
  { label: '单位办理', url: '/desk/list', roles: ['unitStaff'] },
  { label: '本单位的评先资格', url: '/desk/standing', roles: ['unitStaff'] },
  { label: '进展汇报', url: '/desk/progress', roles: ['unitStaff'] },
  { label: '我的事', url: '/pages/matters', tab: true },
  { label: '消息', url: '/pages/inbox', tab: true },
  { label: '我', url: '/pages/me', tab: true },
]

/** The places of the house at the left of a desk; drawn on h5 only, and shown from 960 px on. */
export function Side() {
  const me = useMe()
  const [elder] = useElder()
  const at = usePath()
  useTabLinks()
  const roles = heldRoles(me)
  const unread = me?.standings.reduce((sum, standing) => sum + standing.unread, 0) ?? 0
  const open = places.filter((place) => !place.roles || place.roles.some((role) => roles.includes(role)))
  // Two roles may open the same place.
  const shown = open.filter(({ url }, index) => open.findIndex((place) => place.url === url) === index)
  const name = me?.standings.find((standing) => standing.name)?.name
  return (
    <View className={`side${elder ? ' elder' : ''}`}>
      <View className="side-name">代表之家</View>
      <View className="side-rule" />
      {shown.map((place) => (
        <View
          key={place.url}
          className={`side-place${at.startsWith(place.url) ? ' side-here' : ''}`}
          onClick={() =>
            void (place.tab ? Taro.switchTab({ url: place.url }) : Taro.navigateTo({ url: place.url }))
          }
        >
          <Text>{place.label}</Text>
          {place.url === '/pages/inbox' && unread > 0 ? (
            <Text className="side-count">{String(unread)}</Text>
          ) : null}
        </View>
      ))}
      {name ? <View className="side-who">{name}</View> : null}
      {me ? null : (
        <View
          className="side-place side-enter"
          id="side-enter"
          onClick={() => void Taro.navigateTo({ url: '/pages/desk-sign-in' })}
        >
          <Text>登录</Text>
        </View>
      )}
    </View>
  )
}

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
