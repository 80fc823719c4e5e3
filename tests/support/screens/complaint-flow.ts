import type { Driver } from './driver'

/** Whoever complains says whom it is about; nobody it is about ever reads a word of it. */
export const complaint = '水利站收了二百元才肯来看，没有票。'
const secrets = ['二百元', '没有票']

/** @returns the number of the receipt */
export async function complain(villager: Driver): Promise<string> {
  await villager.open('/voice/petition')
  await villager.choose('是哪一类', '举报、控告')
  await villager.type('什么事', complaint)
  await villager.type('说的是哪个单位、哪个人', '镇水利站')
  await villager.shot('complaint')
  await villager.tap('登记')
  await villager.see('上面没有姓名、电话和内容。')
  await villager.shot('complaint-receipt')
  const [, first = '', second = ''] = /回执号 (\d{4}) (\d+)/.exec(await villager.text()) ?? []
  return first + second
}

/** Every place that somebody can go to, of work, of news and of what is public. */
export async function findsNothing(somebody: Driver, places: readonly string[]) {
  for (const place of places) {
    await somebody.open(place)
    await new Promise((wake) => setTimeout(wake, 300))
    for (const secret of secrets) await somebody.notSee(secret)
  }
}

/** The office points it to where it is handled, and whoever complained reads that. */
export async function pointTheWay(office: Driver, page: string) {
  await office.open(page)
  await office.see(complaint)
  await office.tapId('action-refer')
  await office.choose('该由哪里办', '纪检监察机关')
  await office.type('具体到哪里', '县纪委信访室，工作日上午')
  await office.confirm()
  await office.see('已指明去处')
}
export async function readsTheWay(villager: Driver, no: string) {
  await villager.open('/voice/petition')
  await villager.tap('我登记的')
  await villager.tap(`回执号 ${no}`)
  await villager.see('纪检监察机关：县纪委信访室，工作日上午')
  await villager.shot('complaint-answered')
}
