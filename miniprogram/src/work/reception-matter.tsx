import type { InputOf } from '../../../shared/grammar/endpoint'
import {
  receptionSteps,
  type ReceptionView,
  showReception,
} from '../../../shared/matters/reception/endpoints'
import { voiceWords } from '../../../shared/matters/opinion/attachments'
import { receptionTable } from '../../../shared/matters/reception/table'
import { spokenDate } from '../../../shared/rules/days'
import { receivedHow } from '../../../shared/words/reception'
import { listDeputies } from '../../../shared/api/people'
import { showTown } from '../../../shared/api/towns'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { Card } from '../pieces/card'
import { Part } from '../pieces/part'
import { loadAreas } from './areas-of-village'
import { deputyOption } from './deputy-option'
import type { MatterParts } from './matter-parts'
import { Spoken } from './spoken'
import { today } from './words'

/** The page of a reception day: who sits there, who came and what was answered, and how one changes turns. */
export const receptionMatter: MatterParts<ReceptionView> = {
  table: receptionTable,
  word: receptionTable.word,
  load: (town, id) => ask(showReception, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(receptionSteps[step as 'move'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof receptionSteps.move>,
      key,
    }),
  head: ({ heldOn, time, station, plain, state }) => ({
    over: [receptionTable.word],
    title: `${spokenDate(heldOn, today())} ${time} ${station.name}`,
    tone: state === 'calledOff' ? 'calm' : undefined,
    plain,
  }),
  eventWord: () => '排班',
  useForms: (town, { heldOn, sitters, standIns, inReturn }) => {
    const lists = useLoaded(async () => {
      const [{ villages }, { deputies }, areas] = await Promise.all([
        ask(showTown, { params: { town } }),
        ask(listDeputies, { params: { town } }),
        loadAreas(town),
      ])
      return {
        village: villages.map(({ id, name }) => ({ id, name, note: null })),
        area: areas,
        deputy: deputies.map(deputyOption),
      }
    }, [town])
    const plain = (all: readonly { id: string; name: string }[]) =>
      all.map(({ id, name }) => ({ id, name, note: null }))
    return {
      initial: (step) => (step === 'move' ? { heldOn } : {}),
      lists: {
        ...lists.value,
        ...{ sitter: plain(sitters), standIn: plain(standIns), reception: plain(inReturn) },
      },
    }
  },
  facts: ({ sitters, place, note }) => [
    ['值守的人', sitters.map(sitterWord).join('、') || '还没有人'],
    ['接访地点', place],
    ['还想说的', note],
  ],
  below: ({ town, view }) => (
    <>
      {view.records.map(({ id, name, village, area, said, how, answer, voice, slip }) => (
        <Card key={id}>
          <Part label={[name ?? '来访的人', village, area].filter(Boolean).join('，')}>
            {voice && said === voiceWords(voice.seconds) ? '说了一段' : said}
          </Part>
          {voice ? <Spoken town={town} voice={voice} /> : null}
          <Part label={receivedHow[how]}>
            {slip ? `回执码 ${slip.code}，编号 ${slip.no}。请抄给来的人，凭它来问。` : (answer ?? '')}
          </Part>
        </Card>
      ))}
    </>
  ),
}

const sitterWord = ({ name, sat }: ReceptionView['sitters'][number]) =>
  sat === null ? name : `${name}（${sat ? '到了' : '没到'}）`
