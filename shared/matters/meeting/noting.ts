import * as z from 'zod/mini'
import { choice, maybe, paragraph, picked } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import { noteKinds } from '../deliberation-summary/words'
import type { MeetingGate, MeetingParty, MeetingState } from './states'

/** 审议发言: what is said to an item, in the hall or in a group; from a paper sheet it is typed when the meeting is over. */
export const noting = {
  noteDeliberation: {
    label: '记一条审议发言',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { open: 'open', ended: 'ended' },
    needs: ['votes'],
    input: z.strictObject({
      agendaItemId: picked('说的是哪一项', 'agendaItem'),
      noteKind: choice('是什么', noteKinds),
      text: paragraph('说了什么', 1000, { help: '照原话记要点。散会以后整理成审议意见，交镇政府答复。' }),
      groupId: maybe(picked('哪个组说的', 'group', { help: '全体会上说的不用选。' })),
      speakerId: maybe(picked('谁说的', 'sitters', { help: '愿意留名的才选；答复了会告诉他。' })),
    }),
    tells: {},
    readBy: ['congressOffice', 'presidium'],
    source: 'Catalogue 145; ZJ 18: what is said while it is deliberated is noted, by group, and answered',
  },
} as const satisfies Record<string, ActionRow<MeetingState, MeetingParty, MeetingGate>>
