// The least server as a process of its own.
import type { AddressInfo } from 'node:net'
import { tellUsage } from '../usage'
import { createLeastServer } from './server'
import { openStore } from './store'

const store = openStore(process.env.DATABASE_URL ?? '')
const server = createLeastServer(store, () => new Date())
server.listen(0, '127.0.0.1', () => {
  tellUsage(() => store.asked())
  process.send?.({ ready: true, port: (server.address() as AddressInfo).port })
})
process.on('disconnect', () => process.exit(0))
