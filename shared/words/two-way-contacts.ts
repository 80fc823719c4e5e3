import type { Day } from '../rules/days'
import type { Profile } from '../rules/profiles'

/** 双联系 (catalogue 16, 18, 19): who keeps in touch, and with how many; source reports 002, 003, 004. */
export const contactKinds = {
  presidium: '主席团成员',
  government: '政府成员',
  county: '县领导',
} as const
export type ContactKind = keyof typeof contactKinds

export const contactWays = {
  visit: '上门',
  talk: '当面谈',
  phone: '打电话',
  meeting: '座谈',
} as const

/** What a town asks of those who keep in touch. */
export type ContactRules = Pick<
  Profile,
  'presidiumGroup' | 'presidiumFewest' | 'presidiumMost' | 'governmentFewest'
>

/** What of an arrangement is not as the town has it, or undefined. It may stand all the same. */
export function contactWarning(
  rules: ContactRules,
  kind: ContactKind | null,
  group: string | null,
  deputies: readonly string[] | null,
): string | undefined {
  if (kind === null || kind === 'county') return undefined
  const count = deputies?.length ?? 0
  if (kind === 'government')
    return count < Number(rules.governmentFewest)
      ? `政府成员每人联系 ${rules.governmentFewest} 名以上的代表，现在是 ${count} 名，请再选。`
      : undefined
  const [fewest, most] = [Number(rules.presidiumFewest), Number(rules.presidiumMost)]
  const said = [
    ...(rules.presidiumGroup && group === null ? ['还没有选代表小组'] : []),
    ...(count < fewest || (most > 0 && count > most) ? [`现在联系 ${count} 名代表`] : []),
  ]
  return said.length === 0 ? undefined : `${asked(rules)}，${said.join('，')}，请核对。`
}

/** `主席团成员每人联系一个代表小组和 3 至 10 名镇代表`. */
function asked({ presidiumGroup, presidiumFewest: fewest, presidiumMost: most }: ContactRules) {
  const count =
    fewest === '0'
      ? most === '0'
        ? ''
        : `不超过 ${most} 名镇代表`
      : most === '0'
        ? ` ${fewest} 名以上镇代表`
        : fewest === most
          ? ` ${fewest} 名镇代表`
          : ` ${fewest} 至 ${most} 名镇代表`
  return `主席团成员每人联系${[presidiumGroup ? '一个代表小组' : '', count].filter(Boolean).join('和')}`
}

/** To whoever is to keep in touch and was not with all of them; the same words all through a quarter. */
export const contactsLeft = (since: Day) =>
  `${since.slice(0, 4)}年第${quarterNames[(Number(since.slice(5, 7)) - 1) / 3] ?? ''}季度还剩一个月：安排您联系的小组和代表，还有没联系过的，打开看看是谁；联系过了的，记一笔就行。`
const quarterNames = ['一', '二', '三', '四']
