import type { Driver } from './driver'

/** Writes, and taps to send it where there is no network. */
async function sendWithoutNetwork(villager: Driver, said: string) {
  await villager.tap('说给代表听')
  await villager.see('送出')
  await villager.pick('代表', '王建国 代表')
  await villager.choose('是哪一种事', '提个建议')
  await villager.type('想说的话', said)
  await villager.setOnline(false)
  await villager.tapId('send')
  await villager.see('网络不好，已先存在手机里，有网会自动送出。')
}

/** What is written without a network stays on the phone, and goes off by itself when the network is back. */
export async function writeWithoutNetwork(villager: Driver) {
  await villager.open('/pages/home')
  await sendWithoutNetwork(villager, '村口的路灯不亮了，能不能装太阳能的。')
  await villager.shot('write-offline')
  await villager.setOnline(true)
  await villager.see('送到了。有人回复时，这里和消息里都会告诉您。')
}

/** The same though one goes on to another page, and though the program is closed before the network is back. */
export async function writeAndGoOn(villager: Driver) {
  await villager.back()
  await sendWithoutNetwork(villager, '桥头的护栏松了。')
  await villager.back()
  await villager.go('我的事')
  await villager.see('待发送')
  await villager.see('桥头的护栏松了。')
  await villager.shot('outbox-waiting')
  await villager.tap('先不送')
  await villager.see('不送了？写的话还留在原来那一页。')
  await villager.setOnline(true)
  await villager.notSee('待发送')
  await villager.see('已送达')
  await villager.see('送到了，只送了一次。')
  await villager.shot('outbox-arrived')
}

/** What the server says no to comes back into its form, with its words and the sentence. */
export async function answerTooLate(deputy: Driver, page: string, meanwhile: () => Promise<unknown>) {
  await deputy.open(page)
  await deputy.tapId('action-answer')
  await deputy.type('回复', '我明天去看。')
  await deputy.tap('关闭')
  await deputy.tapId('action-answer')
  await deputy.see('这是您上次没写完的')
  await deputy.setOnline(false)
  await deputy.confirm()
  await deputy.see('网络不好，已先存在手机里，有网会自动送出。')
  await deputy.tap('关闭')
  await deputy.see('还在手机里，有网会自动送出。')
  await meanwhile()
  await deputy.setOnline(true)
  await deputy.see('没有办成：')
  await deputy.shot('outbox-refused')
}

/** What was read before opens without a network too, says how old it is, and is made new when the network is back. */
export async function readWithoutNetwork(villager: Driver) {
  await villager.tap('知道了')
  await villager.go('首页')
  await villager.go('我的事')
  await villager.tap('桥头的护栏松了')
  await villager.see('和王建国代表的对话')
  await villager.back()
  await villager.setOnline(false)
  await villager.tap('桥头的护栏松了')
  await villager.see('网络不好，下面是 ')
  await villager.see('和王建国代表的对话')
  await villager.shot('read-offline')
  await villager.setOnline(true)
  await villager.notSee('网络不好，下面是 ')
  await villager.see('和王建国代表的对话')
}
