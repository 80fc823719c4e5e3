import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Role } from '../../../shared/permissions'
import { standingIn } from '../client/me'
import { useMe } from '../hooks/use-me'
import { Card, Cell } from './card'

const doors: readonly { role: Role; label: string; note: string; url: string }[] = [
  { role: 'deputy', label: '代表工作', note: '回复群众、附议、确认面商、评价', url: '/deputy/tasks' },
  { role: 'congressOffice', label: '审查与督办', note: '三关审查、交办、催办', url: '/office/tasks' },
  { role: 'presidiumMember', label: '主席团督办', note: '看进度，作决定', url: '/office/tasks' },
  { role: 'unitStaff', label: '单位办理', note: '签收、面商、答复', url: '/unit/tasks' },
]

/** The doors that this person's roles open; a resident has none and sees nothing here. */
export function MyWork({ townId }: { townId: string }) {
  const me = useMe()
  const roles = standingIn(me, townId)?.roles ?? []
  const mine = doors.filter(({ role }) => roles.includes(role))
  if (mine.length === 0) return null
  return (
    <View className="doors">
      <Card tight>
        {mine.map(({ role, label, note, url }) => (
          <Cell
            key={role}
            label={label}
            note={note}
            onTap={() => void Taro.navigateTo({ url: `${url}?town=${townId}` })}
          >
            <Text />
          </Cell>
        ))}
      </Card>
    </View>
  )
}
