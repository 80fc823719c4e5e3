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

const png = (svg: string) => sharp(Buffer.from(svg)).png().toBuffer()

/** Uploads what the unit took of this matter, and the list of its works. @returns the fields of the reply's form; none for most matters */
export async function takePhotos(seeding: Seeding, subject: string, unit: Actor, now: Date) {
  const drawn = drawings[subject]
  if (!drawn) return {}
  const upload = async (svg: string) =>
    keep(seeding, unit, await makePicture('photo', await png(svg)), now, {
      ...{ fileName: null, fileKind: null, fileBytes: null },
    })
  return {
    photosBefore: [await upload(drawn.before)],
    photosAfter: [await upload(drawn.after)],
    files: [await keepFile(seeding, unit, await writeWord(worksDone(subject)), `${subject}工程量.docx`, now)],
    filesOpen: true,
  }
}

/** What the deputy hangs on the text: how it looks there, and whom it touches. @returns none for most matters */
export async function filesOfText(seeding: Seeding, subject: string, lead: Actor, now: Date) {
  const drawn = drawings[subject]
  if (!drawn) return {}
  const picture = await keepFile(seeding, lead, await png(drawn.before), '渠里的淤泥.png', now)
  return {
    files: [
      picture,
      await keepFile(seeding, lead, await writeWord(groupsOfCanal), '受影响的村民小组.docx', now),
    ],
  }
}

async function keepFile(seeding: Seeding, by: Actor, file: Buffer, called: string, now: Date) {
  const { name, kind, bytes } = await takeInFile(file, called)
  return keep(seeding, by, bytes, now, { fileName: name, fileKind: kind, fileBytes: bytes.length })
}

async function keep(
  { database, townId }: Seeding,
  by: Actor,
  jpeg: Buffer,
  uploadedAt: Date,
  file: Pick<Photo, 'fileName' | 'fileKind' | 'fileBytes'>,
) {
  const id = newId()
  const personId = by.person?.id ?? ''
  await database.transaction((tx) =>
    tx.insert(Photo, {
      ...{
        id,
        townId,
        personId,
        jpeg,
        uploadedAt,
        usedAt: null,
        checkId: null,
        shownId: null,
        blursId: null,
      },
      ...file,
    }),
  )
  return id
}

const groupsOfCanal: Paper = {
  ...{ redHead: null, documentNo: null, mark: null, to: null, title: '受影响的村民小组' },
  blocks: [
    {
      is: 'table',
      head: ['村民小组', '稻田（亩）', '往年等水（天）'],
      rows: [
        ['大营一组', '120', '6'],
        ['大营三组', '80', '9'],
        ['新寨组', '100', '14'],
      ],
    },
    { is: 'note', text: '亩数由村民小组报，代表走访时核对过。' },
  ],
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
