import * as z from 'zod/mini'
import { filesHelp, mostFiles } from '../../../files'
import { files, maybe, paragraph, picked, pickedMany } from '../../../grammar/fields'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'
import { nobodyConfirmed } from '../../../words/nobody'

/** A unit has it in hand. */
export const whileHandled = {
  received: 'received',
  handling: 'handling',
  reHandling: 'reHandling',
  extensionRequested: 'extensionRequested',
} as const

/** What the lead unit does while it handles, besides asking others. */
export const teamwork = {
  reportProgress: {
    label: '报告办理进展',
    tone: 'quiet',
    by: ['leadUnit'],
    moves: { ...whileHandled, tracking: 'tracking' },
    needs: [],
    input: z.strictObject({
      note: paragraph('办到哪一步了', 500),
      files: maybe(files('附件', mostFiles, { help: filesHelp })),
    }),
    tells: {
      leadDeputy: '{unit}报告《{subject}》的进展：{reason}',
      congressOffice: '{unit}报告《{subject}》（{no}）的进展：{reason}',
    },
    publicLine: '{unit}报告了办理进展',
    source: 'Catalogue 73: every two months the presidium hears how the handling stands',
  },
  addCoUnits: {
    label: '增加协办单位',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { assigned: 'assigned', ...whileHandled },
    needs: [],
    input: z.strictObject({
      coUnitIds: pickedMany('增加哪些协办单位', 'units', 5),
      nobodyConfirmed: nobodyConfirmed(),
    }),
    tells: {
      coUnit: '《{subject}》（{no}）由{unit}主办，增加协办单位：{whose}。请按时提出协办意见。',
      leadUnit: '《{subject}》（{no}）增加协办单位：{whose}。答复以前请等协办意见。',
      leadDeputy: '《{subject}》增加协办单位：{whose}。',
    },
    pushes: { coUnit: 'assigned' },
    source: 'rules §3.2: whose help is needed often shows only while it is handled',
  },
  releaseCoUnit: {
    label: '不再请这个单位协办',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { assigned: 'assigned', ...whileHandled },
    needs: [],
    input: z.strictObject({
      coUnitId: picked('哪个协办单位', 'asked'),
      reason: paragraph('原因', 300),
    }),
    tells: {
      formerUnit: '《{subject}》（{no}）不再请你单位协办：{reason}',
      leadUnit: '《{subject}》（{no}）不再请{whose}协办：{reason}',
      leadDeputy: '《{subject}》不再请{whose}协办：{reason}',
    },
    source: 'as above: who has nothing to do with it is let go',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
