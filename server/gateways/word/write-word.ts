import type * as Docx from 'docx'
import { withoutUnseen } from '../../../shared/grammar/unseen'
import { isShort, type Paper, type PaperBlock, sheet } from '../../../shared/papers/paper'

/** Font by what an office has; a machine without it takes the next. */
const fonts = {
  body: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' },
  title: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' },
  heading: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' },
} as const
const red = 'C00000'
const { points, margins } = sheet
/** Word counts letters in half points, and space in twentieths. */
const half = (count: number) => count * 2
const twentieths = (count: number) => count * 20
const twentiethsInMm = 1440 / 25.4
/** 22 lines in 225 mm. */
const lineSpace = { line: twentieths(29), lineRule: 'exact' as const }
/** Width of the text in twentieths of a point: 156 mm. */
const textWidth = 8844

/**
 * A paper as a Word file: A4 with the margins of the norm, page numbers at the foot, heads of tables on every page.
 * @param lying for tables that need the width
 */
export async function writeWord(paper: Paper, lying = false): Promise<Buffer> {
  const docx = await import('docx')
  const { Document, Packer, Footer, Paragraph, PageNumber, TextRun, AlignmentType, PageOrientation } = docx
  const mm = (count: number) => Math.round(count * twentiethsInMm)
  const foot = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: half(points.note), font: fonts.body }),
    ],
  })
  const document = new Document({
    creator: paper.redHead ?? '',
    lastModifiedBy: '',
    title: paper.title,
    styles: { default: { document: { run: { font: fonts.body, size: half(points.body) } } } },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: mm(210),
              height: mm(297),
              orientation: lying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: lying
              ? { top: mm(20), right: mm(15), bottom: mm(18), left: mm(15) }
              : {
                  ...{ top: mm(margins.top), right: mm(margins.right) },
                  ...{ bottom: mm(margins.bottom), left: mm(margins.left) },
                },
          },
        },
        footers: { default: new Footer({ children: [foot] }) },
        children: [
          ...headOf(docx, paper),
          ...paper.blocks.flatMap((block, at) =>
            blockOf(docx, block, lying ? 15_137 : textWidth, paper.blocks[at + 1]),
          ),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

type Library = typeof Docx

function headOf({ Paragraph, TextRun, AlignmentType, BorderStyle }: Library, paper: Paper) {
  const center = AlignmentType.CENTER
  const line = (text: string, more: object, run: object = {}) =>
    new Paragraph({ ...more, children: [new TextRun({ text: withoutUnseen(text), ...run })] })
  return [
    ...(paper.mark === null ? [] : [line(`${paper.mark} 类`, { alignment: AlignmentType.RIGHT })]),
    ...(paper.redHead === null
      ? []
      : [
          line(
            paper.redHead,
            {
              alignment: center,
              spacing: { after: twentieths(6) },
              border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, color: red, size: 18, space: 6 } },
            },
            { font: fonts.title, size: half(points.redHead), color: red },
          ),
        ]),
    ...(paper.documentNo === null ? [] : [line(paper.documentNo, { alignment: AlignmentType.RIGHT })]),
    line(
      paper.title,
      { alignment: center, spacing: { before: twentieths(20), after: twentieths(20) } },
      { font: fonts.title, size: half(points.title) },
    ),
    ...(paper.to === null
      ? []
      : [line(`${paper.to}：`, { spacing: { ...lineSpace, after: twentieths(6) } })]),
  ]
}

function blockOf(
  docx: Library,
  block: PaperBlock,
  width: number,
  next?: PaperBlock,
): (Docx.Paragraph | Docx.Table)[] {
  const { Paragraph, TextRun, AlignmentType } = docx
  const lines = (text: string, more: object, run: object = {}) =>
    withoutUnseen(text)
      .split('\n')
      .map(
        (one) =>
          new Paragraph({ spacing: lineSpace, ...more, children: [new TextRun({ text: one, ...run })] }),
      )
  const indent = { firstLine: twentieths(points.body * 2) }
  switch (block.is) {
    case 'text':
      return lines(block.text, { indent })
    case 'heading':
      return lines(block.text, { indent, keepNext: true }, { font: fonts.heading })
    case 'note':
      return lines(block.text, { spacing: { before: twentieths(12) } }, { size: half(points.note) })
    case 'close':
      return block.lines.flatMap((one, index) =>
        lines(one, {
          alignment: AlignmentType.RIGHT,
          indent: { right: twentieths(points.body * 2) },
          spacing: {
            ...lineSpace,
            before: index === 0 ? twentieths(29) : 0,
            after: twentieths(isShort(next) ? 6 : 0),
          },
          keepLines: true,
          keepNext: index < block.lines.length - 1 || isShort(next),
        }),
      )
    case 'grid':
      return [
        tableOf(
          docx,
          block.rows.map(([label, text]) => [label, text]),
          [0.22, 0.78],
          width,
          { keep: isShort(block) },
        ),
      ]
    case 'table': {
      const share = block.head.map((_, index) => (index === 0 ? 2 : 1))
      const whole = share.reduce((sum, one) => sum + one, 0)
      return [
        tableOf(
          docx,
          [block.head, ...block.rows],
          share.map((one) => one / whole),
          width,
          { hasHead: true },
        ),
      ]
    }
  }
}

function tableOf(
  { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType }: Library,
  rows: readonly (readonly string[])[],
  shares: readonly number[],
  width: number,
  { hasHead = false, keep = false },
) {
  const columnWidths = shares.map((share) => Math.round(share * width))
  const size = half(points.note)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: hasHead && index === 0,
          cantSplit: hasHead || keep,
          children: cells.map(
            (text, at) =>
              new TableCell({
                width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
                margins: { top: 40, bottom: 40, left: 100, right: 100 },
                children: (withoutUnseen(text) || ' ').split('\n').map(
                  (one) =>
                    new Paragraph({
                      keepNext: keep && index < rows.length - 1,
                      ...(hasHead || at > 0 ? {} : { alignment: AlignmentType.CENTER }),
                      children: [
                        new TextRun({
                          text: one,
                          size,
                          ...(hasHead && index === 0 ? { bold: true } : {}),
                        }),
                      ],
                    }),
                ),
              }),
          ),
        }),
    ),
  })
}
