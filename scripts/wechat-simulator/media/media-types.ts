/** How files of the allowed types begin, in hex (section 5, A); names and headers are not believed. */
const beginnings = {
  1: [
    /^(494433|fffb|fff3|fff2)/, // mp3
    /^(fff1|fff9)/, // aac
    /^0b77/, // ac3
    /^3026b275/, // wma
    /^664c6143/, // flac
    /^4f676753/, // ogg: vorbis, opus
    /^52494646.{8}57415645/, // wav
  ],
  2: [
    /^ffd8ff/, // jpg
    /^89504e470d0a1a0a/, // png
    /^424d/, // bmp
    /^474946383[79]61/, // gif
  ],
}

export function isAllowedMedia(bytes: Buffer, type: 1 | 2): boolean {
  const start = bytes.subarray(0, 16).toString('hex')
  return beginnings[type].some((pattern) => pattern.test(start))
}
