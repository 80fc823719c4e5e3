import type { Driver } from './driver'

/** What is written without a network stays on the phone, and goes off by itself when the network is back. */
export async function writeWithoutNetwork(villager: Driver) {
  await villager.open('/pages/home')
  await villager.tap('说给代表听')
  await villager.see('送出')
  await villager.pick('代表', '王建国 代表')
  await villager.choose('是哪一种事', '提个建议')
  await villager.type('想说的话', '村口的路灯不亮了，能不能装太阳能的。')
  await villager.setOnline(false)
  await villager.tapId('send')
  await villager.see('网络不好，已先存在手机里，有网会自动送出。')
  await villager.shot('write-offline')
  await villager.setOnline(true)
  await villager.see('送到了。有人回复时，这里和消息里都会告诉您。')
}
