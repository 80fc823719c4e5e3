import * as z from 'zod/mini'
import { kinds } from '../../server/matters/kinds'
import { faultsOfHouse } from '../../server/whole-tables'
import { faultsOf } from '../../shared/grammar/whole'
import type { AnyTable } from '../../shared/grammar/matter'
import { toyKind, toyTable } from '../engine/toy'

/** A table cannot lie: what one row says, the others bear out; else the server does not start. */
test('every table of the house is whole', () => {
  expect(faultsOfHouse(kinds)).toEqual([])
})

const parties = ['leadDeputy', 'congressOffice', 'presidium', 'leadUnit', 'coUnit', 'resident'] as const
const behind = { parties, checksLines: true }
const { states, actions, gates } = toyTable as unknown as AnyTable
const toy = toyTable as unknown as AnyTable
type Row = Record<string, unknown>
const withState = (name: string, row: Row) => ({
  ...toy,
  states: { ...states, [name]: { ...states[name], ...row } },
})
const withStep = (name: string, row: Row) => ({
  ...toy,
  actions: { ...actions, [name]: { ...actions[name], ...row } },
})
const withAsk = (row: Row) => ({
  ...toy,
  asks: { ...toy.asks, coOpinion: { ...toy.asks?.coOpinion, ...row } },
})
const says = { dueSoon: '请办。', overdue: '请马上办。' }

test('the toy is whole', () => {
  expect(faultsOf(toy, behind)).toEqual([])
})

