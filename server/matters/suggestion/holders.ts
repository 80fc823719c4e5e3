import type { SuggestionParty } from '../../../shared/matters/suggestion/states'
import { statesOfAppraisal } from '../../../shared/matters/suggestion/rows/group-appraisal'
import { group, type Holder, person, post, resident, unit } from '../../engine/holders'
import type { Holders } from '../../engine/kind'
import { concernedOf, standIns } from './deciders'
import { formerUnits } from './former-units'
import { openInvitations } from './gates'
import type { SuggestionRecord } from './record'

/** Who stands to a suggestion as what. */
export function holdersOf(record: SuggestionRecord): Holders<SuggestionParty> {
  const { coSignatures, leadUnitId, leadGroupId } = record
  const instead = standIns(record)
  const asked = openInvitations(record)
  // A draft is the deputy's own until it is handed in.
  const isHandedIn = record.submittedAt !== null
  // Before there is a result to appraise, or where it is confidential, the group has nothing to do with it.
  const isAppraised = record.confidential === 0 && statesOfAppraisal.includes(record.state)
  return {
    leadDeputy: [person(record.leadDeputyId)],
    coSigner: coSignatures.filter(({ answer }) => answer === 'signed').map(of),
    invitee: asked.map(of),
    // May still think better of it while the text is open.
    decliner: coSignatures
      .filter(({ answer, counts }) => answer === 'declined' && Number(counts) === 1)
      .map(of),
    congressOffice: isHandedIn ? [post('congressOffice'), ...instead.office] : [],
    presidium: isHandedIn ? [post('presidiumMember'), ...instead.presidium] : [],
    // Of what is picked for the year, and of nothing else.
    leadingOfficial: record.leadingOfficials.map(of),
    partyCommittee: record.keySuggestionId === null ? [] : [post('partyCommittee')],
    concerned: isHandedIn ? concernedOf(record).map(person) : [],
    leadUnit: leadUnitId === null ? [] : [unit(leadUnitId)],
    formerUnit: formerUnits(record).map(({ holder }) => holder),
    letterUnit: record.letters.map(({ unitId }) => unit(unitId)),
    mergedDeputy: record.merged.map(({ leadDeputyId }) => person(leadDeputyId)),
    groupLeader: isAppraised ? record.groupLeaders.map(of) : [],
    groupMember: record.ballots.length > 0 && leadGroupId !== null ? [group(leadGroupId)] : [],
    resident: [
      ...new Set([...record.residents, ...record.followers].map(({ residentId }) => resident(residentId))),
    ],
  }
}

const of = ({ personId }: { personId: string }): Holder => person(personId)
