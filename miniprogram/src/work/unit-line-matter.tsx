import { listUnits } from '../../../shared/api/people'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { showUnitLine, unitLineSteps, type UnitLineView } from '../../../shared/matters/unit-line/endpoints'
import { unitLineTable } from '../../../shared/matters/unit-line/table'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import type { MatterParts } from './matter-parts'
import { openMatter } from './open-matter'
import { unitOption } from './unit-option'

/** What a deputy asked a unit: the words of both stand in the history, below the question. */
export const unitLineMatter: MatterParts<UnitLineView> = {
  table: unitLineTable,
  word: unitLineTable.word,
  load: (town, id) => ask(showUnitLine, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(unitLineSteps[step as 'answer'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof unitLineSteps.answer>,
      key,
    }),
  head: ({ subject, deputy, unit, village, plain, waitsFor }) => ({
    over: [unitLineTable.word, village],
    title: subject,
    who: [`${deputy}代表问${unit.name}`],
    awaits: waitsFor === 'askedUnit' ? unit.name : waitsFor === 'asker' ? `${deputy}代表` : null,
    plain,
  }),
  eventWord: () => '问单位',
  useForms(town, { actions }) {
    const sendsOn = actions.includes('sendOn')
    const { value } = useLoaded(
      async () => (sendsOn ? ask(listUnits, { params: { town } }) : undefined),
      [town, sendsOn],
    )
    return { lists: { unit: value?.units.map(unitOption) ?? [] } }
  },
  above: ({ view }) => <Card>{view.text}</Card>,
  below: ({ town, view: { suggestionId, waitsFor } }) =>
    suggestionId !== null && waitsFor === null ? (
      <Button tone="quiet" onTap={() => openMatter('suggestion', town, suggestionId)}>
        打开写成的建议
      </Button>
    ) : null,
}
