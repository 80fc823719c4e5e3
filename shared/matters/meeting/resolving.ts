import * as z from 'zod/mini'
import { day, line, maybe, paragraph, picked } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import type { MeetingGate, MeetingParty, MeetingState } from './states'

const source =
  'Catalogue 118 防止议而不决，决而不议: what is decided has a holder and a day, and is talked about until it is done'
const resolutionId = picked('哪一件', 'asked')

const followedUp = {
  by: ['congressOffice'],
  moves: { open: 'open' },
  tells: {},
  source,
} as const

/** 议定事项: what this meeting gives somebody to do, and what became of what earlier ones gave. */
export const resolving = {
  assign: {
    label: '定下谁办',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { open: 'open', ended: 'ended', drafted: 'drafted' },
    needs: ['votes', 'decides'],
    input: z.strictObject({
      agendaItemId: picked('哪一项议程定的', 'agendaItem'),
      what: paragraph('定了什么事', 300, { help: '写成一句，例如：把敬老院的消防改好。不写群众的姓名。' }),
      unitId: maybe(picked('哪个单位办', 'unit')),
      personId: maybe(
        picked('或者哪一位办', 'sitters', { help: '单位和个人选一个；都不选的由镇人大办办。' }),
      ),
      dueOn: day('哪天前办好', 'promised'),
    }),
    tells: {},
    source,
  },
  closeResolution: {
    ...followedUp,
    label: '上次定的：办好了',
    tone: 'primary',
    needs: ['votes', 'resolutionsLeft', 'quorate'],
    input: z.strictObject({ resolutionId, note: maybe(line('会上怎么说的', 300)) }),
  },
  keepResolution: {
    ...followedUp,
    label: '上次定的：还没办好',
    tone: 'quiet',
    needs: ['votes', 'resolutionsLeft'],
    input: z.strictObject({
      resolutionId,
      reason: line('为什么、还差什么', 200),
      dueOn: day('到哪天办好', 'promised'),
    }),
  },
  dropResolution: {
    ...followedUp,
    label: '上次定的：不再办',
    tone: 'danger',
    needs: ['votes', 'resolutionsLeft', 'quorate'],
    input: z.strictObject({ resolutionId, reason: line('为什么', 300) }),
  },
} as const satisfies Record<string, ActionRow<MeetingState, MeetingParty, MeetingGate>>
