import { type Fault } from '../fault-shapes'
import { type NamedFault } from './named-fault'

type Kind = Fault extends infer One ? (One extends Fault ? Omit<One, 'path'> : never) : never

/** A fault of the connection or the reply, by default for the next call of any path. */
function wire(row: number, name: string, kind: Kind, says: string, path = '/*'): NamedFault {
  return {
    name,
    row,
    says,
    turnOn({ state }, { times, probability, ms, path: chosen = path }) {
      const fault: Fault = { ...kind, path: chosen }
      if (times !== undefined) fault.times = times
      if (probability !== undefined) fault.probability = probability
      if (ms !== undefined && fault.kind === 'slow') fault.ms = ms
      state.faults.push(fault)
    },
  }
}

const send = '/cgi-bin/message/subscribe/send'
const code = (errcode: number): Kind => ({ kind: 'errcode', errcode })

export const wireFaults: NamedFault[] = [
  {
    name: 'connectionRefused',
    row: 1,
    says: 'The port is closed until the faults are taken away (DELETE /__sim/faults at controlUrl).',
    turnOn: ({ outage }) => outage.begin(),
  },
  {
    name: 'nameNotFound',
    row: 1,
    says: 'The answer has a base whose name no server knows.',
    // `.invalid` never resolves (RFC 6761).
    turnOn: () => ({ base: 'http://api.weixin.invalid' }),
  },
  {
    name: 'tlsFailure',
    row: 1,
    says: 'The answer has a base with https where nobody speaks TLS.',
    turnOn: ({ addresses }) => ({ base: addresses.url.replace('http:', 'https:') }),
  },
  wire(1, 'resetBefore', { kind: 'reset' }, 'The connection breaks before anything has happened.'),
  wire(
    1,
    'resetMidBody',
    { kind: 'resetMidBody' },
    'It has happened; the connection breaks inside the reply.',
  ),
  wire(
    2,
    'slowAfterEffect',
    { kind: 'slow', ms: 15_000 },
    'It has happened; the reply comes after ms.',
    send,
  ),
  wire(2, 'noReplyAfterEffect', { kind: 'hangAfter' }, 'It has happened; no reply ever comes.', send),
  wire(2, 'noReplyBefore', { kind: 'hangBefore' }, 'Nothing has happened and no reply ever comes.', send),
  wire(3, 'http502', { kind: 'http502' }, 'HTTP 502 with a page of HTML.'),
  wire(3, 'http504', { kind: 'http504' }, 'HTTP 504 with a page of HTML.'),
  wire(3, 'truncatedJson', { kind: 'truncatedJson' }, 'HTTP 200 with half of the JSON.'),
  wire(3, 'plainTextJson', { kind: 'plainText' }, 'Good JSON called text/plain.'),
  wire(
    3,
    'jsonInsteadOfImage',
    { kind: 'swapped' },
    'JSON without an error where a picture belongs.',
    '/wxa/getwxacodeunlimit',
  ),
  wire(3, 'imageInsteadOfJson', { kind: 'swapped' }, 'A picture where JSON belongs.', send),
  wire(4, 'systemError', code(-1), 'errcode -1.'),
  wire(4, 'dayQuota', code(45009), 'errcode 45009.'),
  wire(4, 'minuteQuota', code(45011), 'errcode 45011.'),
  wire(4, 'checkQuota', code(44991), 'errcode 44991.', '/wxa/msg_sec_check'),
  wire(4, 'notAuthorised', code(48001), 'errcode 48001.', send),
  wire(4, 'userLimited', code(50002), 'errcode 50002.', send),
  wire(6, 'concurrentSend', code(43108), 'errcode 43108.', send),
  wire(6, 'sensitiveWords', code(45168), 'errcode 45168.', send),
]
