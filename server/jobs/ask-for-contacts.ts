import { addMonths, beijingDay, quarterOf } from '../../shared/rules/days'
import { contactsPage } from '../../shared/words/pages'
import { contactsLeft } from '../../shared/words/two-way-contacts'
import { tellOnce } from '../engine/tell-once'
import { leftToContact } from '../features/contacts/left-to-contact'
import type { Job, JobParts } from './runner'
import { withLease } from './with-lease'

/** Of the three months of a quarter the last one is for whoever was not in touch yet. */
const remindedAfterMonths = 2

/**
 * 双联系: once a quarter whoever is to keep in touch and has not been with all of them is reminded. It is nobody's matter:
 * a new quarter begins anew, and nobody is told who did not.
 */
export const askForContacts: Job = {
  name: 'ask-for-contacts',
  wokenBy: [],
  pauseMs: 3_600_000,
  run: (parts) =>
    withLease(parts.database, 'ask-for-contacts', 300, parts.now, async () => {
      const since = quarterOf(beijingDay(parts.now()))
      if (beijingDay(parts.now()) < addMonths(since, remindedAfterMonths)) return
      const towns = await parts.database.reader.query<{ id: string }[]>('SELECT id FROM town')
      for (const { id } of towns) await askIn(parts, id, since)
    }),
}

const askIn = ({ database, now }: JobParts, townId: string, since: string) =>
  tellOnce(
    database,
    (untold) => leftToContact(townId, since, untold),
    {
      townId,
      text: contactsLeft(since),
      page: contactsPage(townId),
      push: 'task',
      number: since.slice(0, 7),
    },
    now(),
  )
