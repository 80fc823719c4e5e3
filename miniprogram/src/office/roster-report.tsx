import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HowToRead, RosterProblem, RosterReport } from '../../../shared/api/roster'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Notice } from '../pieces/notice'
import { FateLine } from '../work/fate-line'
import { MissingPeople } from './missing-people'
import { type Answer, RosterProblemLine } from './roster-problem'

const placeOf = ({ sheet, row, heading }: RosterProblem) => `${sheet}|${row}|${heading}`

/** The answers of this page beside those that the file was read with before. */
function answered(how: HowToRead, problems: readonly RosterProblem[], answers: ReadonlyMap<string, Answer>) {
  const next = { mends: [...how.mends], leaves: [...how.leaves], answers: [...how.answers] }
  for (const problem of problems) {
    const answer = answers.get(placeOf(problem))
    const { sheet, row, heading } = problem
    if (answer === undefined || row === null) continue
    if (answer.leave) next.leaves.push({ sheet, row })
    if (answer.meant !== undefined) next.answers.push({ sheet, row, personId: answer.meant })
    if (answer.text !== undefined && heading !== null) {
      next.mends = next.mends.filter(
        (one) => one.sheet !== sheet || one.row !== row || one.heading !== heading,
      )
      next.mends.push({ sheet, row, heading, text: answer.text })
    }
  }
  return next
}

/** What a roster would do, or did; what is wrong or doubtful is mended and answered here, without sending the file again by hand. */
export function RosterReportCard(props: {
  town: string
  report: RosterReport
  how: HowToRead
  busy: boolean
  again: (more: Partial<HowToRead>, apply: boolean) => void
}) {
  const { town, report, how, busy, again } = props
  const { problems, wrong, notices, hidden, counts, lines, missing, written } = report
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map())
  const put = (problem: RosterProblem, answer: Answer) =>
    setAnswers(new Map([...answers, [placeOf(problem), answer]]))
  const isNothing = counts.added + counts.changed === 0
  return (
    <Card>
      <View className="import-report">
        {written ? (
          <Notice tone="done">
            {isNothing
              ? '和名册里的一样，没有要写入的。'
              : `写好了：新增 ${counts.added} 条，修改 ${counts.changed} 条，其余不变。`}
          </Notice>
        ) : wrong > 0 ? (
          <Notice tone="late">{`有 ${wrong} 处要改，什么也没有写入。可以在下面直接改。`}</Notice>
        ) : (
          <Notice tone="done">
            {isNothing
              ? '核对好了，和名册里的一样，没有要写入的。'
              : `核对好了：新增 ${counts.added} 条，修改 ${counts.changed} 条，不变 ${counts.left} 行。还没有写入。`}
          </Notice>
        )}
        {hidden.length > 0 && !written ? (
          <Notice tone="soon" next={{ label: '隐藏的也要', onTap: () => again({ withHidden: true }, false) }}>
            {hidden.join('')}
          </Notice>
        ) : null}
      </View>
      {problems.map((problem) => (
        <RosterProblemLine
          key={placeOf(problem)}
          problem={problem}
          answer={answers.get(placeOf(problem)) ?? {}}
          onAnswer={(answer) => put(problem, answer)}
        />
      ))}
      {wrong > problems.length ? (
        <View className="note">{`还有 ${wrong - problems.length} 处没有列出，改好这些再看。`}</View>
      ) : null}
      {wrong > 0 ? (
        <View className="import-acts" id="look-again">
          <Button busy={busy} onTap={() => again(answered(how, problems, answers), false)}>
            按改好的再核对一遍
          </Button>
        </View>
      ) : null}
      {!written && wrong === 0 && !isNothing ? (
        <View className="import-acts" id="write-roster">
          <Button busy={busy} onTap={() => again({}, true)}>
            写入这些
          </Button>
        </View>
      ) : null}
      <View className="import-notes">
        {notices.map((notice) => (
          <View key={notice} className="note">
            {notice}
          </View>
        ))}
        <MissingPeople town={town} people={missing} />
      </View>
      {lines.map(({ fate, word, title, changes }, index) => (
        <FateLine key={String(index)} title={`${word}：${title}`} fate={fate} changes={changes} />
      ))}
      {counts.added + counts.changed > lines.length ? (
        <View className="note">{`还有 ${counts.added + counts.changed - lines.length} 条没有列出。`}</View>
      ) : null}
    </Card>
  )
}
