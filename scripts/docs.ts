import fs from 'node:fs'
import { gateOf } from '../shared/grammar/ask'
import { actionNames, stateNames } from '../shared/grammar/decide'
import { targetsOf } from '../shared/grammar/moves'
import { type LadderPlan, ladders, rungs } from '../shared/grammar/ladder'
import { parties, type Party } from '../shared/words/parties'
import { spanOf } from '../shared/grammar/due'
import { profiles } from '../shared/rules/profiles'
import { spokenSpan } from '../shared/rules/spans'
import type { ActionRow, AnyTable, StateRow } from '../shared/grammar/matter'
import { matterTables } from '../shared/workflow'

/**
 * Writes from the tables what is made of them: `shared/workflow.md`, the page that people read instead of the code, and the
 * kinds with their words for the pages that need no more. `--check` only tells whether they are up to date.
 */

const nameOf = (party: Party) => parties[party]

const edgesOf = (row: ActionRow<string, Party, string>): [from: string, to: string][] =>
  Object.entries(row.moves).flatMap(([from, move]) =>
    targetsOf(move).map((to): [string, string] => [from, to]),
  )

function diagram(table: AnyTable): string {
  const lines = actionNames(table).flatMap((name) => {
    const row = table.actions[name] as ActionRow<string, Party, string>
    return edgesOf(row)
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => `  ${from} --> ${to}: ${row.label}`)
  })
  const words = stateNames(table).map((state) => `  ${state}: ${table.states[state]?.label}`)
  const ends = stateNames(table).filter((state) => table.states[state]?.waitsFor === null)
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...words,
    `  [*] --> ${table.first}`,
    ...lines,
    ...ends.map((state) => `  ${state} --> [*]`),
    '```',
  ].join('\n')
}

function spokenLimit(row: StateRow<Party, string>): string {
  const { limit } = row
  if (limit === null) return '—'
  if (limit === 'deadline') return '本轮办结时限'
  if (limit === 'suggestion') return '随建议的时限'
  if ('day' in limit) return '定好的那一天'
  return 'hours' in limit ? `${profiles.henan[limit.hours]} 小时` : spokenSpan(spanOf(limit, profiles.henan))
}

function stateRows(table: AnyTable): string {
  return stateNames(table)
    .map((state) => {
      const row = table.states[state] as StateRow<Party, string>
      const instead = Object.entries(row.waitsInsteadFor ?? {}).map(
        ([gate, party]) => `（${gate} 时等${nameOf(party as Party)}）`,
      )
      const asked = Object.entries(table.asks ?? {}).flatMap(([name, { stops, in: states, to }]) =>
        stops === true && states.includes(state) ? [`（${gateOf(name, 'open')} 时等${nameOf(to)}）`] : [],
      )
      return `| \`${state}\` | ${row.label} | ${row.waitsFor ? nameOf(row.waitsFor) : '—'}${[...asked, ...instead].join('')} | ${spokenLimit(row)} | ${spokenLate(row)} |`
    })
    .join('\n')
}

function actionRows(table: AnyTable): string {
  return actionNames(table)
    .map((name) => {
      const row = table.actions[name] as ActionRow<string, Party, string>
      const moves = edgesOf(row)
        .map(([from, to]) => (from === to ? `\`${from}\`` : `\`${from}\` → \`${to}\``))
        .join('<br>')
      const told = [
        ...Object.entries(row.tellsLeft ?? {}).map(
          ([party, sentence]) => `原来的${nameOf(party as Party)}：${sentence}`,
        ),
        ...Object.entries(row.tells).map(([party, sentence]) => `${nameOf(party as Party)}：${sentence}`),
      ].join('<br>')
      const conditions = [...row.needs.map((gate) => `\`${gate}\``), ...spokenWithin(row)]
      return `| \`${name}\` ${row.label} | ${row.by.map(nameOf).join('、')} | ${moves} | ${conditions.join('、') || '—'} | ${told || '—'} | ${row.source} |`
    })
    .join('\n')
}

const spokenWithin = ({ within }: ActionRow<string, Party, string>) =>
  within === undefined
    ? []
    : [`\`${within.since}\` 起 ${spokenSpan({ workingDays: profiles.henan[within.workingDays] })}以内`]

const spokenDayOf = (day: number | 'dueSoon' | 'overdue') =>
  typeof day === 'string'
    ? { dueSoon: '快到期时', overdue: '过期时' }[day]
    : day < 0
      ? `到期前 ${-day} 天`
      : `过期第 ${day} 天`

