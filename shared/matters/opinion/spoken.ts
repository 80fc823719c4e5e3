import * as z from 'zod/mini'
import { byWordOf, withPaper } from '../../grammar/by-word'
import { paragraph } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import { afterwards } from './afterwards'
import { sayForm } from './attachments'
import type { OpinionGate, OpinionParty, OpinionState } from './states'

export const write = {
  label: '接着说',
  tone: 'quiet',
  by: ['resident'],
  moves: {
    sent: 'sent',
    held: 'held',
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
    // What is said while words of the deputy are looked at waits until those are through.
    answerSent: 'answerSent',
    answerHeld: 'answerHeld',
    endSent: 'endSent',
    endHeld: 'endHeld',
  },
  renews: true,
  needs: [],
  input: sayForm('想说的话'),
  tells: {},
  source: 'A conversation goes both ways and never ends for good; every new text is checked again',
} as const satisfies ActionRow<OpinionState, OpinionParty, OpinionGate>

export const readersOfPaper = '这位代表和镇人大办'
/** What another types of this conversation may have its paper beside it. */
const onPaper = withPaper(readersOfPaper)

const { rate, notSolved, saySolved, stopAsking } = afterwards
/** What is typed for somebody has words. */
const inWords = <Row extends object>(row: Row, label: string) => ({
  ...row,
  input: z.strictObject({ text: paragraph(label, 1000) }),
})
const typed = byWordOf<OpinionState, OpinionParty, OpinionGate>()(
  { write: inWords(write, '想说的话'), rate, notSolved, saySolved, stopAsking },
  ['congressOffice'],
)
const noPhone = 'noPhone'

/** What somebody says later without a phone, or in answer to one thing that was asked; nobody whom it is about types how satisfied they are. */
export const spokenByResident = {
  // Whoever was asked one thing more may say it to the clerk, with a phone or without.
  writeByWord: {
    ...onPaper(typed.writeByWord),
    needs: ['saysByMouth'],
    tells: { resident: '镇人大办替您记下了您说的话，就在“{subject}”里。不对的话请接着说一句。' },
  },
  notSolvedByWord: { ...onPaper(typed.notSolvedByWord), needs: [noPhone], tells: notSolved.tells },
  saySolvedByWord: {
    ...{ ...onPaper(typed.saySolvedByWord), needs: [noPhone, ...saySolved.needs] },
    tells: saySolved.tells,
  },
  stopAskingByWord: {
    ...{ ...onPaper(typed.stopAskingByWord), needs: [noPhone, ...stopAsking.needs] },
    tells: stopAsking.tells,
  },
  rateByWord: { ...onPaper(typed.rateByWord), needs: [noPhone, ...rate.needs], tells: rate.tells },
} as const satisfies Record<string, ActionRow<OpinionState, OpinionParty, OpinionGate>>

/** What the deputy says, and the office types. */
export function saidByDeputy<
  Answer extends ActionRow<OpinionState, OpinionParty, OpinionGate>,
  Close extends ActionRow<OpinionState, OpinionParty, OpinionGate>,
  Called extends ActionRow<OpinionState, OpinionParty, OpinionGate>,
>({ answer, close, called }: { answer: Answer; close: Close; called: Called }) {
  const told = byWordOf<OpinionState, OpinionParty, OpinionGate>()(
    { answer: inWords(answer, '回复'), close, called },
    ['congressOffice'],
  )
  return {
    answerByWord: onPaper(told.answerByWord),
    closeByWord: onPaper(told.closeByWord),
    calledByWord: onPaper(told.calledByWord),
  }
}
