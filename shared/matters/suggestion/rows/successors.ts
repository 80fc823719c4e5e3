import * as z from 'zod/mini'
import { line, picked } from '../../../grammar/fields'
import type { ActionRow } from '../../../grammar/matter'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import { whileHandled } from './teamwork'

const succession = z.strictObject({
  fromUnitId: picked('原单位', 'unit'),
  toUnitId: picked('承接的单位', 'unit'),
  reason: line('原因', 200),
})

const whileLed = {
  ...whileHandled,
  assigned: 'assigned',
  returnRequested: 'returnRequested',
  replied: 'replied',
  evaluated: 'evaluated',
  tracking: 'tracking',
  escalated: 'escalated',
} as const

/** A unit is merged into another or divided: what is open goes on where it stands, with whoever takes it over. */
export const successors = {
  succeedLeadUnit: {
    label: '转由承接的单位主办',
    tone: 'quiet',
    by: ['system'],
    moves: whileLed,
    needs: [],
    input: succession,
    tells: {
      leadUnit: '《{subject}》（{no}）转由你单位接着办，期限不变：{reason}。',
      coUnit: '《{subject}》（{no}）改由{unit}主办：{reason}。',
      leadDeputy: '《{subject}》转由{unit}接着办，期限不变：{reason}。',
      mergedDeputy: '和您的建议并案的《{subject}》（{no}）转由{unit}接着办：{reason}。',
      resident: '您反映的事转由{unit}接着办，期限不变。',
    },
    pushes: { leadUnit: 'assigned' },
    publicLine: '转由{unit}接着办',
    source: '机构改革中职责随事项划转: the matter and its deadline go with the duty, nothing begins anew',
  },
  succeedCoUnit: {
    label: '转由承接的单位协办',
    tone: 'quiet',
    by: ['system'],
    moves: whileLed,
    needs: [],
    input: succession,
    tells: {
      coUnit: '《{subject}》（{no}）的协办单位有变动：{reason}。还没有提出协办意见的，请按时提出。',
      leadUnit: '《{subject}》（{no}）的协办单位有变动：{reason}。',
    },
    pushes: { coUnit: 'assigned' },
    source: '机构改革中职责随事项划转: who owes an opinion is whoever has the duty now',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
