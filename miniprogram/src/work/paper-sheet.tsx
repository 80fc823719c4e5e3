import { View } from '@tarojs/components'
import type { ReactElement } from 'react'
import { isShort, type Paper, type PaperBlock } from '../../../shared/papers/paper'
import './paper-sheet.scss'

/** A paper as it is printed: nothing on it but what the Word file holds. */
export const PaperSheet = ({ paper }: { paper: Paper }) => (
  <View className="paper">
    {paper.mark ? <View className="paper-right">{`${paper.mark} 类`}</View> : null}
    {paper.redHead ? <View className="paper-red">{paper.redHead}</View> : null}
    {paper.documentNo ? <View className="paper-right">{paper.documentNo}</View> : null}
    <View className="paper-title">{paper.title}</View>
    {paper.to ? <View>{`${paper.to}：`}</View> : null}
    {paper.blocks.map((block, index) => (
      <Block key={index} block={block} />
    ))}
  </View>
)

function Block({ block }: { block: PaperBlock }) {
  switch (block.is) {
    case 'text':
      return <Lines className="paper-text" text={block.text} />
    case 'heading':
      return <View className="paper-heading">{block.text}</View>
    case 'note':
      return <Lines className="paper-note" text={block.text} />
    case 'close':
      return (
        <View className="paper-close">
          {block.lines.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
      )
    case 'grid':
      return (
        <View className={`paper-table${isShort(block) ? ' paper-short' : ''}`}>
          {block.rows.map(([label, text], index) => (
            <View key={index} className="paper-row">
              <View className="paper-label">{label}</View>
              <View className="paper-cell">{text}</View>
            </View>
          ))}
        </View>
      )
    case 'table':
      return pushed(
        block.head.length,
        <View className={`paper-table${columnsOf[block.head[0] ?? ''] ?? ''}`}>
          <View className="paper-head">
            {block.head.map((word) => (
              <View key={word} className="paper-label">
                {word}
              </View>
            ))}
          </View>
          {block.rows.map((row, index) => (
            <View key={index} className="paper-row">
              {row.map((text, at) => (
                <View key={at} className="paper-cell">
                  {text}
                </View>
              ))}
            </View>
          ))}
        </View>,
      )
  }
}

/** More columns than a phone has room for are pushed aside; on paper there is room for all. */
const mostOnPhone = 5
const pushed = (columns: number, table: ReactElement) =>
  columns > mostOnPhone ? (
    <View className="paper-push" {...(process.env.TARO_ENV === 'h5' ? { tabIndex: 0 } : {})}>
      {table}
    </View>
  ) : (
    table
  )

/** What stands first says how wide the others are. */
const columnsOf: Readonly<Record<string, string>> = {
  序号: ' paper-numbered',
  日期: ' paper-dated',
  小组: ' paper-grouped',
}

const Lines = ({ className, text }: { className: string; text: string }) => (
  <>
    {text.split('\n').map((line, index) => (
      <View key={index} className={className}>
        {line}
      </View>
    ))}
  </>
)
