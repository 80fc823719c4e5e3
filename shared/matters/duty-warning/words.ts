import type { Day } from '../../rules/days'

/** How the deputy was heard; what is said has the standing of what is written. */
export const replyWays = { written: '写的', spoken: '说的', talk: '谈话' } as const
export type ReplyWay = keyof typeof replyWays
export const notedWays = { written: replyWays.written, spoken: replyWays.spoken } as const

export const decisions = { warned: '警示', notWarned: '不予警示' } as const

export const mostFacts = 10
export const longestFact = 80

export interface WarningFact {
  on: Day
  text: string
}

/** One a line, each with its day. Undefined where a line is not so, or there are none or too many. */
export function factsIn(text: string): WarningFact[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const facts = lines.flatMap((line) => {
    const [, on = '', said = ''] = /^(\d{4}-\d{2}-\d{2})[\s，：:,]+(.+)$/.exec(line) ?? []
    const isDay = on !== '' && !Number.isNaN(Date.parse(on))
    return isDay && said.length <= longestFact ? [{ on, text: said }] : []
  })
  return facts.length === lines.length && facts.length > 0 && facts.length <= mostFacts ? facts : undefined
}

export const factsHelp = `1 到 ${mostFacts} 件，一行一件，先写日期，例如“2026-09-10 没有请假，缺席小组会议”。`
