import * as z from 'zod/mini'
import { filesHelp, mostFiles } from '../../files'
import {
  day,
  files,
  kept,
  line,
  maybe,
  paragraph,
  picked,
  presetChoice,
  choice,
  tick,
} from '../../grammar/fields'
import { pickedArea } from '../../grammar/picked-area'
import { type Origin, origins, publicities, suggestionKinds } from '../../words/words'

/** Whatever somebody went to has a day and a place; a resident's words carry their own. */
const ofActivity = {
  shownWhen: (['visit', 'reception', 'thematicStudy', 'inspection', 'groupMeeting'] satisfies Origin[]).map(
    (is) => ({ field: 'origin', is }),
  ),
}

/** 案由、案据、方案: what the deputy answers for (Beijing 2014 art. 9), and what may become of it. One matter each. */
export const textFields = {
  kind: presetChoice('种类', suggestionKinds, 'suggestion', {
    help: '议案要有 5 名以上代表联名，由主席团决定是否列入大会议程。',
  }),
  subject: line('建议事项', 40, { help: '一件事一条建议，用一句话写清楚，不写人名和电话。' }),
  facts: paragraph('情况和原因', 2000, { help: '什么地方、什么问题、影响多少人、为什么会这样。' }),
  proposal: paragraph('具体建议', 2000, { help: '希望怎么办，最好能看得见、做得到。' }),
  files: maybe(files('附件和照片', mostFiles, { help: `${filesHelp}看得到这件建议的人才看得到，不公开。` })),
  villageId: maybe(picked('所在的村', 'village')),
  areaId: maybe(pickedArea()),
  origin: kept(choice('怎么发现的', origins)),
  originOn: kept(day('去的日期', 'earlier', { ...ofActivity, help: '可不填。' })),
  originPlace: kept(line('在哪里', 60, { ...ofActivity, help: '可不填。例如：大郭西村委会。' })),
  originNote: kept(line('哪一次活动', 60, { help: '例如：第二代表小组会议。' })),
  wishedUnitId: maybe(picked('希望由哪个单位办', 'unit')),
  publicity: presetChoice('公开', publicities, 'titleOnly', {
    help: '全文公开的，镇人大办会先看有没有写到别人的隐私。',
  }),
  presidiumFirst: maybe(tick('请主席团先看过再交办：主席团看过以前，承办单位不知道这件事，也不知道是谁提的')),
  confidential: maybe(tick('请求保密：公开栏、站点和群众的消息里都不出现这件事')),
  confidentialReason: maybe(
    paragraph('为什么要保密', 200, { shownWhen: [{ field: 'confidential', is: true }] }),
  ),
}

export const saysWhyConfidential = z.refine<{
  confidential?: true | undefined
  confidentialReason?: string | undefined
}>((form) => form.confidential === undefined || form.confidentialReason !== undefined, {
  error: '请写一句为什么要保密，例如担心被打击报复。',
  path: ['confidentialReason'],
})

export const suggestionText = z.strictObject(textFields).check(saysWhyConfidential)
/** What a draft that came of a resident's words is called until its deputy has written what it is about. */
export const untitled = '群众反映的一件事'
export type SuggestionText = z.output<typeof suggestionText>
