import { connect, createServer, type Server, type Socket } from 'node:net'
import { pipeline } from 'node:stream'
import { type World } from '../world'

export type SleepyDatabase = { server: Server; fallAsleep(): void; close(): void }

/** The database of 云托管: the first connection after a sleep fails and wakes it (section 1.3, A). */
export function makeSleepyDatabase(world: World): SleepyDatabase {
  const open = new Set<Socket>()

  function dropAll(): void {
    for (const socket of open) socket.destroy()
  }

  const server = createServer((socket) => {
    const { cloud } = world.state
    if (cloud.isDatabaseAsleep || !cloud.database) {
      cloud.isDatabaseAsleep = false
      socket.destroy()
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
    fallAsleep() {
      world.state.cloud.isDatabaseAsleep = true
      dropAll()
    },
    close: dropAll,
  }
}
