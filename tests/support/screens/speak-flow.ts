import fs from 'node:fs'
import path from 'node:path'
import { recordings } from '../attachments'
import { picture } from '../photos'
import type { Driver } from './driver'

/** Files as a phone would have them. */
export async function phoneFiles() {
  const folder = path.resolve('tests/.output')
  fs.mkdirSync(folder, { recursive: true })
  const [photo, voice] = [path.join(folder, 'said.jpg'), path.join(folder, 'said.mp3')]
  fs.writeFileSync(photo, await picture(400, 300))
  fs.writeFileSync(voice, recordings.mp3)
  return { photo, voice }
}

const arrived = '送到了。有人回复时，这里和消息里都会告诉您。'
/** Nobody waits longer than that. */
const mostMs = 40_000

/**
 * From a printed code to a message that has arrived, spoken and with a photo, while every second request comes to
 * nothing. @returns how often a finger was needed, and how long it took
 */
export async function scanAndSpeak(
  villager: Driver,
  scene: string,
  { photo, voice }: Awaited<ReturnType<typeof phoneFiles>>,
) {
  // Somebody who has been here before.
  await villager.open('/pages/home')
  await villager.see('说给代表听')
  await villager.failEverySecond(true)
  const from = performance.now()
  await villager.scan(scene)
  await villager.see('按住说话')
  await villager.speak(voice)
  await villager.see('听语音')
  await villager.givePicture('添加照片', photo)
  await villager.see('去掉')
  await villager.notSee('正在上传…')
  await villager.shot('write-spoken')
  await villager.tapId('send')
  const taps = 4
  // The line comes back again and again; what is on the phone goes off by itself, without another tap.
  while (!(await villager.text()).includes(arrived) && performance.now() < from + mostMs) {
    await new Promise((wake) => setTimeout(wake, 200))
    await villager.setOnline(true)
  }
  await villager.see(arrived)
  const seconds = (performance.now() - from) / 1000
  await villager.failEverySecond(false)
  await villager.see('听语音')
  await villager.shot('write-spoken-arrived')
  return { taps, seconds }
}

/** Whoever it was said to opens it, listens and answers by voice. */
export async function listenAndAnswer(deputy: Driver, page: string, voice: string) {
  await deputy.open(page)
  await deputy.see('听语音')
  await deputy.shot('heard')
  await deputy.tapId('action-answer')
  await deputy.speak(voice)
  await deputy.see('重新说')
  await deputy.notSee('正在上传…')
  await deputy.shot('answer-spoken')
  await deputy.confirm()
  await deputy.see('群众还看不到')
}
