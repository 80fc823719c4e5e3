import type { PostKind } from '../permissions'
import type { PushKind } from './messages'

/**
 * What people are told without a step of a matter: nobody took one, something is only due. What a step tells stands in
 * its row.
 */
export interface ToldRow {
  says: string
  /** Whoever holds this post in the town. */
  to: PostKind
  push: PushKind
  source: string
}

export const told = {
  holidaysToLoad: {
    says: '请载入 {year} 年放假安排：国务院办公厅一般十一月公布。没有载入以前，落在 {year} 年的期限是暂定的。',
    to: 'congressOffice',
    push: 'task',
    source:
      'The list of days off of a year is made known in November before it; limits in working days need it',
  },
} as const satisfies Record<string, ToldRow>
export type ToldName = keyof typeof told

/** What an account is told that is nobody of the register any more. */
export const bindingEnded = {
  says: (town: string, name: string) =>
    `这个微信和${town}“${name}”的绑定已经解除，以后不能再用这个身份办事。换了微信的，请用新微信打开小程序，在“我”里填新的邀请码；不是您要求的，请联系镇人大办。`,
  page: 'pages/me',
  push: 'progress',
} as const satisfies Omit<ToldRow, 'says' | 'to' | 'source'> & {
  says: (town: string, name: string) => string
  page: string
}

/** 地方组织法 18 for chair and vice-chairs; several provinces for every member. */
export const saysConflict = (units: string, leads: boolean) =>
  leads
    ? `同时在${units}任职：主席、副主席不能担任行政机关职务（地方组织法第18条），请核对，给其中一项办离任。`
    : `同时在${units}任职：河南、浙江、重庆等地规定主席团成员也不能担任行政机关职务，请核对。`

/** What people of the register are told when a mandate or a post begins, rests or ends, and the office of what follows. */
export const toldOfOffice = {
  mandateBegun: (office: string) => `您已登记为${office}，可以开始履职了。`,
  mandateEnded: (office: string, day: string, reason: string) =>
    `您从${day}起不再是${office}（${reason}）。以前提的建议照常办理，结果照样答复您。`,
  termOver: (office: string, day: string) =>
    `您的${office}任期到${day}届满，感谢您这一届为群众做的工作。以前提的建议照常办理，结果照样答复您。`,
  termBegun: (
    term: number,
    day: string,
    { again, fresh, left, presidium }: Record<'again' | 'fresh' | 'left' | 'presidium', number>,
  ) =>
    `第${term}届人大从${day}起履职：连任 ${again} 位，新当选 ${fresh} 位，离任 ${left} 位。主席团 ${presidium} 项任职随上一届届满，请登记新选出的主席团成员；再看看哪些小组没有组长、哪些选区没有选满。`,
  suspended: (office: string, day: string) =>
    `您的${office}职务从${day}起暂停履行：可以看办理情况，不能提新的、附议和表决。有疑问请联系镇人大办。`,
  deputyLeft: (name: string, how: string, suggestions: number, opinions: number) =>
    `${name}代表${how}。${suggestions > 0 ? `提出的建议有 ${suggestions} 件在办，照常办理，结果答复本人。` : ''}${
      opinions > 0 ? `有 ${opinions} 条群众留言等着您转给另一位代表。` : ''
    }没有答复的附议不再等。`,
  postBegun: (office: string) => `您已登记为${office}，可以开始办理了。`,
  postEnded: (office: string, day: string, reason: string) =>
    `您从${day}起不再担任${office}（${reason}），不能再看、再办这个岗位的事。有疑问请联系镇人大办。`,
  presidiumLeft: (office: string) => `${office}有一位离任，这个职务可能出缺：由大会补选，选出以后请登记。`,
  bothPosts: (name: string, conflict: string) => `${name}${conflict}`,
  unitLeft: (office: string, open: number, names: readonly string[]) =>
    `${office}有一位离任。单位经手的 ${open} 件${
      names.length > 0
        ? `由${names.join('、')}接着办。`
        : '现在没有人办，请尽快登记接任的人，或改交别的单位。'
    }`,
} as const

/** What somebody did to a setting while another had it open. */
export const settingChanged = '改过'
