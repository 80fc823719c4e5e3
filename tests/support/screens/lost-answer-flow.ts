import type { Driver } from './driver'

export const first = '大郭西村东头的水管漏了。'
export const added = '已经漏了两天，结冰了。'

/** The message arrives, the answer is lost, the phone is put away; then a word is added and it is sent again. */
export async function sendAndAddAWord(villager: Driver) {
  await villager.open('/pages/home')
  await villager.tap('说给代表听')
  await villager.see('送出')
  await villager.pick('代表', '王建国 代表')
  await villager.type('想说的话', first)
  await villager.loseAnswers(true)
  await villager.tapId('send')
  await villager.see('网络不好，已先存在手机里，有网会自动送出。')
  await villager.type('想说的话', first + added)
  await villager.loseAnswers(false)
  await villager.reopen()
  await villager.tap('说给代表听')
  await villager.see('这是您上次没写完的')
  await villager.tapId('send')
  await villager.see('后来写的还没有送出：')
  await villager.see(added)
  await villager.shot('write-arrived-before')
  await villager.tap('补充到那一条')
  await villager.see('送到了。有人回复时，这里和消息里都会告诉您。')
  await villager.see(first)
  await villager.see(added)
}

/** The same with a step: it was taken, and whoever changes their words sees what was done with the first. */
export async function answerAndChangeIt(deputy: Driver, page: string) {
  await deputy.open(page)
  await deputy.tapId('action-answer')
  await deputy.type('回复', '我明天去看。')
  await deputy.loseAnswers(true)
  await deputy.confirm()
  await deputy.see('网络不好，已先存在手机里，有网会自动送出。')
  await deputy.loseAnswers(false)
  await deputy.type('回复', '我明天上午去看。')
  await deputy.confirm()
  await deputy.see('这次改的还没有送出，请先看看最新情况。')
  await deputy.tap('看最新情况')
  await deputy.see('我明天去看。')
}
