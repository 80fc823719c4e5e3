import type { Paper, PaperBlock } from './paper'

/** A paper as plain words, to be copied: cells stand apart by a tab, so that a table can take them. */
export const plainTextOf = ({ redHead, documentNo, title, to, blocks }: Paper) =>
  [redHead, documentNo, title, to && `${to}：`, ...blocks.map(linesOf)].filter(Boolean).join('\n')

function linesOf(block: PaperBlock): string {
  switch (block.is) {
    case 'grid':
      return block.rows.map((row) => row.join('\t')).join('\n')
    case 'table':
      return [block.head, ...block.rows].map((row) => row.join('\t')).join('\n')
    case 'close':
      return block.lines.join('\n')
    default:
      return block.text
  }
}
