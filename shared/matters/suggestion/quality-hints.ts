/** 内容质量: what a reader would miss, said while the deputy is still writing. A hint never stops anybody. */

export interface QualityHint {
  field: 'subject' | 'facts' | 'proposal'
  sentence: string
}

interface WrittenText {
  subject: string
  facts: string
  proposal: string
}

const lengthOf = (text: string) => [...text.trim()].length
const has = (pattern: RegExp) => (text: string) => pattern.test(text)

const hasNumber = has(
  /[0-9０-９]|[一二三四五六七八九十百千万两几多]\s*(个|户|人|米|公里|亩|次|年|天|条|处|座|元|吨|家|名|万)/,
)
const hasPlace = has(/村|组|社区|镇|乡|路|街|河|渠|桥|坝|沟|库|校|院|站|口|段|寨|坪|屯|巷/)
const hasCause = has(/因为|由于|原因|所以|造成|导致|没有人|年久|失修|缺|不足|不到位|没人/)
const hasSecondMatter = has(/另外|还有|同时|此外|其次|再一个|第二件|以及还/)
const isVague = has(
  /^(请|希望|建议)?(有关|相关)?(部门|单位|政府)?(尽快|高度|进一步)?(重视|解决|处理|加强|落实|关注)[^，。；]{0,8}[。！]?$/,
)
const hasDeed = has(
  /修|建|装|设|换|清|通|补|拓|铺|派|增|减|停|拆|移|查|办|发|公开|培训|安排|划|种|拨|延长|开通/,
)
const hasPerson = has(/1\d{10}|身份证|\d{17}[\dXx]/)

/** Each field waits until there is something to look at; then what is missing in it is said, most important first. */
const rules: readonly (QualityHint & { applies: (text: WrittenText) => boolean })[] = [
  {
    field: 'subject',
    sentence: '一件事一条建议：事项里像是有两件事，请分开写。',
    applies: ({ subject }) =>
      has(/和.+的?(问题|建议)$|、.+(问题|建议)$|及其他/)(subject) || hasSecondMatter(subject),
  },
  {
    field: 'subject',
    sentence: '事项最好一看就知道是哪里、什么事，例如“修复大郭西段河堤”。',
    applies: ({ subject }) => lengthOf(subject) > 0 && lengthOf(subject) < 6,
  },
  {
    field: 'facts',
    sentence: '请写清楚是什么地方，承办单位才找得到。',
    applies: ({ facts, subject }) => lengthOf(facts) >= 10 && !hasPlace(facts + subject),
  },
  {
    field: 'facts',
    sentence: '请写一两个数字，例如多少米、多少户、多少人、几年了，更有说服力。',
    applies: ({ facts }) => lengthOf(facts) >= 10 && !hasNumber(facts),
  },
  {
    field: 'facts',
    sentence: '请写一句为什么会这样，承办单位好对症下药。',
    applies: ({ facts }) => lengthOf(facts) >= 60 && !hasCause(facts),
  },
  {
    field: 'facts',
    sentence: '像是写了不止一件事。一件事一条建议，另一件请另写一条，办起来更快。',
    applies: ({ facts }) => hasSecondMatter(facts),
  },
  {
    field: 'facts',
    sentence: '里面像是有电话或身份证号，请删掉，不要写别人的个人信息。',
    applies: ({ facts, proposal }) => hasPerson(facts + proposal),
  },
  {
    field: 'proposal',
    sentence: '“重视、解决”不好办也不好验收，请写希望做成什么样。',
    applies: ({ proposal }) => isVague(proposal.trim()),
  },
  {
    field: 'proposal',
    sentence: '建议再具体一点：做什么、做到哪里、最好什么时候做好。',
    applies: ({ proposal }) =>
      lengthOf(proposal) > 0 && (lengthOf(proposal) < 8 || !hasDeed(proposal)) && !isVague(proposal.trim()),
  },
  {
    field: 'proposal',
    sentence: '建议里像是有不止一件事，请分开写成几条建议。',
    applies: ({ proposal }) => hasSecondMatter(proposal),
  },
]

export const qualityHints = (text: WrittenText): QualityHint[] =>
  rules.filter(({ applies }) => applies(text)).map(({ field, sentence }) => ({ field, sentence }))
