import type { Driver } from './driver'

/** What an old neighbour has said, and what became of it. */
export const said = '路灯坏了三天，晚上看不见路。'
export const done = '路灯换好了，昨晚亮了。'

/** A neighbour without a phone says it, who wants no name written down; another types it. @returns what is on the slip */
export async function typeForElder(typist: Driver): Promise<string> {
  await typist.open('/voice/voices')
  await typist.pick('说给哪位代表', '王建国')
  await typist.type('群众说的话', said)
  await typist.tap('登记，转给代表')
  await typist.see('核对以后就转给王建国代表。')
  await typist.see('上面没有姓名和电话。')
  await typist.shot('slip')
  const [, first = '', second = ''] = /回执码 (\d{4}) (\d{4})/.exec(await typist.text()) ?? []
  return first + second
}

/** It has ended: whoever owes the word says it, and writes down how. */
export async function tellElder(teller: Driver) {
  await teller.open('/voice/call-list')
  await teller.see(done)
  await teller.see('没有留电话。')
  await teller.tap('告诉他了')
  await teller.choose('怎么告诉的', '当面')
  await teller.shot('told-by-mouth')
  await teller.tap('记下来')
  await teller.see('都告诉了。')
}

/** Whoever shows the slip hears what became of it, and that it was told. */
export async function askWithSlip(typist: Driver, code: string) {
  await typist.open('/voice/voices')
  await typist.tap('凭回执查')
  await typist.type('回执码', code)
  await typist.tap('查办到哪一步')
  await typist.see(done)
  await typist.see('当面')
  await typist.shot('slip-looked-up')
}
