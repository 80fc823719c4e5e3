import {
  type ContentCheckAction,
  type ContentCheckGate,
  type ContentCheckParty,
  type ContentCheckState,
  contentCheckTable,
  type ContentKind,
  contentKinds,
  sentenceKinds,
} from '../../../shared/matters/content-check/table'
import { fill } from '../../../shared/words/messages'
import { matterPage } from '../../../shared/words/pages'
import { person, post, system } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { kindByName } from '../../../shared/files'
import { blur, showWhole } from './blur'
import { hide, keepReason, rewrite, tellNews } from './effects'
import { type CheckRecord, checkSql } from './record'

const isSentence = (kind: ContentKind) => (sentenceKinds as readonly ContentKind[]).includes(kind)

const isPicture = ({ kind, text }: CheckRecord) =>
  kind === 'photo' || (kind === 'file' && kindByName(text ?? '') === 'jpg')

/** Of a portrait it is the one whom it shows. */
const writerOf = ({ kind, placeId, personId }: CheckRecord) => (kind === 'portrait' ? placeId : personId)

const wordsOf = ({ subject, kind, reason }: CheckRecord) => ({
  subject: subject ?? contentKinds[kind],
  ...(reason === null ? {} : { reason }),
})

/** What staff make public: one sentence or one photo, from "written" to "anyone may see it". */
export const kind = kindOf<
  ContentCheckState,
  ContentCheckAction,
  ContentCheckParty,
  ContentCheckGate,
  CheckRecord
>(contentCheckTable, {
  async read(reader, townId, id) {
    const [record] = await reader.query<CheckRecord[]>(`${checkSql} AND m.id = ?`, [townId, id])
    return record
  },
  head: (check) => ({
    title: check.subject ?? contentKinds[check.kind],
    number: check.suggestionNo,
    note: contentKinds[check.kind],
    unsought: true,
  }),
  holders(_, check) {
    const writer = writerOf(check)
    return {
      ...(writer === null ? {} : { writer: [person(writer)] }),
      congressOffice: [post('congressOffice')],
      presidium: [post('presidiumMember')],
      system: [system],
    }
  },
  parties: { writer: 'listed', congressOffice: 'listed', presidium: 'listed' },
  gates(check, { asker }) {
    const self = asker === null || 'system' in asker ? undefined : asker.person?.id
    return {
      isPicture: isPicture(check),
      isBlurred: check.blurredId !== null,
      isWords: isSentence(check.kind),
      // A second person looks at every file, whatever WeChat says of it.
      passesByMachine: check.kind !== 'file',
      writtenByAnother: self === undefined || self !== check.personId,
    }
  },
  everyStep: keepReason,
  effects: { pass: tellNews, approve: tellNews, hide, rewrite, blur, showWhole },
  words: wordsOf,
  // Who wrote it is not asked to look at it.
  says: (_, { record, words }) =>
    Promise.resolve((party, reader, sentence) =>
      party !== 'writer' && reader.id === record.personId ? null : fill(sentence, words),
    ),
  page: (_, townId, id) => matterPage(contentCheckTable.kind, townId, id),
  note: ({ reason }) => (typeof reason === 'string' ? reason : null),
})
