import { dueWithin } from '../../../shared/grammar/due'
import { receptionTable } from '../../../shared/matters/reception/table'
import { beijingDay, spokenDate } from '../../../shared/rules/days'
import { matterPage } from '../../../shared/words/pages'
import { receptionTitle, receptionWhen } from '../../../shared/words/reception'
import { person, post, system } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import * as effects from './effects'
import { readReception } from './record'
import { receive } from './receive'
import * as swaps from './swaps'

/** Whoever sits there hears of it so many days before. */
const noticeDays = 3

/** 接访: who sits at a station on a day, and what it brought. */
export const kind = kindOf(receptionTable, {
  read: readReception,
  head: ({ station, heldOn, sitters }) => ({
    title: `${receptionTitle(station)} ${spokenDate(heldOn, heldOn)}`,
    number: null,
    note: sitters.map(({ name }) => name).join('、') || null,
    names: sitters.map(({ name }) => name),
  }),
  holders: (_, { sitters }) => ({
    congressOffice: [post('congressOffice')],
    sitter: sitters.map(({ id }) => person(id)),
    system: [system],
  }),
  parties: { congressOffice: 'listed', sitter: 'listed', standIn: 'listed' },
  gates: ({ heldOn }, { today }) => ({ dayCame: today >= heldOn }),
  facts: ({ sitters }) => ({ others: sitters.length > 1 ? 'some' : 'none' }),
  due: ({ state, heldOn }, { now }) =>
    state === 'planned' || state === 'short' ? dueWithin(heldOn, noticeDays, now) : undefined,
  changesOn: ({ heldOn }) => [heldOn],
  effects: { ...effects, ...swaps, receive },
  words: ({ station, heldOn, time, place }, now) => ({
    subject: receptionTitle(station),
    latest: receptionWhen(spokenDate(heldOn, beijingDay(now)), time, place),
  }),
  page: (_, townId, id) => matterPage(receptionTable.kind, townId, id),
})
