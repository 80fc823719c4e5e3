import { majorityOf } from './quorum'

/**
 * 选举结果: what was counted in the hall is written down here; no ballot is issued, shown or counted (地方组织法 25, 28, 29).
 * Elected is whoever more than half of all voted for, the highest first, as many as there are seats.
 */

export interface ElectionLine {
  name: string
  yes: number
  /** Null where somebody was named who stood on no list. */
  no: number | null
  abstain: number | null
}

export interface Ballots {
  inOffice: number
  seats: number
  issued: number
  returned: number
  valid: number
  lines: readonly ElectionLine[]
}

export const mostCandidates = 12
const longestName = 20

/** `李志强 22 10 9`, or `孙立 2` of somebody who stood on no list. @returns the lines, or what is wrong, for whoever types */
export function electionLinesIn(text: string, valid: number): ElectionLine[] | string {
  const typed = text.split('\n').flatMap((one) => one.trim() || [])
  const lines: ElectionLine[] = []
  for (const [at, one] of typed.entries()) {
    const [, name = '', yes, no, abstain] =
      /^(.*?\D)[\s,，、]+(\d{1,3})(?:[\s,，、]+(\d{1,3})[\s,，、]+(\d{1,3}))?$/.exec(one) ?? []
    const where = `第 ${at + 1} 行`
    if (yes === undefined)
      return `${where}没有看懂：先写姓名，再写赞成、反对、弃权三个数，中间空一格，例如“李志强 22 10 9”。`
    if (name.trim().length > longestName) return `${where}的姓名最多 ${longestName} 个字，请核对。`
    const line = {
      ...{ name: name.trim(), yes: Number(yes) },
      ...{
        no: no === undefined ? null : Number(no),
        abstain: abstain === undefined ? null : Number(abstain),
      },
    }
    const sum = line.yes + (line.no ?? 0) + (line.abstain ?? 0)
    if (sum > valid) return `${line.name}的票加起来 ${sum}，有效票只有 ${valid} 张，请核对。`
    if (lines.some((other) => other.name === line.name)) return `${line.name}写了两行，请删去一行。`
    lines.push(line)
  }
  if (lines.length > mostCandidates) return `最多写 ${mostCandidates} 人，票很少的可以不写。`
  return lines
}

/** More came back than went out: nothing that was counted holds. */
export const isVoid = ({ issued, returned }: Pick<Ballots, 'issued' | 'returned'>) => returned > issued

export interface Elected {
  elected: readonly string[]
  /** As many votes at the last seat: they alone are voted on again. */
  tied: readonly string[]
}

export function electedOf(ballots: Ballots): Elected {
  if (isVoid(ballots)) return { elected: [], tied: [] }
  const enough = ballots.lines
    .filter(({ yes }) => yes >= majorityOf(ballots.inOffice))
    .sort((one, other) => other.yes - one.yes)
  const last = enough[ballots.seats - 1]
  const next = enough[ballots.seats]
  const tiedAt = last !== undefined && next?.yes === last.yes ? last.yes : null
  return {
    elected: enough
      .slice(0, ballots.seats)
      .filter(({ yes }) => yes !== tiedAt)
      .map(({ name }) => name),
    tied: enough.filter(({ yes }) => yes === tiedAt).map(({ name }) => name),
  }
}

/** Every seat is filled. */
export const isFilled = (ballots: Ballots) => electedOf(ballots).elected.length === ballots.seats

/** `李志强 22 票，当选；过半数是 22 票（全体代表 42 人的过半数）。` */
export function spokenElection(ballots: Ballots & { isPresidium?: boolean }): string {
  if (isVoid(ballots)) return '收回的票多于发出的票，这次选举无效，要重新投。'
  const { lines, seats, inOffice, isPresidium } = ballots
  const { elected, tied } = electedOf(ballots)
  const each = [...lines]
    .sort((one, other) => other.yes - one.yes)
    .map(
      ({ name, yes }) =>
        `${name} ${yes} 票，${elected.includes(name) ? '当选' : tied.includes(name) ? '票数相等' : '没有选出'}`,
    )
  const all = `过半数是 ${majorityOf(inOffice)} 票（全体${isPresidium ? '成员' : '代表'} ${inOffice} 人的过半数）。`
  const again =
    tied.length > 0
      ? `${tied.join('、')}票数相等，就这${tied.length === 2 ? '两' : ` ${tied.length} `}位再投一次。`
      : elected.length < seats
        ? `应选 ${seats} 名，选出 ${elected.length} 名，不足的名额另行选举。`
        : ''
  return `${[...each, all].join('；')}${again}`
}
