import { View } from '@tarojs/components'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { showToldHow, toldHowSteps, type ToldHowView } from '../../../shared/matters/told-how/endpoints'
import { toldHowTable } from '../../../shared/matters/told-how/table'
import { ask } from '../client/ask'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { LookAtResident } from './look-at-resident'
import type { MatterParts } from './matter-parts'
import { openMatter } from './open-matter'
import { today } from './words'

/** Who is still owed the word of how it ended: what to say, whom to call, and one act that writes it down. */
export const toldHowMatter: MatterParts<ToldHowView> = {
  table: toldHowTable,
  word: toldHowTable.word,
  load: (town, id) => ask(showToldHow, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(toldHowSteps[step as 'tell'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof toldHowSteps.tell>,
      key,
    }),
  head: ({ number, village, title, deputy, plain }) => ({
    over: [`留言编号 ${number}`, village],
    title,
    who: [`写给${deputy}`],
    plain,
  }),
  eventWord: () => '办结，等着告诉群众',
  useForms: () => ({ initial: (step) => (step === 'tell' ? { how: 'phone', on: today() } : {}) }),
  above: ({ town, view }) => (
    <>
      <Card>
        <Heading>照着说</Heading>
        <View>{view.says}</View>
      </Card>
      {view.hasPhone ? (
        <LookAtResident town={town} id={view.opinionId} reasons={['tellResult']} />
      ) : (
        <View className="note">
          {view.onSlip ? '没有留电话，本人拿着回执，来问时说给他听。' : '没有留电话。'}
        </View>
      )}
    </>
  ),
  below: ({ town, view }) => (
    <Button tone="quiet" onTap={() => openMatter('opinion', town, view.opinionId)}>
      打开这件留言
    </Button>
  ),
}
