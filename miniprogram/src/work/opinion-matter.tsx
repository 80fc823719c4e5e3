import { type OpinionView, showOpinion } from '../../../shared/matters/opinion/endpoints'
import { readAloud } from '../../../shared/matters/opinion/afterwards'
import { opinionTable } from '../../../shared/matters/opinion/table'
import { looksLikePetition, petitionKinds } from '../../../shared/matters/petition/words'
import { fill } from '../../../shared/words/messages'
import { opinionKinds, unnamedResident } from '../../../shared/words/words'
import { ask } from '../client/ask'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Notice } from '../pieces/notice'
import { CallNotice } from './call-notice'
import { LookAtResident } from './look-at-resident'
import type { MatterParts } from './matter-parts'
import { openMatter } from './open-matter'
import { Conversation, OpinionEnd, OpinionSuggestion, PapersOf } from './opinion-parts'
import { besidesOf, takeOpinionStep, useDrafts } from './opinion-steps'
import { Looks, ToldLine } from './told-line'

/** What a resident said, for the deputy or the office. Its plain sentence speaks to the resident, who has a page of his own. */
export const opinionMatter: MatterParts<OpinionView> = {
  table: opinionTable,
  word: '群众留言',
  load: (town, id) => ask(showOpinion, { params: { town, id } }),
  take: takeOpinionStep,
  head: (opinion) => ({
    over: [opinionKinds[opinion.kind], opinion.village?.name, opinion.area, opinion.place, opinion.station],
    title: opinion.summary,
    who: [
      opinion.waitsFor === 'congressOffice' ? `写给${opinion.to}` : null,
      opinion.resident && spokenResident(opinion.resident),
      opinion.resident && onSlip(opinion.resident),
    ],
    awaits: opinion.waitsFor === 'deputy' ? `${opinion.deputy}代表` : null,
  }),
  eventWord: () => '留言',
  useForms(town, opinion) {
    const besides = besidesOf(opinion)
    return {
      lists: { ...useDrafts(town, opinion), besides },
      // What stands beside the words goes with them, unless somebody says otherwise.
      initial: (step) => (step === 'split' ? { besideIds: besides.map(({ id }) => id) } : {}),
    }
  },
  above: ({ town, view }) => (
    <>
      {view.actions.includes('saySolvedByWord') ? (
        <Notice tone="soon">
          {`该问一声解决了没有。他没有手机，请打个电话，或者当面念给他听：${fill(readAloud, { subject: view.summary })}他怎么说，就在下面代录。`}
        </Notice>
      ) : null}
      <CallNotice call={view.call} />
      {view.resident && (view.resident.named || view.resident.hasPhone) ? (
        <LookAtResident town={town} id={view.id} />
      ) : null}
      <PetitionHint view={view} />
      <Card>
        <Conversation town={town} opinion={view} asResident={false} />
      </Card>
      <OpinionEnd opinion={view} />
      <ToldLine told={view.told} />
      <PapersOf town={town} opinion={view} />
    </>
  ),
  below: ({ town, view }) => (
    <>
      {view.suggestion ? (
        <Button tone="quiet" onTap={() => openMatter('suggestion', town, view.suggestion?.id ?? '')}>
          打开这件建议
        </Button>
      ) : null}
      <OpinionSuggestion town={town} opinion={view} />
      <Looks looks={view.looks} />
    </>
  ),
}

/** Said before somebody answers what is for others to handle; the decision is theirs. */
function PetitionHint({ view }: { view: OpinionView }) {
  if (!view.actions.includes('toPetition')) return null
  const said = view.messages.filter(({ by }) => by === 'resident').map(({ text }) => text)
  const hint = looksLikePetition(said.join('\n'))
  if (hint === null) return null
  return (
    <Notice>
      {`写到了“${hint.because}”，像是${petitionKinds[hint.kind]}。是的话，在下面点“转为信访登记”；里面还有别的事，先“分出一件来”。`}
    </Notice>
  )
}

const spokenResident = ({ named, hasPhone, writtenByAnother }: NonNullable<OpinionView['resident']>) =>
  `反映人：${named ? '留了姓名' : unnamedResident}${hasPhone ? '，留了电话' : ''}${writtenByAnother ? '（别人代写）' : ''}`

const onSlip = ({ slip }: NonNullable<OpinionView['resident']>) =>
  slip === null ? null : `没有手机，由别人登记，回执码 ${slip}`
