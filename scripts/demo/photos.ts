import sharp from 'sharp'
import type { Paper } from '../../shared/papers/paper'
import { Photo } from '../../server/database/entities/matters/photo'
import { newId } from '../../server/database/id'
import { takeInFile } from '../../server/gateways/files/take-in'
import { makePicture } from '../../server/gateways/pictures/make-picture'
import { writeWord } from '../../server/gateways/word/write-word'
import type { Actor } from '../../server/http/actor'
import type { Seeding } from './seeding'

/** The canal of the demo town, drawn: full of mud and weeds, and cleared. */
const canal = (water: string, inside: string) => `
  <svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900">
    <rect width="1200" height="360" fill="#bcd7ea"/>
    <path d="M0 360 L300 230 L620 330 L900 210 L1200 340 V420 H0 Z" fill="#7f9c78"/>
    <rect y="380" width="1200" height="520" fill="#a9b86c"/>
    <path d="M560 390 H640 L980 900 H220 Z" fill="#c9c2b4"/>
    <path d="M575 390 H625 L860 900 H340 Z" fill="${water}"/>
    ${inside}
  </svg>`
const weeds = Array.from({ length: 24 }, (_, place) => {
  const y = 450 + place * 18
  const x = 600 + ((place * 97) % 11) * 14 * (y / 900) - 70 * (y / 900)
  return `<path d="M${x} ${y} l-14 -44 l14 22 l6 -50 l8 48 l18 -20 l-18 44 Z" fill="#4d6b2f"/>`
}).join('')

const drawings: Readonly<Record<string, { before: string; after: string }>> = {
  清淤大营灌溉渠: { before: canal('#8a6f4b', weeds), after: canal('#5fa3c7', '') },
}

/** Uploads what the unit took of this matter, and the list of its works. @returns the fields of the reply's form; none for most matters */
export async function takePhotos({ database, townId }: Seeding, subject: string, unit: Actor, now: Date) {
  const drawn = drawings[subject]
  if (!drawn) return {}
  const keep = async (jpeg: Buffer, file: Pick<Photo, 'fileName' | 'fileKind' | 'fileBytes'>) => {
    const id = newId()
    const personId = unit.person?.id ?? ''
    await database.transaction((tx) =>
      tx.insert(Photo, {
        ...{ id, townId, personId, jpeg, uploadedAt: now, usedAt: null, checkId: null },
        ...file,
      }),
    )
    return [id]
  }
  const upload = async (svg: string) =>
    keep(await makePicture('photo', await sharp(Buffer.from(svg)).png().toBuffer()), {
      ...{ fileName: null, fileKind: null, fileBytes: null },
    })
  const { name, kind, bytes } = await takeInFile(await writeWord(worksDone(subject)), `${subject}工程量.docx`)
  return {
    photosBefore: await upload(drawn.before),
    photosAfter: await upload(drawn.after),
    files: await keep(bytes, { fileName: name, fileKind: kind, fileBytes: bytes.length }),
    filesOpen: true,
  }
}

/** What was done, as the unit would write it down. */
const worksDone = (subject: string): Paper => ({
  ...{ redHead: null, documentNo: null, mark: null, to: null, title: `${subject}工程量` },
  blocks: [
    {
      is: 'table',
      head: ['段', '长度（米）', '清出淤泥（立方米）'],
      rows: [
        ['渠首到一号闸', '900', '310'],
        ['一号闸到渠尾', '1300', '420'],
      ],
    },
    { is: 'note', text: '数量由承办单位和村里一起量过。' },
  ],
})
