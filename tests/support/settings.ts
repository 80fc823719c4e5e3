import { showCalendar } from '../../shared/api/calendar'
import { showRules } from '../../shared/api/rules'
import type { TestTown } from './town'

/** The version of the rules that somebody has before them who has just looked. */
export const seenRules = async (town: TestTown): Promise<number> =>
  (await town.office.client.call(showRules, { params: { town: town.id } })).version

/** The same of the calendar. */
export const seenCalendar = async (town: TestTown): Promise<number> =>
  (await town.office.client.call(showCalendar, { params: { town: town.id } })).version
