import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import {
  type LetterBoxView,
  letterBoxSteps,
  showLetterBox,
} from '../../../shared/matters/letter-box/endpoints'
import { boxTitle } from '../../../shared/matters/letter-box/opening'
import { letterBoxTable } from '../../../shared/matters/letter-box/table'
import { spokenDay } from '../../../shared/rules/days'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { ask } from '../client/ask'
import { Button } from '../pieces/button'
import type { MatterParts } from './matter-parts'
import { spokenDeadline, today } from './words'

/** The letter box of a station: when it was opened, what lay in it, and until when it is opened again. */
export const letterBoxMatter: MatterParts<LetterBoxView> = {
  table: letterBoxTable,
  word: letterBoxTable.word,
  load: (town, id) => ask(showLetterBox, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(letterBoxSteps[step as 'open'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof letterBoxSteps.open>,
      key,
    }),
  head: ({ station, plain }) => ({ over: [letterBoxTable.word], title: boxTitle(station.name), plain }),
  eventWord: () => '第一次登记开箱',
  facts: ({ openedOn, letters, openBy, state }) => [
    ['上次开箱', `${spokenDay(openedOn, today())}，${letters} 封`],
    ['最晚再开', state !== 'removed' && spokenDeadline(openBy)],
  ],
  below: ({ town, view }) =>
    view.state === 'locked' && view.letters > 0 ? (
      <View className="section">
        <Button tone="quiet" onTap={() => void Taro.navigateTo({ url: `/voice/voices?town=${town}` })}>
          登记来信
        </Button>
      </View>
    ) : null,
  useForms: () => ({ initial: (step) => (step === 'open' ? { openedOn: today() } : {}) }),
}
