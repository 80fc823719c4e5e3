import type { DutyBook } from '../api/duty-books'
import type { DutyLine } from '../api/duty-files'
import type { Paper, PaperBlock } from '../papers/paper'
import { type Day, spokenDay } from '../rules/days'
import { type DutyKindName, dutyKinds, dutyKindsOf, spokenCount } from './kinds'
import { type DutyPart, dutyParts } from './parts'

/** 履职档案年册 and 届满履职总结 on paper, in eight parts: the first is the basic data, the others are those of the file. */
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八']
const partNames = Object.keys(dutyParts) as DutyPart[]

const heading = (at: number, text: string): PaperBlock => ({
  is: 'heading',
  text: `${numerals[at] ?? ''}、${text}`,
})
const table = (head: string[], rows: string[][]): PaperBlock[] =>
  rows.length === 0 ? [] : [{ is: 'table', head, rows }]
const text = (words: string): PaperBlock => ({ is: 'text', text: words })

export function bookPaper(book: DutyBook, town: string, today: Day): Paper {
  const { termNo, person, facts } = book
  return {
    ...{ redHead: null, documentNo: null, mark: null, to: null },
    title: `${town}人大代表${person.name}${termNo === null ? `履职档案（${book.from.slice(0, 4)}年）` : `第${termNo}届履职总结`}`,
    blocks: [
      heading(0, '基本情况'),
      { is: 'grid', rows: facts.map(({ label, text: said }) => [label, said] as [string, string]) },
      ...partNames.flatMap((part, at) => [
        heading(at + 1, dutyParts[part]),
        ...(termNo === null ? yearPart(book, part) : termPart(book, part)),
      ]),
      { is: 'note', text: ending(book, today) },
      {
        is: 'grid',
        rows: [
          ['本人', ''],
          ['镇人大主席团', ''],
        ],
      },
    ],
  }
}

function yearPart({ parts }: DutyBook, wanted: DutyPart): PaperBlock[] {
  const { lines, counted, hidden } = parts.find(({ part }) => part === wanted) ?? nothing
  return [
    ...table(
      ['日期', '内容', '组织单位', '备注'],
      lines.map((line) => [line.on, titleOf(line), organiserOf(line), notes(line)]),
    ),
    text(
      sentence([
        counted.length > 0 && `合计 ${counted.map((one) => spokenCount(one.kind, one)).join('；')}`,
        hidden > 0 && `另有 ${hidden} 条不公开`,
        lines.length === 0 && hidden === 0 && '没有记录',
      ]),
    ),
  ]
}
const nothing = { lines: [], counted: [], hidden: 0 }

/** The years side by side, a kind in each row; then the list behind it, where the part has one. */
function termPart(book: DutyBook, wanted: DutyPart): PaperBlock[] {
  const { years, parts } = book
  const found = parts.find(({ part }) => part === wanted) ?? nothing
  const kinds = dutyKindsOf(wanted).filter((kind) => found.counted.some((one) => one.kind === kind))
  const inYear = (kind: DutyKindName, counted: DutyBook['years'][number]['counted']) =>
    cell(counted.find((one) => one.kind === kind))
  return [
    ...table(
      ['类别', ...years.map(({ year }) => `${year}`), '合计'],
      kinds.map((kind) => [
        dutyKinds[kind].word,
        ...years.map(({ counted }) => inYear(kind, counted)),
        inYear(kind, found.counted),
      ]),
    ),
    ...listOf(book, wanted),
    ...(kinds.length === 0 || found.hidden > 0
      ? [
          text(
            sentence([kinds.length === 0 && '没有记录', found.hidden > 0 && `另有 ${found.hidden} 条不公开`]),
          ),
        ]
      : []),
  ]
}

const cell = (one: { lines: number; measure: number | null } | undefined) =>
  one === undefined ? '' : `${one.lines}${one.measure === null ? '' : `（${one.measure} 人）`}`

function listOf({ suggestions, reports, parts }: DutyBook, part: DutyPart): PaperBlock[] {
  if (part === 'suggestions')
    return table(
      ['编号', '日期', '建议', '结果'],
      suggestions.map(({ no, on, subject, outcome }) => [no ?? '', on, subject, outcome]),
    )
  if (part === 'reports')
    return table(
      ['日期', '选区', '结果'],
      reports.map(({ on, district, result }) => [on, district, result ?? '没有表决']),
    )
  const honours = parts.find((one) => one.part === 'honours')?.lines ?? []
  return part === 'honours'
    ? table(
        ['日期', '表彰', '证书号'],
        honours.map(({ on, title, note }) => [on, title ?? '', note ?? '']),
      )
    : []
}

const titleOf = ({ kind, title }: DutyLine) => [dutyKinds[kind].word, title].filter(Boolean).join('：')
const organiserOf = ({ kind, organiser }: DutyLine) => organiser ?? dutyKinds[kind].organised ?? ''
const notes = ({ kind, measure, note, typedBy, pending }: DutyLine) =>
  [
    measure === null ? null : `${measure} ${dutyKinds[kind].counts ?? ''}`,
    ...[note, typedBy && `由${typedBy}代记`, pending],
  ]
    .filter(Boolean)
    .join('，')

const sentence = (said: readonly (string | false)[]) => `${said.filter(Boolean).join('。')}。`

const ending = ({ from, to, count, check }: DutyBook, today: Day) =>
  `${from} 到 ${to}，共 ${count} 条。\n打印日：${spokenDay(today, '')}。校验码：${check}。`
