import * as z from 'zod/mini'
import { choice, line, maybe, paragraph, picked } from '../../grammar/fields'
import { nothing } from '../suggestion/inputs'
import {
  type OpinionGate,
  type OpinionParty,
  type OpinionState,
  opinionStates as states,
  uncheckedStates,
} from './states'
import { type ActionRow, defineMatter } from '../../grammar/matter'
import { afterwards } from './afterwards'
import { askBack } from './ask-back'
import { sayForm } from './attachments'
import { call } from './call'
import { inMeeting } from './in-meeting'
import { saidByDeputy, spokenByResident, write } from './spoken'
import { triage } from './triage'
import { unread } from './unread'
import { back, backOfEnd, goesOn, shown } from './ways'
import { referrals } from '../../words/words'

export {
  type OpinionGate,
  type OpinionParty,
  type OpinionState,
  uncheckedStates,
  type WatchedState,
  watchedStates,
} from './states'

/** The small table of a resident's opinion: one villager, one deputy, one matter, from "sent" to "explained". */
const steps = {
  pass: {
    label: '核对通过',
    tone: 'quiet',
    by: ['system'],
    moves: { sent: goesOn },
    decidedBy: ['goesTo'],
    needs: ['saysSomethingElse'],
    input: nothing,
    tells: {
      deputy: '有群众给您留言了，请在 24 小时内回复。',
      resident: '{deputy}已收到您的话，会在 24 小时内回复。',
    },
    pushes: { deputy: 'opinion' },
    source: 'Content check of user text: platform rule; 24 hours: practice of 阜宁',
  },
  hold: {
    label: '转人工核实',
    tone: 'quiet',
    by: ['system'],
    moves: { sent: 'held' },
    needs: [],
    input: nothing,
    tells: {
      congressOffice: '有一条群众留言需要核实后再转给代表。',
      resident: '您的话已经收到，工作人员核实后转给代表。',
    },
    source: 'A check never rejects by itself: petitions hit the "politics" label every day',
  },
  release: {
    label: '核实无误，转给代表',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { held: goesOn },
    decidedBy: ['goesTo'],
    needs: ['saysSomethingElse'],
    input: nothing,
    tells: {
      deputy: '有群众给您留言了，请在 24 小时内回复。',
      resident: '{deputy}已收到您的话，会在 24 小时内回复。',
    },
    pushes: { deputy: 'opinion' },
    source: 'as above',
  },
  answer: {
    label: '回复',
    tone: 'primary',
    by: ['deputy'],
    moves: {
      received: 'answerSent',
      replied: 'answerSent',
      deputyAway: 'answerSent',
      inSuggestion: 'answerSent',
      unsolved: 'answerSent',
    },
    needs: [],
    input: sayForm('回复'),
    tells: {},
    source: 'Catalogue 37, 51; what a deputy writes is checked like what a resident writes',
  },
  showAnswer: {
    label: '回复核对通过',
    tone: 'quiet',
    by: ['system'],
    moves: { answerSent: shown },
    decidedBy: ['says', 'writtenIn'],
    needs: [],
    input: nothing,
    tells: { resident: '{deputy}回复您了。' },
    pushes: { resident: 'replied' },
    source: 'Catalogue 37, 51; content check of user text: platform rule',
  },
  showEnd: {
    label: '说明核对通过',
    tone: 'quiet',
    by: ['system'],
    moves: { endSent: 'closed' },
    needs: [],
    input: nothing,
    tells: { resident: '{deputy}把结果告诉您了，请您评一评。' },
    pushes: { resident: 'concluded' },
    source: 'as above',
  },
  holdWords: {
    label: '转人工核实',
    tone: 'quiet',
    by: ['system'],
    moves: { answerSent: 'answerHeld', endSent: 'endHeld' },
    needs: [],
    input: nothing,
    tells: {
      congressOffice: '{deputy}写给群众的话需要核实后再发给群众。',
      deputy: '您写给群众的话已经送出，镇人大办核实后发给群众。',
    },
    source: 'A check never rejects by itself; who writes outside WeChat is read by a second person',
  },
  releaseAnswer: {
    label: '核实无误，发给群众',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { answerHeld: shown },
    decidedBy: ['says', 'writtenIn'],
    needs: ['writtenByAnother'],
    input: nothing,
    tells: { resident: '{deputy}回复您了。', deputy: '您的回复核实过了，已经发给群众。' },
    pushes: { resident: 'replied' },
    source: 'as above',
  },
  releaseEnd: {
    label: '核实无误，发给群众',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { endHeld: 'closed' },
    needs: ['writtenByAnother'],
    input: nothing,
    tells: {
      resident: '{deputy}把结果告诉您了，请您评一评。',
      deputy: '您的说明核实过了，已经发给群众。',
    },
    pushes: { resident: 'concluded' },
    source: 'as above',
  },
  sendBack: {
    label: '退回修改',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { answerHeld: back, endHeld: backOfEnd },
    decidedBy: ['writtenIn'],
    needs: [],
    input: z.strictObject({
      reason: paragraph('退回的理由', 300, { help: '写给代表看：哪里要改，怎么改。' }),
    }),
    tells: { deputy: '您写给群众的话要改一改：{reason}' },
    pushes: { deputy: 'task' },
    source: 'Never rejected: the writer gets it back with the reason and writes it again',
  },
  write,
  lookAtMore: {
    label: '群众又说的话，开始核对',
    tone: 'quiet',
    by: ['system'],
    moves: {
      received: 'sent',
      callAsked: 'sent',
      replied: 'sent',
      askedBack: 'sent',
      deputyAway: 'sent',
      deputyLeft: 'sent',
      inSuggestion: 'sent',
      unsolved: 'sent',
      unsolvedAgain: 'sent',
      closed: 'sent',
    },
    needs: [],
    input: nothing,
    tells: {},
    source:
      'What is said while words of the deputy are looked at, or beside a rating, is checked like any other',
  },
  ...call,
  ...unread,
  raise: {
    label: '写成建议',
    tone: 'quiet',
    by: ['deputy'],
    moves: { received: 'inSuggestion', replied: 'inSuggestion', unsolved: 'inSuggestion' },
    needs: ['ofTownship'],
    input: z.strictObject({
      suggestionId: maybe(picked('并入我正在起草的建议', 'draft', { help: '不选就新写一件。' })),
      summary: maybe(
        line('用自己的话写一句：是什么事', 40, {
          help: '新写一件时用作标题，可以以后再写。群众的原话只有您看得到，不会写进建议里。',
        }),
      ),
    }),
    tells: { resident: '{deputy}要把您反映的事写成建议，办到哪一步都会告诉您。' },
    source: 'Catalogue 33: several opinions may join one suggestion; links both ways',
  },
  ...askBack,
  ...triage,
  redirect: {
    label: '告诉他该去哪里办',
    tone: 'quiet',
    by: ['deputy', 'congressOffice'],
    moves: {
      held: 'endSent',
      received: 'endSent',
      callAsked: 'endSent',
      replied: 'endSent',
      deputyLeft: 'endSent',
      deputyAway: 'endSent',
      unsolved: 'endSent',
      unsolvedAgain: 'endSent',
    },
    needs: [],
    insteadOf: ['deputy'],
    input: z.strictObject({
      referredTo: choice('应当去哪里', referrals),
      explanation: paragraph('向群众说明', 500),
    }),
    tells: {},
    source: '信访工作条例 art. 22, 23, 30; catalogue 39',
  },
  close: {
    label: '说明结果，办结',
    tone: 'quiet',
    by: ['deputy'],
    moves: { received: 'endSent', replied: 'endSent', unsolved: 'endSent' },
    needs: [],
    input: z.strictObject({ explanation: paragraph('向群众说明结果', 500) }),
    tells: {},
    source: 'Catalogue 50: every closed matter is explained to the person',
  },
  closeAfterSuggestion: {
    label: '把结果告诉群众，办结',
    tone: 'primary',
    by: ['deputy', 'congressOffice'],
    moves: { inSuggestion: 'endSent' },
    needs: ['suggestionEnded'],
    insteadOf: ['deputy'],
    input: z.strictObject({ explanation: paragraph('向群众说明结果', 500) }),
    tells: {},
    source: 'Catalogue 51: the deputy tells the voter',
  },
  ...afterwards,
  ...inMeeting,
} as const satisfies Record<string, ActionRow<OpinionState, OpinionParty, OpinionGate>>

