import { openHouse } from '../../../scripts/faults/house'
import { kill } from '../../../scripts/faults/kill'
import { sleep } from '../../../scripts/faults/scenario'
import { groundOf } from '../../support/faults'
import { votingHallIn } from '../../support/voting-hall'

const phones = 60
const atOnce = 6

test('a server killed while a hall votes has counted every vote that it acknowledged, and none twice', async () => {
  const house = await openHouse(groundOf(kill))
  let url: string | null = null
  try {
    let server = await house.start()
    url = server.url
    const hall = votingHallIn(house, () => url)
    // A slip whose answer was lost with the server is drawn once more.
    const { id, roomCode } = await hall.open(phones * 3)
    let voted = 0
    let again = 0
    const crowd = Array.from({ length: atOnce }, async () => {
      for (let own = 0; own < phones / atOnce; own += 1) {
        again += await hall.vote(roomCode)
        voted += 1
        await sleep(60)
      }
    })
    for (let kills = 0; kills < 2; kills += 1) {
      await sleep(250 + Math.random() * 150)
      url = null
      await server.kill('SIGKILL')
      server = await house.start()
      url = server.url
    }
    await Promise.all(crowd)
    await hall.step(id, 'endRating', {})
    await hall.step(id, 'announce', {})
    const { reports } = await hall.see(id)
    expect([voted, again > 0]).toEqual([phones, true])
    expect(reports.map(({ result }) => result?.votes)).toEqual(
      reports.map(() => ({ satisfied: phones, basicallySatisfied: 0, notSatisfied: 0 })),
    )
  } finally {
    await house.close()
  }
})
