import * as z from 'zod/mini'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'

/** 归档: once a year what is closed goes to the shelf; it stays public and searchable. */
export const archiving = {
  archive: {
    label: '归档',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { closed: 'archived' },
    // What ended in December ended then, whenever it is put on the shelf.
    keepsTime: true,
    needs: [],
    input: z.strictObject({}),
    manyAtOnce: true,
    tells: {},
    source: 'rules §3.5: closed → archived, yearly, by the office',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
