import { live, staySignedIn } from '../lived'
import type { TestServer } from '../server'
import type { TestTown } from '../town'
import type { Driver } from './driver'

/** An autumn: one done well, one that lies with 财政所 since it was handed over. Told on 23 November. */
export async function fillAutumn(server: TestServer, town: TestTown) {
  await staySignedIn(server)
  await live(server, town, { rounds: [{ repliedAfterDays: 10, rating: 'satisfied' }] })
  await live(server, town, { subject: '给主街装路灯', category: 'roads', unit: 'coUnit' })
  server.clock.set('2026-11-23T01:00:00.000Z')
}

/** The office reads its figures: each with its formula, and 满意率 beside 解决率. */
export async function officeReadsFigures(office: Driver, name: string) {
  await office.open('/office/figures')
  await office.see('已办结、最后一次答复是“已经解决”、代表最后没有评“不满意”的件数 ÷ 已交办的件数')
  await office.see('满意率要和解决率、办成率放在一起看：解决率是单位自己说的，办成率是别人认可的。')
  await office.see('镇财政所')
  await office.shot(`${name}-rates`)
  await office.tap('按类别')
  await office.see('道路桥梁')
  await office.tap('按年份')
  await office.see('2026年')
  await office.tap('去年')
  await office.see('这段时间没有交办的建议，还算不出比率。')
  await office.tap('自己选')
  await office.see('从哪天')
  await office.pickDay('从哪天', '2026-11-20')
  await office.see('这段时间没有交办的建议，还算不出比率。')

  await office.tap('年度报告')
  await office.see(
    '全年交办 2 件，已答复 1 件，办结 1 件，其中单位说已解决 1 件，办成 1 件；在办 1 件，其中逾期 0 件（严重逾期 0 件）。',
  )
  await office.shot(`${name}-annual`)

  await office.tap('建议台账')
  await office.see('台账里没有群众的姓名、电话和留言。')
  await office.shot(`${name}-ledger`)
}

/** What lies still leads to the suggestion itself. */
export async function officeFindsWhatLiesStill(office: Driver, name: string) {
  await office.tap('久拖未动')
  await office.see('给主街装路灯')
  await office.tap('90 天以上')
  await office.see('没有放了 90 天以上的建议。')
  await office.tap('60 天以上')
  await office.see('给主街装路灯')
  await office.shot(`${name}-ageing`)
  await office.tap('给主街装路灯')
  await office.see('现在等：镇财政所')
}

/** Anyone reads the bulletin, one tap from the board. */
export async function villagerReadsBulletin(villager: Driver, name: string) {
  await villager.open('/pages/board')
  await villager.tapId('bulletin')
  await villager.see('禾丰坝镇代表建议办理情况公开通报')
  await villager.see('修复大郭西段河堤')
  await villager.shot(`${name}-bulletin`)
  await villager.tap('2026年上半年')
  await villager.see('这半年没有公开的建议。')
  // 代表法 51 ¶3: the report of the year is open to everyone.
  await villager.tap('看全年的办理情况报告')
  await villager.see('禾丰坝镇2026年代表建议办理情况报告')
}
