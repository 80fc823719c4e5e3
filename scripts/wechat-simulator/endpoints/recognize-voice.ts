import { type Call, type Endpoint } from '../endpoint'
import { refuse } from '../refusal'
import { type Reply, replyJson } from '../reply'
import { type App } from '../shapes'
import { type World } from '../world'

/** mp3, 16 kHz, mono, 1 MB at most. */
const mostBytes = 1024 * 1024
const isMp3 = (file: Buffer) =>
  file.toString('latin1', 0, 3) === 'ID3' || (file[0] === 0xff && ((file[1] ?? 0) & 0xe6) === 0xe2)
/** The result is there for so long after the upload. */
const keptMs = 10_000
const languages = ['zh_CN', 'en_US']

function readVoiceId(query: URLSearchParams): string {
  const id = query.get('voice_id') ?? ''
  return /^[\w-]{1,64}$/.test(id) ? id : refuse(40097)
}

function checkLanguage(query: URLSearchParams) {
  if (!languages.includes(query.get('lang') ?? 'zh_CN')) refuse(40097)
}

/** What a test has put into a recording is what is heard in it. */
function heardIn(file: Buffer): string {
  const [, said = ''] = /SIM_SAYS\[(?<said>[^\]]*)\]/.exec(file.toString('utf8')) ?? []
  return said
}

/** `addVoiceToRecoForText`: format, name, language, then the file. */
function add(world: World, { query, body }: Call, app: App): Reply {
  if (query.get('format') !== 'mp3') refuse(40097)
  const id = readVoiceId(query)
  checkLanguage(query)
  const { media } = body
  if (!Buffer.isBuffer(media) || media.length === 0) return refuse(44002)
  if (media.length > mostBytes || !isMp3(media)) refuse(40004)
  const { state } = world
  state.voices = state.voices.filter((one) => one.appid !== app.appid || one.id !== id)
  state.voices.push({ appid: app.appid, id, text: heardIn(media), at: world.now() })
  return replyJson({ errcode: 0, errmsg: 'ok' })
}

/** `queryRecoResultForText`: the words, or an empty text where nothing was understood. */
function query(world: World, { query: asked }: Call, app: App): Reply {
  const id = readVoiceId(asked)
  checkLanguage(asked)
  const found = world.state.voices.find((one) => one.appid === app.appid && one.id === id)
  if (found === undefined || world.now() - found.at > keptMs) return refuse(-1)
  return replyJson({ result: found.text })
}

export const recognition: Endpoint[] = [
  {
    kind: 'business',
    method: 'POST',
    path: '/cgi-bin/media/voice/addvoicetorecofortext',
    format: 'file',
    answer: add,
  },
  {
    kind: 'business',
    method: 'POST',
    path: '/cgi-bin/media/voice/queryrecoresultfortext',
    format: 'none',
    answer: query,
  },
]
