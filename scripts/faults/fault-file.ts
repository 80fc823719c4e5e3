// Loaded into a server before its own code: while a file is there, the drivers fail as it says.
import fs from 'node:fs'
import { type DriverFault, failDriver } from './failing-driver'

export type FaultFile = Omit<DriverFault, 'at'> & { at: string }

const file = process.env.FAULT_FILE ?? ''
let was = ''
setInterval(() => {
  const is = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
  if (is === was) return
  was = is
  const fault = is === '' ? undefined : (JSON.parse(is) as FaultFile)
  failDriver(fault && { ...fault, at: new RegExp(fault.at) })
}, 20).unref()
