import { type FileKind, mostFileBytes } from '../../../shared/files'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { makePicture } from '../pictures/make-picture'
import { fileTroubles, knownFile } from './known-file'

/**
 * A file as it is kept: known by its content, a picture encoded anew without place and camera, and called by what it is.
 * @throws Refusal `bad_input` about `file`, `too_large`
 */
export async function takeInFile(
  file: Buffer,
  name: string,
): Promise<{ name: string; kind: FileKind; bytes: Buffer }> {
  if (file.length > mostFileBytes && file.subarray(0, 5).toString() === '%PDF-') throw tooLarge()
  const known = await knownFile(file)
  if ('trouble' in known) throw wrongField('file', fileTroubles[known.trouble])
  if (known.kind === 'picture') {
    const bytes = await makePicture('photo', file).catch((error: unknown) => {
      const sentence = error instanceof Refusal ? error.fields?.photo : undefined
      throw sentence === undefined ? error : wrongField('file', sentence)
    })
    return { name: calledBy(name, 'jpg'), kind: 'jpg', bytes }
  }
  if (file.length > mostFileBytes) throw tooLarge()
  return { name: calledBy(name, known.kind), kind: known.kind, bytes: file }
}

const tooLarge = () => new Refusal('too_large', {}, '附件太大，请压缩到 5 MB 以内，或者分成几个文件。')

/** No path, no sign that a disk refuses, and the ending of what it is. */
function calledBy(name: string, kind: FileKind) {
  const base = (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/[<>:"|?*\p{C}]/gu, '')
    .replace(/\.[0-9a-z]{1,5}$/i, '')
  return `${base.trim().slice(0, 100) || '附件'}.${kind}`
}
