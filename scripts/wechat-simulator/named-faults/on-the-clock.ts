import { msToMidnight } from '../counters'
import { type NamedFault } from './named-fault'

const skewMs = 10 * 60_000

export const clockFaults: NamedFault[] = [
  {
    name: 'clockAhead',
    row: 10,
    says: 'The platform is ten minutes ahead of us.',
    turnOn: ({ state }) => void (state.clockOffsetMs += skewMs),
  },
  {
    name: 'clockBehind',
    row: 10,
    says: 'The platform is ten minutes behind us.',
    turnOn: ({ state }) => void (state.clockOffsetMs -= skewMs),
  },
  {
    name: 'pastMidnight',
    row: 10,
    says: 'It is one second past the next midnight in Shanghai: another day of quotas.',
    turnOn: (world) => void (world.state.clockOffsetMs += msToMidnight(world) + 1000),
  },
]
