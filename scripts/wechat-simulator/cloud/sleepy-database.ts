import { connect, createServer, type Server, type Socket } from 'node:net'
import { pipeline } from 'node:stream'
import { type World } from '../world'

export type SleepyDatabase = { server: Server; fallAsleep(how: 'mute' | 'resuming'): void; close(): void }

/** One packet of MySQL's protocol: length, number, 0xff, error 9449 and its SQLSTATE, as the vendor's page words it (A). */
const resuming = (() => {
  const says = '#08S01CynosDB serverless instance is resuming, please try connecting again'
  const body = Buffer.concat([Buffer.from([0xff, 9449 & 0xff, 9449 >> 8]), Buffer.from(says)])
  return Buffer.concat([Buffer.from([body.length, 0, 0, 0]), body])
})()

/** The database of 云托管: the first connection after a sleep fails and wakes it (section 1.3, A). */
export function makeSleepyDatabase(world: World): SleepyDatabase {
  const open = new Set<Socket>()

  function dropAll(): void {
    for (const socket of open) socket.destroy()
  }

  const server = createServer((socket) => {
    const { cloud } = world.state
    const sleep = cloud.databaseSleep
    if (sleep !== 'awake' || !cloud.database) {
      cloud.databaseSleep = 'awake'
      socket.on('error', () => undefined)
      if (sleep === 'resuming') socket.end(resuming)
      else socket.destroy()
      return
    }
    const behind = connect(cloud.database)
    for (const one of [socket, behind]) {
      open.add(one)
      one.on('error', () => undefined)
      one.on('close', () => open.delete(one))
    }
    pipeline(socket, behind, socket, () => undefined)
  })
  return {
    server,
    fallAsleep(how) {
      world.state.cloud.databaseSleep = how
      dropAll()
    },
    close: dropAll,
  }
}
