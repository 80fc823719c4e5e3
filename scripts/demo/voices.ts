import type { Satisfaction } from '../../shared/words/words'
import type { OpinionLife } from './live-opinion'
import { addAccount, sendDemoOpinion } from './live-opinion'
import type { DemoOpinion } from './opinion-list'
import type { Seeding } from './seeding'

/** What people ask in any half-year, and what they were told. */
const everyday = [
  ['村口的路灯坏了一盏。', '今天换好了，晚上再看看亮不亮。'],
  ['垃圾三天没有拉。', '和保洁公司说了，今天拉走，以后一天一次。'],
  ['门口的水沟堵了，下雨水倒进院子。', '清开了，盖板也换了新的。'],
  ['想问老年证怎么办。', '带身份证和一张照片到村委会，当天就能办。'],
  ['田里的机耕路冲了个坑，车过不去。', '已经拉石子填平了。'],
  ['水压不够，二楼上不去水。', '水管站换了减压阀，今天水正常了。'],
  ['养老保险断了两年还能补吗？', '能补，我陪您去社保所问过了，这个月就可以交。'],
  ['路边的树挡了拐弯的地方。', '和林业站说好，昨天修剪了。'],
  ['村里的广播听不清。', '喇叭换了位置，您再听听。'],
  ['幼儿园门口车太多。', '上学放学两个时段请了人看着。'],
] as const
/** In these villages people speak up; the others keep silent, and the map says so. */
const villages = [
  ...['大郭西村', '石桥村', '沙坝村', '红土坡村', '碧云村', '新寨村'],
  ...['长冲村', '田心社区', '大营村', '柳树坪村', '河湾村', '老寨村'],
]
const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙', '马', '朱', '胡']
const called = ['大爷', '大嫂', '师傅', '大姐']
const many = 30
/** Nobody has told them yet how it ended: they stand on the list of whoever owns that. */
const untold = 3

/** A half-year of small things, each at home in a part of its village, each settled within days. */
export async function keepVoices(seeding: Seeding) {
  for (let at = 0; at < many; at += 1) {
    const [text, told] = everyday[at % everyday.length] ?? everyday[0]
    const opinion: DemoOpinion = {
      resident: `${surnames[at % surnames.length] ?? ''}${called[at % called.length] ?? ''}`,
      village: villages[(at * 5) % villages.length] ?? '',
      part: at % 3 === 0 ? 'naturalVillage' : 'villagerGroup',
      deputy: (at * 7) % 40,
      kind: text.endsWith('？') || text.startsWith('想问') ? 'enquiry' : 'propose',
      text,
      daysAgo: 12 + at * 5,
      answer: told,
    }
    const accountId = await addAccount(seeding, `oDemoVoice-${at}-`.padEnd(28, '0'))
    await settle(await sendDemoOpinion(seeding, opinion, accountId), told, at)
  }
}

async function settle({ take, deputy, resident }: OpinionLife, explanation: string, at: number) {
  await take(deputy, 'close', { explanation })
  await take('system', 'showEnd')
  const rating: Satisfaction = at % 6 === 5 ? 'basicallySatisfied' : 'satisfied'
  if (at >= untold) await take(resident, 'rate', { rating })
}
