import { posterSteps, type PosterView, showPoster } from '../../../shared/matters/poster/endpoints'
import { posterTable } from '../../../shared/matters/poster/table'
import { posterTitle } from '../../../shared/matters/poster/words'
import { spokenDay } from '../../../shared/rules/days'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { ask } from '../client/ask'
import { Notice } from '../pieces/notice'
import type { MatterParts } from './matter-parts'
import { PosterSheet } from './poster-sheet'
import { spokenDeadline, today } from './words'

/** The poster of one station: which issue hangs there, and on the day of an issue the sheet to print. */
export const posterMatter: MatterParts<PosterView> = {
  table: posterTable,
  word: posterTable.word,
  load: (town, id) => ask(showPoster, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(posterSteps[step as 'takeDown'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof posterSteps.takeDown>,
      key,
    }),
  head: ({ station, issueNo, plain }) => ({
    over: [posterTable.word],
    title: posterTitle(station.name, issueNo),
    plain,
  }),
  eventWord: () => '第一次贴',
  facts: ({ asOf, nextOn, state }) => [
    ['截至', spokenDay(asOf, today())],
    ['下次更新', state !== 'takenDown' && spokenDeadline(nextOn)],
  ],
  below: ({ town, view }) =>
    view.state === 'takenDown' ? null : view.asOf === today() ? (
      <PosterSheet town={town} poster={view} />
    ) : (
      <Notice>{`第 ${view.issueNo} 期写的是到${spokenDay(view.asOf, today())}的情况。今天要印，请点“印下一期”，编号接着往下。`}</Notice>
    ),
}
