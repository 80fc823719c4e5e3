import { type CloudFault } from '../cloud/cloud-shapes'
import { type NamedFault } from './named-fault'

function nextCall(name: string, fault: CloudFault, says: string): NamedFault {
  return {
    name,
    row: 11,
    says,
    turnOn({ state }, { times = 1 }) {
      state.cloud.faults.push(...Array<CloudFault>(times).fill(fault))
    },
  }
}

export const cloudFaults: NamedFault[] = [
  nextCall('cloudWithoutOpenid', 'withoutOpenid', 'The next call into a container has no X-WX-OPENID.'),
  nextCall('cloudFromOnly', 'fromOnly', 'The next call into a container has the FROM headers only.'),
  nextCall(
    'cloudForgedHeaders',
    'forged',
    'The next call by POST /__sim/call is forged on the public route.',
  ),
  {
    name: 'databaseAsleep',
    row: 11,
    says: 'Connections through databasePort break, the next one fails and wakes the database.',
    turnOn: ({ database }) => database.fallAsleep('mute'),
  },
  {
    name: 'databaseResuming',
    row: 11,
    says: 'Connections through databasePort break, the next one is told that the database resumes, and wakes it.',
    turnOn: ({ database }) => database.fallAsleep('resuming'),
  },
]
