import type { Figure } from './measure'

const columns = [
  '做什么',
  '次/秒',
  '底线 次/秒',
  '比值',
  '目标',
  'p50 ms',
  'p99 ms',
  '底线 p50',
  '底线 p99',
  'CPU ms/次',
  '底线 CPU',
  '语句',
  '底线 语句',
  '机器负荷',
]

const small = (value: number) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

function cellsOf({ operation, product, least, ratio, load }: Figure): string[] {
  const { says, target } = operation
  return [
    says,
    product.perSecond.toFixed(0),
    least.perSecond.toFixed(0),
    ratio.toFixed(2),
    target === undefined ? '' : target.toFixed(2),
    ...[product.p50, product.p99, least.p50, least.p99, product.cpu, least.cpu].map(small),
    String(product.statements),
    String(least.statements),
    load.toFixed(1),
  ]
}

/** As it stands in `docs/figures.md`. */
export function tableOf(figures: readonly Figure[]): string {
  const lines = [columns, columns.map(() => '---'), ...figures.map(cellsOf)]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** What must not be in any run, however slow. */
export const wrongOf = (figures: readonly Figure[]): string[] =>
  figures.flatMap(({ operation, product, least }) => [
    ...(product.wrong > 0 ? [`${operation.says}：服务器有 ${product.wrong} 次没有答成。`] : []),
    ...(least.wrong > 0 ? [`${operation.says}：底线服务器有 ${least.wrong} 次没有答成。`] : []),
    ...(product.rows !== least.rows && operation.changes === undefined && operation.against === undefined
      ? [`${operation.says}：服务器答了 ${product.rows} 行，底线服务器 ${least.rows} 行。`]
      : []),
  ])
