import { majorityOf } from './quorum'

/** A member of the presidium, as the register of posts has them. */
export interface Member {
  name: string
  /** The matter concerns them: they do not decide. */
  concerned: boolean
  /** They proposed it, or their unit handles it: who agrees is counted without them. */
  own: boolean
}

/** Who may decide where the presidium cannot, and a meeting of the presidium; 会议室 is a room. */
const session = /人民代表大会|人代会|人大会议(?!室)|代表大会|县人大(?!会议室)/
const meeting = /会议(?!室)|主席团会(?!议)/

/**
 * 地方组织法 art. 18–19, rules §2: the presidium decides by more than half of all its members. A meeting counts for itself;
 * where none was held, those who agreed are named, and counted against the register of posts. Where those whom the matter
 * concerns are so many that the others are no more than half, a session of the congress or the county decides.
 * @returns what is wrong with it, in a sentence for whoever types it
 */
export function troubleOfDecision(how: string, members: readonly Member[]): string | null {
  const needed = majorityOf(members.length)
  const left = members.filter(({ concerned }) => !concerned)
  if (session.test(how)) return null
  const all = `主席团一共 ${members.length} 位`
  if (left.length < Math.min(needed, members.length))
    return `${all}，除去这件事关系到的 ${members.length - left.length} 位还有 ${left.length} 位，不到要有的 ${needed} 位，主席团不能定。请提交镇人民代表大会会议决定，或者报县人大常委会，再在这里写明是哪一次会议。`
  if (meeting.test(how)) return null
  const named = namedIn(how, members)
  if (named.length === 0)
    return `请写哪一次主席团会议；没有开会的，写同意的成员的姓名（${all}，要 ${needed} 位以上）。`
  const agreed = named.filter(({ concerned, own }) => !concerned && !own)
  if (agreed.length >= needed) return null
  const aside = named.filter((one) => !agreed.includes(one)).map(({ name }) => name)
  return `写了 ${agreed.length} 位同意的成员，${all}，要 ${needed} 位以上同意。${
    aside.length > 0 ? `${aside.join('、')}和这件事有关，不算在内。` : ''
  }`
}

/** Longer names first: 李志 is not named by 李志强. */
function namedIn(how: string, members: readonly Member[]): Member[] {
  let rest = how
  return [...members]
    .sort((one, other) => other.name.length - one.name.length)
    .filter(({ name }) => {
      const isNamed = rest.includes(name)
      if (isNamed) rest = rest.replace(name, '　')
      return isNamed
    })
}
