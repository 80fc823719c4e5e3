import { View } from '@tarojs/components'
import { type ImportReport, type LineFate, lineFates } from '../../../shared/grammar/register'
import { Notice } from '../pieces/notice'
import { FateLine } from './fate-line'

/** What has to be mended stands first; what stays as it is last. */
const order: readonly LineFate[] = ['wrong', 'changed', 'added', 'left']
const mostShown = 200

/** What each line of a spreadsheet did, or would do. */
export function ImportLines({ report: { lines, counts, notices, written } }: { report: ImportReport }) {
  const shown = order.flatMap((fate) => lines.filter((line) => line.fate === fate)).slice(0, mostShown)
  const sums = order.filter((fate) => counts[fate] > 0).map((fate) => `${lineFates[fate]} ${counts[fate]} 行`)
  return (
    <View>
      {counts.wrong > 0 ? (
        <Notice tone="late">{`有 ${counts.wrong} 行要改正，什么也没有写入。改好以后重新导入。`}</Notice>
      ) : null}
      {counts.wrong === 0 && !written && counts.added + counts.changed === 0 ? (
        <Notice>和现在的一样，没有要写入的。</Notice>
      ) : null}
      {notices.map((notice) => (
        <Notice key={notice} tone="soon">
          {notice}
        </Notice>
      ))}
      <View className="note">{sums.join('，')}</View>
      {shown.map(({ row, fate, title, changes, why }) => (
        <FateLine key={row} title={`第 ${row} 行：${title}`} fate={fate} changes={changes} why={why} />
      ))}
      {lines.length > mostShown ? (
        <View className="note">{`还有 ${lines.length - mostShown} 行没有列出。`}</View>
      ) : null}
    </View>
  )
}
