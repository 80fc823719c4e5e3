import * as z from 'zod/mini'
import { choice, paragraph } from '../../../grammar/fields'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'
import { byPresidium, saysHowDecided } from './together'

export const reasonVerdicts = {
  valid: '有正当理由，不计入',
  notValid: '没有正当理由，要计入',
} as const

/** 评先资格: whether a unit had a valid reason for a result that the deputy does not accept. */
export const awardStanding = {
  decideReason: {
    label: '认定有没有正当理由',
    tone: 'quiet',
    by: ['presidium'],
    moves: { evaluated: 'evaluated', escalated: 'escalated', closed: 'closed' },
    needs: ['resultRejected', 'decidesOnOthers'],
    input: z
      .strictObject({
        verdict: choice('承办单位有没有正当理由', reasonVerdicts),
        reason: paragraph('认定的依据', 500, { help: '例如：省里的规划没有下来，镇里办不了。' }),
        ...byPresidium,
      })
      .check(saysHowDecided),
    tells: {
      leadUnit: '主席团对《{subject}》（{no}）认定：{outcome}评先资格的件数。{reason}',
      congressOffice: '主席团对《{subject}》（{no}）认定：{outcome}评先资格的件数。{reason}',
    },
    readBy: ['presidium', 'congressOffice', 'leadUnit'],
    source: 'Catalogue 81: the presidium decides on “valid reason”; the last decision counts',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