test.each<[string, object, RegExp]>([
  [
    'a state that no step leads to',
    withState('lost', { ...states.closed, label: '丢了' }),
    /“丢了”（lost）：没有一步走得到/,
  ],
  ['a first state that is none', { ...toy, first: 'begun' }, /通向“begun”：表里没有这个状态/],
  [
    'a step from a state that is none',
    withStep('hold', { moves: { begun: 'held' } }),
    /从“begun”走，表里却没有/,
  ],
  [
    'a waiting state without a way out',
    withStep('release', { moves: { held: 'held' } }),
    /（held）：有人等着办，却没有一步走得出去/,
  ],
  ['a limit without an owner', withState('held', { waitsFor: null }), /（held）：有期限，却没有写等谁办/],
  ['an owner without a limit', withState('held', { limit: null }), /（held）：写了等谁办，却没有期限/],
  [
    'an owner without a step',
    withStep('release', { by: ['presidium'] }),
    /等 congressOffice 办，却没有一步归它办/,
  ],
  [
    'whoever is awaited instead without a step',
    withState('held', { waitsInsteadFor: { complete: 'coUnit' } }),
    /等 coUnit 办，却没有一步/,
  ],
  [
    'an owner whose silence stops everything',
    withStep('hold', { insteadOf: undefined }),
    /（asked）：等 leadUnit 办，它一直不办就停在这里/,
  ],
  [
    'an owner whom only itself could stand in for',
    withStep('hold', { by: ['leadUnit'] }),
    /（asked）：等 leadUnit 办，它一直不办就停在这里/,
  ],
  [
    'a question that nobody can stop waiting for',
    withAsk({ steps: { help: { ...toy.asks?.coOpinion?.steps.help } } }),
    /协办意见.*一直不回答，就一直等下去/,
  ],
  [
    'an owner whom nobody is',
    withState('held', { waitsFor: 'writer' }),
    /等 writer 办，这种事里却没有人是它/,
  ],
  [
    'an owner without a ladder',
    withState('held', { waitsFor: 'coSigner', late: undefined }),
    /没有写等 coSigner 时怎么催/,
  ],
  ['a ladder that is none', withState('held', { late: 'rope' }), /没有叫 rope 的催办/],
  [
    'a ladder that says nothing before the day',
    withState('held', { late: 'machine' }),
    /到期以前没有提醒 congressOffice/,
  ],
  [
    'a ladder that says nothing on the day',
    withState('held', { late: 'rating' }),
    /到期的时候没有告诉 congressOffice/,
  ],
  ['a ladder that stops on the day', withState('held', { late: 'coOpinion' }), /逾期没有往上报/],
  [
    'a ladder of units for a person',
    withState('answered', { late: 'unit' }),
    /要找 handler，等的 leadDeputy 却不是单位/,
  ],
  [
    'no sentence for soon',
    withState('held', { says: { ...says, dueSoon: ' ' } }),
    /没有写催办时说的话 dueSoon/,
  ],
  [
    'no sentence for late',
    withState('held', { says: { ...says, overdue: '' } }),
    /没有写催办时说的话 overdue/,
  ],
  [
    'no sentence for those above',
    withState('held', { says: { ...says, overdueToOthers: '' } }),
    /说的话 overdueToOthers/,
  ],
  [
    'a word that no sentence knows',
    withState('held', { says: { ...says, overdue: '{whom}，请办。' } }),
    /不认识的词 \{whom\}/,
  ],
  [
    'a setting that no profile has',
    withState('held', { limit: { hours: 'nightHours' } }),
    /nightHours.*在“.*”的规则里没有数/,
  ],
  ['a span that no profile has', withState('held', { limit: { span: 'nightSpan' } }), /nightSpan.*没有数/],
  [
    'a question without a day in some profile',
    withAsk({ due: { span: 'nightSpan' } }),
    /问题“协办意见”（coOpinion）：期限 .*nightSpan.*没有数/,
  ],
  ['a question to whom nobody is', withAsk({ to: 'writer' }), /问的是 writer，这种事里却没有人是它/],
  ['a question in a state that is none', withAsk({ in: ['begun'] }), /在“begun”问，表里却没有这个状态/],
  ['a question that nobody can answer', withAsk({ steps: {} }), /（coOpinion）：没有回答的一步/],
  ['a question asked for on no ladder', withAsk({ ladder: 'rope' }), /（coOpinion）：没有叫 rope 的催办/],
  [
    'a step of somebody whom nobody is',
    withStep('hold', { by: ['carrier'] }),
    /（hold）：写到 carrier，这种事里却没有人是它/,
  ],
  [
    'somebody told whom nobody is',
    withStep('hold', { tells: { writer: '转了。' } }),
    /写到 writer，这种事里却没有人是它/,
  ],
  [
    'a step of the clock that is not the system’s',
    withStep('lapse', { by: ['leadUnit'] }),
    /由时钟走，却不归系统/,
  ],
  ['a step without a source', withStep('hold', { source: '' }), /没有写出处/],
  [
    'a sentence with a word that is none',
    withStep('hold', { tells: { leadUnit: '{whom}转了。' } }),
    /不认识的词 \{whom\}/,
  ],
  [
    'an answer that leads nowhere',
    withStep('rate', { moves: { answered: { good: 'closed' } } }),
    /rating 是 bad 时没有去处/,
  ],
  [
    'a fact that leads nowhere',
    withStep('rate', { moves: { answered: { good: 'closed', bad: { again: 'asked' } } } }),
    /rounds 是 never 时没有去处/,
  ],
  [
    'an answer that nobody can give',
    withStep('rate', { moves: { answered: { good: 'closed', bad: 'asked', fair: 'closed' } } }),
    /rating 不会是 fair/,
  ],
  ['a choice that nothing decides', withStep('rate', { decidedBy: undefined }), /却没有写由什么决定/],
  [
    'a choice by what is neither asked nor known',
    withStep('rate', { decidedBy: ['mood', 'rounds'] }),
    /由 mood 决定去处/,
  ],
  ['a form that takes whatever comes', withStep('hold', { input: z.object({}) }), /表单收下了不认识的项目/],
  [
    'a card for whoever is told nothing',
    withStep('hold', { pushes: { leadUnit: 'urged' } }),
    /给 leadUnit 发卡片，却没有写/,
  ],
  [
    'a card that nobody was asked for',
    withStep('hold', { tells: { leadUnit: '转了。' }, pushes: { leadUnit: 'opinion' } }),
    /没有征求过订阅/,
  ],
  [
    'a public line with what is not public',
    withStep('answer', { publicLine: '{subject}有结果了' }),
    /\{subject\}，它不在公开内容的清单里/,
  ],
  [
    'a gate without a refusal',
    { ...toy, gates: { ...gates, complete: undefined } },
    /条件 complete：没有写不成立时的拒绝/,
  ],
  [
    'a refusal that is none',
    { ...toy, gates: { ...gates, complete: 'never_heard' } },
    /条件 complete：没有写不成立时的拒绝/,
  ],
  [
    'a gate that no row asks for',
    { ...toy, gates: { ...gates, spare: 'text_incomplete' } },
    /条件 spare：没有一行用到它/,
  ],
])('%s is found', (_, table, sentence) => {
  expect(faultsOf(table as AnyTable, behind)).toContainEqual(expect.stringMatching(sentence))
})

test('typed words in a public line that nobody checks are found', () => {
  const table = withStep('answer', { publicLine: '{publicReason}' }) as AnyTable
  expect([faultsOf(table, behind), faultsOf(table, { ...behind, checksLines: false })]).toEqual([
    [],
    [expect.stringMatching(/有人写的 \{publicReason\}，却没有核对/)],
  ])
})

test('what a fact can be where it says whence the matter came follows from the other rows', () => {
  const back = (moves: object) => ({
    ...withStep('release', { moves: { held: moves }, decidedBy: ['cameFrom'] }),
    facts: { ...toy.facts, cameFrom: { before: ['held'] } },
  })
  expect(faultsOf(back({ asked: 'asked' }) as AnyTable, behind)).toEqual([])
  expect(faultsOf(back({ answered: 'asked' }) as AnyTable, behind)).toEqual([
    expect.stringMatching(/cameFrom 是 asked 时没有去处/),
    expect.stringMatching(/cameFrom 不会是 answered/),
  ])
})

test('a kind that the list of the house does not name, and one under another name, are found', () => {
  expect(faultsOfHouse([toyKind], {})).toEqual(['“小事”（toy）的表不在 shared/workflow.ts 里。'])
  expect(faultsOfHouse([], { game: toy })).toEqual(['“小事”的表叫 toy，shared/workflow.ts 里却叫它 game。'])
})