/** What a deputy says by telephone, on paper or in person, and the office types. */
const byWord = saidByDeputy(steps)

export const opinionActions = { ...steps, ...byWord, ...spokenByResident }
export type OpinionAction = keyof typeof opinionActions

export const opinionTable = defineMatter<OpinionState, OpinionAction, OpinionParty, OpinionGate>({
  kind: 'opinion',
  word: '群众留言',
  first: 'sent',
  states,
  actions: opinionActions,
  gates: {
    suggestionEnded: 'suggestion_not_ended',
    notYetRated: 'already_rated',
    writtenByAnother: 'own_words',
    ofTownship: 'not_of_township',
    deputyBound: 'deputy_not_bound',
    noPhone: 'has_phone',
    saysByMouth: 'has_phone',
    saysUnsolved: 'not_said_unsolved',
    saysSomethingElse: 'said_unsolved',
    followUpDue: 'not_asked_now',
    followUpAgainDue: 'not_asked_now',
    askedWhetherSolved: 'not_asked_whether_solved',
    residentsTurn: 'not_asked_now',
    notAskedBefore: 'asked_before',
    askedDaysOver: 'not_asked_now',
  },
  facts: {
    writtenIn: { before: uncheckedStates },
    says: ['answers', 'asksBack', 'talked'],
    goesTo: ['received', 'callAsked', 'inSuggestion', 'closed'],
    wants: ['answer', 'call'],
    unsolved: ['first', 'again'],
  },
  announced: ['writtenByAnother', 'ofTownship'],
})
