import { type Satisfaction, satisfactions } from '../../words/words'

/** 小组评议: all deputies of a group appraise a result, unnamed (catalogue 88). */
export type Tally = Readonly<Record<Satisfaction, number>>

/** With fewer votes one could tell who voted what; then nobody reads the tally. */
export const fewestVotes = 3

export const votesIn = (tally: Tally) => Object.values(tally).reduce((sum, votes) => sum + votes, 0)

/** `满意 3 票，基本满意 1 票，不满意 0 票`. */
export const spokenTally = (tally: Tally | null, counted: '票' | '人' = '票') =>
  tally === null
    ? `投票的不到 ${fewestVotes} 人，不公布结果`
    : (Object.keys(satisfactions) as Satisfaction[])
        .map((rating) => `${satisfactions[rating]} ${tally[rating]} ${counted}`)
        .join('，')
