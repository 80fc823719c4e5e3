import Taro from '@tarojs/taro'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { awardSteps, type AwardView, showAward } from '../../../shared/matters/award/endpoints'
import { awardTable } from '../../../shared/matters/award/table'
import { awardKinds, awardTitle, objectionWays } from '../../../shared/matters/award/words'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Part } from '../pieces/part'
import type { MatterParts } from './matter-parts'
import { today } from './words'

/** A name that is put forward: what it is praised for, the notice, what was said against it and the answer. */
export const awardMatter: MatterParts<AwardView> = {
  table: awardTable,
  word: awardTable.word,
  load: (town, id) => ask(showAward, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(awardSteps[step as 'revoke'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof awardSteps.revoke>,
      key,
    }),
  head: ({ year, title, whose, awardKind, plain, certificateNo, state }) => ({
    over: [awardTable.word, awardKinds[awardKind], certificateNo && `证书号 ${certificateNo}`],
    title: awardTitle(year, title),
    who: [whose],
    tone: state === 'granted' ? 'done' : undefined,
    plain,
  }),
  eventWord: () => '提名',
  useForms: (_, { objections }) => {
    const open = objections.filter(({ answer }) => answer === null)
    return {
      initial: (step) =>
        step === 'noteObjection'
          ? { notedOn: today() }
          : step === 'answerObjection' && open[0]
            ? { objectionId: open[0].id }
            : {},
      lists: {
        asked: open.map(({ id, text, notedOn, way }) => ({
          ...{ id, name: text },
          note: `${spokenDate(notedOn, today())}，${objectionWays[way]}`,
        })),
      },
    }
  },
  facts: ({ deeds, criteria, noticeFrom, noticeTo, decidedOn, decidedHow }) => [
    ['事迹', deeds],
    ['标准', criteria.join('；')],
    [
      '公示',
      noticeFrom && noticeTo && `${spokenDate(noticeFrom, today())}到${spokenDate(noticeTo, today())}`,
    ],
    ['哪天授予', decidedOn && spokenDate(decidedOn, today())],
    ['依据', decidedHow],
  ],
  gateWords: ({ noticeTo }) => (noticeTo === null ? {} : { latest: spokenDate(noticeTo, today()) }),
  below: ({ town, view }) => (
    <>
      {view.state === 'granted' ? (
        <Card tight>
          <Cell
            label="打印荣誉证书"
            note={`证书号 ${view.certificateNo ?? ''}`}
            onTap={() => void Taro.navigateTo({ url: `/duty/award-papers?town=${town}&id=${view.id}` })}
          />
        </Card>
      ) : null}
      {view.objections.length === 0 ? null : (
        <>
          <Heading>{`公示期间的意见 ${view.objections.length} 条`}</Heading>
          {view.objections.map(({ id, notedOn, way, text, answer }) => (
            <Card key={id}>
              <Part label={`${spokenDate(notedOn, today())}，${objectionWays[way]}`}>{text}</Part>
              <Part label="答复">{answer ?? '还没有答复'}</Part>
            </Card>
          ))}
        </>
      )}
    </>
  ),
}