const ladderRows = Object.entries(ladders)
  .map(([name, { rows, weekly }]: [string, LadderPlan]) => {
    const steps = rows.map(
      ({ day, rung, also = [] }) =>
        `${spokenDayOf(day)}：${[rungs[rung], ...also.map((one) => (one === 'awaited' ? rungs.awaited : nameOf(one)))].join('，也告诉')}`,
    )
    return `| \`${name}\` | ${steps.join('<br>')} | ${weekly ? rungs[weekly] : '—'} |`
  })
  .join('\n')

/** The ladder of a row that names one; else it is that of whoever is awaited. */
const spokenLate = ({ late }: StateRow<Party, string>) => (late === undefined ? '—' : `阶梯 \`${late}\``)

const askRows = ({ asks = {}, states }: AnyTable) =>
  Object.entries(asks)
    .map(([name, { word, to, in: within, due, again, stops, once, ladder, steps }]) => {
      const days = (given: typeof due) =>
        'day' in given ? `到 \`${given.day}\` 那天` : spokenSpan(spanOf(given, profiles.henan))
      const time = `${days(due)}${again === undefined ? '' : `，退回后 ${days(again)}`}`
      const way = [
        stops === true ? '等回答时停下，到期自己接着走' : '和主线一起走',
        ...(once === true ? ['只问一次'] : []),
      ]
      const deeds = Object.entries(steps).map(([step, { does }]) => `${spokenDeeds[does]} \`${step}\``)
      return `| \`${name}\` ${word} | ${nameOf(to)} | ${within.map((state) => states[state]?.label).join('<br>')} | ${time} | ${way.join('，')} | \`${ladder}\` | ${deeds.join('<br>')} |`
    })
    .join('\n')
const spokenDeeds = { ask: '问', answer: '答', sendBack: '退回一次', waive: '不再等' } as const

const askSection = (table: AnyTable) =>
  table.asks === undefined
    ? ''
    : `

| 问什么 | 问谁 | 什么时候可以答 | 时限（河南） | 怎么等 | 阶梯 | 步骤 |
| --- | --- | --- | --- | --- | --- | --- |
${askRows(table)}`

const section = (table: AnyTable) => `## ${table.word}

${diagram(table)}

| 状态 | 名称 | 等谁 | 时限（河南） | 过期还告诉谁 |
| --- | --- | --- | --- | --- |
${stateRows(table)}

| 步骤 | 谁来办 | 从哪到哪 | 前提 | 告诉谁什么 | 依据 |
| --- | --- | --- | --- | --- | --- |
${actionRows(table)}${askSection(table)}`

const tables: readonly AnyTable[] = Object.values(matterTables)

const page = `# 办理流程

这一页由 \`shared/workflow.ts\` 里的每一种事的表生成（\`npm run docs\`），请改表，不要改这一页。
“逾期”“快到期”不是状态，随时按时限算出来。什么都不删除：每一步都留下一条经过。

## 督办阶梯

等的人没有动，就一级一级往上告诉。没有绑定微信的一级跳过去，告诉上一级，记在催办记录里；每一级一个期限只告诉一次，之后每七天一次；期限变了，从头开始。
没有写明阶梯的状态，按等的人走：主办单位 \`unit\`，镇人大办 \`office\`，主席团 \`presidium\`，代表 \`deputy\`。

| 阶梯 | 哪天告诉谁 | 之后每七天 |
| --- | --- | --- |
${ladderRows}

${tables.map(section).join('\n\n')}
`

const kinds = `import type { KindName } from '../workflow'

/**
 * Every kind of matter and its word, made from the tables (\`npm run docs\`): a first page lists kinds, and is not to wait
 * for their rules.
 */
export const kindWords = {
${tables.map(({ kind, word }) => `  ${kind}: '${word}',`).join('\n')}
} as const satisfies Readonly<Record<KindName, string>>

export const kindNames = Object.keys(kindWords) as [KindName, ...KindName[]]
`

for (const [file, text] of [
  ['shared/workflow.md', page],
  ['shared/matters/kinds.ts', kinds],
] as const)
  if (!process.argv.includes('--check')) fs.writeFileSync(file, text)
  else if (fs.readFileSync(file, 'utf8') !== text) {
    console.error(`${file} 不是最新的，请运行 npm run docs`)
    process.exitCode = 1
  }
