import type { Driver } from './driver'

const arrived = '送到了。有人回复时，这里和消息里都会告诉您。'

/** Speaks through the three questions. @returns how often a finger was needed, the button of the home among it */
export async function sayThreeThings(villager: Driver, voice: string) {
  await villager.open('/voice/say')
  await villager.see('在哪里？')
  await villager.shot('three-questions')
  // Two taps: from one to the other is spoken.
  await villager.speak(voice)
  await villager.see('听语音')
  await villager.tapId('next')
  await villager.see('怎么了？')
  await villager.tapId('next')
  await villager.see('想怎么办？')
  await villager.shot('three-questions-spoken')
  await villager.tapId('send')
  await villager.see(arrived)
  return 1 + 2 + 2 + 1
}

/** The same on the page of all fields, where one picks the deputy. */
export const tapsOfTheForm = 1 + 2 + 2 + 1

/** With keys: one field at a time, and what is missing is asked for where it belongs. */
export async function writeThreeThings(villager: Driver) {
  await villager.open('/voice/say')
  await villager.type('在哪里', '村东头桥边')
  await villager.tapId('next')
  await villager.see('怎么了？')
  await villager.tapId('next')
  await villager.see('想怎么办？')
  await villager.tapId('send')
  await villager.see('请按住“按住说话”说一段，或者写一句怎么了。')
  await villager.type('怎么了', '桥栏断了两根。')
  await villager.tapId('next')
  await villager.type('想怎么办', '先拉一条绳子。')
  await villager.tapId('send')
  await villager.see(arrived)
}
