import type { VoiceFormat } from '../../../shared/matters/opinion/attachments'

const begins = (file: Buffer, sign: string, at = 0) => file.toString('latin1', at, at + sign.length) === sign

/** Of the box that MPEG-4 begins with: those under which phones and browsers write sound. */
const brands = ['M4A ', 'M4B ', 'mp41', 'mp42', 'isom', 'iso2', 'iso5', 'iso6', 'dash', '3gp4', '3gp5']
/** Where the head of a recording says what is in it. */
const head = 4096

/** What kind of recording it is by what is in it; undefined where it is none. A film is none. */
export function knownVoice(file: Buffer): VoiceFormat | undefined {
  const [first = 0, second = 0] = file
  if (begins(file, 'ID3')) return 'mp3'
  // A frame of MPEG audio: eleven bits set, then which layer it is; ADTS has none.
  if (first === 0xff && (second & 0xe6) === 0xe2) return 'mp3'
  if (first === 0xff && (second & 0xf6) === 0xf0) return 'aac'
  if (begins(file, 'ftyp', 4))
    return brands.includes(file.toString('latin1', 8, 12)) && !file.includes('vide') ? 'm4a' : undefined
  const start = file.toString('latin1', 0, head)
  if (begins(file, '\x1a\x45\xdf\xa3'))
    return start.includes('webm') && /A_(OPUS|VORBIS)/.test(start) && !/V_(VP|AV|MPEG)/.test(start)
      ? 'webm'
      : undefined
  if (begins(file, 'OggS'))
    return /OpusHead|vorbis/.test(start) && !start.includes('theora') ? 'ogg' : undefined
  return undefined
}
