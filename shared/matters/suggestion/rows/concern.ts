import * as z from 'zod/mini'
import { paragraph, pickedMany } from '../../../grammar/fields'
import type { ActionRow } from '../../../grammar/matter'
import * as inputs from '../inputs'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import { onceSubmitted } from './while-open'

/** 回避: of a suggestion about people of the office or the presidium, others take every step. */
export const concern = {
  nameConcerned: {
    label: '说明这件事关系到谁',
    tone: 'quiet',
    by: ['congressOffice', 'presidium', 'leadDeputy'],
    moves: onceSubmitted,
    needs: ['unconcerned'],
    input: z.strictObject({
      concernedIds: pickedMany('这件事关系到的人', 'deciders', 20, {
        help: '镇人大办和主席团里的人。选上的不办这一件，也不参加决定；没有选上的照常办。',
      }),
      reason: paragraph('为什么', 300),
    }),
    tells: {
      concerned: '《{subject}》（{no}）关系到您，由别人来办、来定，您不用办。',
      congressOffice: '《{subject}》（{no}）关系到{outcome}，由其他人来办、来定：{reason}',
      presidium: '《{subject}》（{no}）关系到{outcome}，由其他人来办、来定：{reason}',
      leadDeputy: '您的建议《{subject}》关系到{outcome}，由其他人来办、来定：{reason}',
    },
    readBy: ['leadDeputy', 'congressOffice', 'presidium'],
    source:
      'Nobody decides on their own matter; rules §2: the presidium decides by more than half of all members',
  },
  endConcern: {
    label: '和这些人没有关系',
    tone: 'quiet',
    by: ['congressOffice', 'presidium', 'leadDeputy'],
    moves: onceSubmitted,
    needs: ['concernNamed', 'unconcerned'],
    input: inputs.reasonOnly,
    tells: {
      congressOffice: '《{subject}》（{no}）和{outcome}没有关系，照常办：{reason}',
      presidium: '《{subject}》（{no}）和{outcome}没有关系，照常办：{reason}',
      leadDeputy: '您的建议《{subject}》和{outcome}没有关系，照常办：{reason}',
    },
    readBy: ['leadDeputy', 'congressOffice', 'presidium'],
    source: 'as above: a mark that was wrong is taken off by others than those whom it named',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>

const others: readonly SuggestionParty[] = ['congressOffice', 'presidium']

/** Whatever only the office or the presidium does waits for those whom it does not concern. */
export const byOthers = <
  Rows extends Readonly<Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>>,
>(
  rows: Rows,
): Rows =>
  Object.fromEntries(
    Object.entries<ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>(rows).map(([name, row]) => [
      name,
      row.by.every((party) => others.includes(party)) && !row.needs.includes('unconcerned')
        ? { ...row, needs: ['unconcerned', ...row.needs] }
        : row,
    ]),
  ) as unknown as Rows
