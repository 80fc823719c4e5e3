import { toldHowTable } from '../../../shared/matters/told-how/table'
import { saidToIt, tellingOf, toldHows, toldWords } from '../../../shared/matters/told-how/words'
import { addDays, type Day, spokenDay } from '../../../shared/rules/days'
import { deputyNamed, numberOf } from '../../../shared/words/messages'
import { inboxPage, matterPage } from '../../../shared/words/pages'
import { person, post } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { summaryOf } from '../opinion/record'
import { effects } from './effects'
import { readToldHow, type ToldHowRecord } from './record'

/** Nobody can be told by a deputy who reads nothing here, or is none any more. */
export const deputyCannot = ({ deputyActs, deputyBound }: ToldHowRecord) =>
  Number(deputyActs) === 0 || Number(deputyBound) === 0
const titleOf = ({ firstText }: ToldHowRecord) => summaryOf(firstText)
const wordOf = (words: Readonly<Record<string, string>>, name: unknown) => words[String(name)]

/** That whoever told it hears what became of it. */
export const kind = kindOf(toldHowTable, {
  read: readToldHow,
  head: (record) => ({
    title: titleOf(record),
    number: numberOf(record.opinionId),
    note: tellingOf(deputyNamed(record.deputyName)),
    villageId: record.villageId,
    unsought: true,
  }),
  holders: (_, record) => ({
    ...(Number(record.deputyActs) === 1 ? { deputy: [person(record.deputyId)] } : {}),
    congressOffice: [post('congressOffice')],
  }),
  parties: { deputy: 'listed', congressOffice: 'listed' },
  gates: (record, { now, due }) => ({
    deputyCannot: deputyCannot(record) || (due !== null && now >= due.lateFrom),
  }),
  changesOn: (_, { due }) => (due === null ? [] : [addDays(due.on, 1)]),
  begunOn: ({ endedOn }) => endedOn,
  effects,
  words: (record) => ({ subject: titleOf(record), deputy: deputyNamed(record.deputyName) }),
  page: (party, townId, id) =>
    // Whoever only hears that it is late does not read what was written.
    (party as string) === 'presidium' ? inboxPage(townId) : matterPage(toldHowTable.kind, townId, id),
  note({ how, on, inWords, said }, { reason }) {
    if (how === undefined) return reason ?? null
    return [
      `${wordOf(toldHows, how)}（${spokenDay(on as Day, on as Day)}）`,
      wordOf(toldWords, inWords),
      typeof said === 'string' ? saidToIt(said) : undefined,
    ]
      .filter(Boolean)
      .join('，')
  },
})
