import type { Driver } from './driver'

/** Whoever cannot come asks another from the page of the day; it holds when the other says so, and not before. */
export async function swapTurns({ deputy, coSigner }: { deputy: Driver; coSigner: Driver }, page: string) {
  await deputy.open(page)
  await deputy.see('王建国')
  await deputy.tapId('action-askSwap')
  await deputy.pick('请谁', '张春梅')
  await deputy.type('为什么', '去县里开会')
  await deputy.confirm()
  await deputy.see('“请人换班”办好了。')
  await coSigner.open('/pages/inbox')
  await coSigner.see('王建国请您换班')
  await coSigner.open(page)
  await coSigner.tapId('action-answerSwap')
  await coSigner.choose('行不行', '行')
  await coSigner.confirm()
  await coSigner.see('“回答换班”办好了。')
  await coSigner.shot('turns-swapped')
}

/** What a holiday has moved says where it was; who cannot come says so, and the office reads that somebody is missing. */
export async function seeTheMonths({ coSigner, office }: { coSigner: Driver; office: Driver }, page: string) {
  await coSigner.open('/voice/reception')
  await coSigner.see('1月4日 周一 9:00')
  await coSigner.see('原来是2027年1月1日')
  await coSigner.shot('roster-holiday')
  await coSigner.open(page)
  await coSigner.tapId('action-beAway')
  await coSigner.type('为什么', '孩子结婚')
  await coSigner.confirm()
  await coSigner.see('“那天来不了”办好了。')
  await office.open('/office/receptions')
  await office.see('2027年1月')
  await office.see('缺人')
  await office.see('还没有人')
  await office.shot('roster-short')
}
