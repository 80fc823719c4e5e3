import {
  type PetitionAction,
  type PetitionGate,
  type PetitionParty,
  type PetitionState,
  petitionTable,
} from '../../../shared/matters/petition/table'
import { petitionNamed, petitionTitle, unitNoted } from '../../../shared/matters/petition/words'
import { lookReasons } from '../../../shared/matters/opinion/looks'
import { inboxPage, matterPage, petitionPage } from '../../../shared/words/pages'
import type { Party } from '../../../shared/words/parties'
import { person, post, resident } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { effects } from './effects'
import { officeNamed, type PetitionRecord, readPetition } from './record'

const isAboutOffice = ({ aboutOffice }: PetitionRecord) => Number(aboutOffice) === 1

const pageOf = (party: Party, townId: string, id: string) =>
  party === 'resident' ? petitionPage(townId, id) : matterPage(petitionTable.kind, townId, id)

/** 信访事项. Its head says of which kind it is, and nothing of what was said; it is found by nobody's search. */
export const kind = kindOf<PetitionState, PetitionAction, PetitionParty, PetitionGate, PetitionRecord>(
  petitionTable,
  {
    read: readPetition,
    head: ({ no, petitionKind }) => ({
      title: petitionTitle(petitionKind),
      number: no,
      unsought: true,
    }),
    holders: (_, record) => ({
      resident: [resident(record.residentId)],
      ...(isAboutOffice(record)
        ? {
            presidium: [post('presidiumMember')],
            ...(record.handlerId === null ? {} : { congressOffice: [person(record.handlerId)] }),
          }
        : { congressOffice: [post('congressOffice')] }),
    }),
    parties: { resident: 'aside', congressOffice: 'listed', presidium: 'listed' },
    gates: (record) => ({
      withPresidium: isAboutOffice(record) && record.handlerId === null,
      aboutOffice: isAboutOffice(record),
      aboutUnit: record.aboutUnitId !== null,
    }),
    effects,
    words: (record) => ({
      no: record.no,
      subject: petitionNamed(record.no),
      route: officeNamed(record) ?? '',
    }),
    page: pageOf,
    opens: (record, party) => ({
      // Whoever only hears that it is late does not read what was written.
      page:
        party === 'presidium' && !isAboutOffice(record)
          ? inboxPage(record.townId)
          : pageOf(party, record.townId, record.id),
    }),
    note({ reason, summary, unitId }, words) {
      // Its author is not told that it is written down; those who handle it are.
      if (unitId !== undefined) return unitNoted(words.reason ?? '')
      if (typeof reason === 'string' && reason in lookReasons)
        return lookReasons[reason as keyof typeof lookReasons]
      return typeof summary === 'string' ? summary : (words.reason ?? null)
    },
  },
)
