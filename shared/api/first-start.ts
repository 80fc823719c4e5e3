import * as z from 'zod/mini'
import { choice, line, maybe, personName, phone, tick } from '../grammar/fields'
import { named, post } from '../grammar/endpoint'
import { type ProfileName, profiles } from '../rules/profiles'

const profileNames = Object.fromEntries(
  Object.entries(profiles).map(([key, { name }]) => [key, name]),
) as Record<ProfileName, string>
const profile = (extra = {}) => choice<ProfileName>('适用规则', profileNames, extra)
const townName = (extra = {}) => line('乡镇', 40, { help: '写全名，例如“禾丰坝镇”。', ...extra })
const clerkPhone = maybe(phone('手机号', { help: '可以不填。只有镇人大办看得到。' }))

const startCode = line('启动码', 20, { help: '启动服务器时终端里显示的 10 位字母和数字，半小时内有效。' })
const ofTown = { shownWhen: [{ field: 'at', is: 'town' }] }
export const worksAt = { town: '镇人大办', county: '县人大' } as const

/** What the first one of all fills in. Of a county no town yet: its clerk opens one after the other. */
export const firstStart = z
  .strictObject({
    code: startCode,
    at: choice('您在哪里工作', worksAt),
    town: maybe(townName(ofTown)),
    profile: maybe(profile(ofTown)),
    county: maybe(
      line('属于哪个县', 40, { help: '县里也用这套系统才填，例如“青禾县”。在县人大工作的一定要填。' }),
    ),
    name: personName('您的姓名', 20),
    phone: clerkPhone,
  })
  .check(
    z.refine(({ at, town }) => at === 'county' || town !== undefined, {
      error: '请写乡镇的全名，例如“禾丰坝镇”。',
      path: ['town'],
    }),
    z.refine(({ at, profile }) => at === 'county' || profile !== undefined, {
      error: '请选本镇适用哪一套规则。',
      path: ['profile'],
    }),
    z.refine(({ at, county }) => at === 'town' || county !== undefined, {
      error: '请写是哪个县，例如“青禾县”。',
      path: ['county'],
    }),
  )

export const beginHere = post('/first-start', {
  who: 'account',
  says: '第一次启动：凭终端里的启动码建好第一个镇（或县），自己就是第一位工作人员',
  input: firstStart,
  output: z.strictObject({ town: z.nullable(named), name: z.string() }),
})

/** What a county's clerk fills in for a further town. */
export const furtherTown = z.strictObject({
  town: townName(),
  another: maybe(tick('是另一个镇，不是名字很像的那一个', { onceAsked: true })),
  profile: profile(),
  name: personName('镇人大办第一位工作人员', 20),
  phone: clerkPhone,
})

export const openTown = post('/counties/:county/towns', {
  who: 'account',
  says: '县人大：再开通一个镇，得到镇人大办第一位工作人员的邀请码',
  secret: true,
  input: furtherTown,
  output: z.strictObject({ town: named, name: z.string(), code: z.string(), validUntil: z.string() }),
})
