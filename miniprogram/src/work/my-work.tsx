import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Role } from '../../../shared/permissions'
import { rolesIn } from '../client/me'
import { useMe } from '../hooks/use-me'
import { Card, Cell } from '../pieces/card'

interface Door {
  role: Role
  label: string
  note: string
  url: string
  /** Not daily work: shown only where all doors are. */
  seldom?: boolean
}

const doors: readonly Door[] = [
  { role: 'deputy', label: '代表工作', note: '回复群众、附议、确认面商、评价', url: '/desk/list' },
  { role: 'formerDeputy', label: '我提过的建议', note: '没办完的接着办，照样答复您', url: '/desk/list' },
  { role: 'congressOffice', label: '审查与督办', note: '三关审查、交办、催办', url: '/desk/list' },
  { role: 'presidiumMember', label: '主席团督办', note: '看进度，作决定', url: '/desk/list' },
  ...(['presidiumMember', 'congressOffice'] as const).flatMap((role) => [
    {
      role,
      label: '重点建议',
      note: '谁领办、办到哪一步、调度了几次',
      url: '/office/key-suggestions',
      seldom: role === 'congressOffice',
    },
    {
      role,
      label: '小组评议',
      note: '代表小组不记名评议办理结果',
      url: '/desk/appraisals',
      seldom: true,
    },
    {
      role,
      label: '评先资格',
      note: '各单位计入几件，够不够取消',
      url: '/desk/standing',
      seldom: true,
    },
  ]),
  ...(['congressOffice', 'presidiumMember', 'countyStaff'] as const).map((role) => ({
    role,
    label: '数据与报表',
    note: '各项比率、久拖未动、年度报告、台账',
    url: '/office/figures',
    seldom: role === 'congressOffice',
  })),
  {
    role: 'congressOffice',
    label: '名册与邀请码',
    note: '谁绑定了微信，给没绑定的人发邀请码',
    url: '/office/roster',
    seldom: true,
  },
  {
    role: 'congressOffice',
    label: '小程序码',
    note: '站点、代表、公开栏的码，打印出来，群众一扫就到',
    url: '/office/codes',
    seldom: true,
  },
  {
    role: 'congressOffice',
    label: '规则与日历',
    note: '期限、放假安排，谁改过什么',
    url: '/office/settings',
    seldom: true,
  },
  {
    role: 'presidiumMember',
    label: '本镇的规则与日历',
    note: '期限、放假安排，谁改过什么',
    url: '/office/settings',
    seldom: true,
  },
  {
    role: 'congressOffice',
    label: '交办会',
    note: '一次交办多件，打印清单，看签收',
    url: '/office/hand-over',
    seldom: true,
  },
  ...(['congressOffice', 'presidiumMember'] as const).flatMap((role) => [
    {
      role,
      label: '各单位进展汇报',
      note: '每两个月一次，过了时间的在前',
      url: '/desk/progress',
      seldom: true,
    },
    {
      role,
      label: '待复核的公开内容',
      note: '公开以前由另一个人看一遍',
      url: '/office/content-checks',
    },
    {
      role,
      label: '已经公开的内容',
      note: '外面看得到的每一句、每一张，可以撤下',
      url: '/office/public-texts',
      seldom: true,
    },
    {
      role,
      label: '现场评议',
      note: '每季度一次，结果记到每件建议上',
      url: '/office/site-reviews',
      seldom: true,
    },
  ]),
  ...(['congressOffice', 'presidiumMember', 'deputy'] as const).map((role) => ({
    role,
    label: '上级代表建议',
    note: '带到县以上人大的建议，办到哪一步',
    url: '/office/external',
    seldom: true,
  })),
  {
    role: 'congressOffice',
    label: '建议类别',
    note: '受理时选的类别，数字按它分开',
    url: '/office/categories',
    seldom: true,
  },
  {
    role: 'congressOffice',
    label: '人代会会议',
    note: '登记届次和日期，建议按届次编号',
    url: '/office/sessions',
    seldom: true,
  },
  {
    role: 'congressOffice',
    label: '未送达的提醒',
    note: '没有送到微信的，打个电话',
    url: '/office/deliveries',
    seldom: true,
  },
  { role: 'unitStaff', label: '单位办理', note: '签收、面商、答复', url: '/desk/list' },
  {
    role: 'unitStaff',
    label: '本单位的评先资格',
    note: '哪些建议代表不认可结果，计入几件',
    url: '/desk/standing',
    seldom: true,
  },
  { role: 'deputy', label: '小组评议', note: '不记名评议本组建议的办理结果', url: '/desk/appraisals' },
  { role: 'unitStaff', label: '进展汇报', note: '在办的每两个月写一句进展', url: '/desk/progress' },
]

/** The doors that this person's roles open; a resident has none and sees nothing here. */
export function MyWork({ townId, all = false }: { townId: string; all?: boolean }) {
  const me = useMe()
  const roles = rolesIn(me, townId)
  const open = doors.filter(({ role, seldom }) => roles.includes(role) && (all || !seldom))
  // Two roles may open the same door.
  const mine = open.filter(({ url }, index) => open.findIndex((door) => door.url === url) === index)
  if (mine.length === 0) return null
  return (
    <View className="doors">
      <Card tight>
        {mine.map(({ label, note, url }) => (
          <Cell
            key={label}
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
