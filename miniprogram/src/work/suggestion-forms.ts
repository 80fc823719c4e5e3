import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { untitled } from '../../../shared/matters/suggestion/text'
import type { Values } from '../hooks/use-form'
import { today } from './words'

export const openConsultations = ({ rounds }: SuggestionView) =>
  (rounds[rounds.length - 1]?.consultations ?? []).filter(
    ({ answer, isYours }) => answer === 'open' && isYours,
  )

/** What a form can know before one begins. */
export function initialForm(step: string, suggestion: SuggestionView): Values {
  const [first] = openConsultations(suggestion)
  const { publicity, wishedUnit } = suggestion
  const known: Readonly<Record<string, Values>> = {
    edit: textOf(suggestion),
    submit: { ...textOf(suggestion), coSignerIds: signersOf(suggestion), spokeOn: today() },
    accept: { publicItem: suggestion.subject, publicity },
    putOnAgenda: { publicItem: suggestion.subject, publicity },
    assign: wishedUnit ? { leadUnitId: wishedUnit.id } : {},
    consult: { heldOn: today(), ...(suggestion.merged.length > 0 ? { isMerged: true } : {}) },
    markKey: { year: today().slice(0, 4) },
    changeKey: keptLeading(suggestion),
    nameConcerned: { concernedIds: suggestion.deciders.flatMap((one) => (one.concerned ? [one.id] : [])) },
    reportKeyProgress: { notedOn: today() },
    dispatch: { notedOn: today() },
    approveReturn: proposedUnit(suggestion),
    grantExtension: wishedDay(suggestion),
    correctReply: lastReply(suggestion),
    correctRatedReply: lastReply(suggestion),
    confirmConsultation: first ? { consultationId: first.id } : {},
    askForHead: first ? { consultationId: first.id } : {},
    disputeConsultation: first ? { consultationId: first.id } : {},
  }
  // What the office types for somebody begins as what they would begin with.
  return known[step.replace(/ByWord$/, '')] ?? {}
}

/** The text as its form holds it; what was left out stays out. */
function textOf(suggestion: SuggestionView): Values {
  const { village, area, wishedUnit, confidential } = suggestion
  const values = {
    kind: suggestion.kind,
    subject: suggestion.subject === untitled ? '' : suggestion.subject,
    facts: suggestion.facts,
    proposal: suggestion.proposal,
    files: suggestion.files.length > 0 ? suggestion.files.map(({ id }) => id) : undefined,
    villageId: village?.id,
    areaId: area?.id,
    origin: suggestion.origin,
    originOn: suggestion.originOn,
    originPlace: suggestion.originPlace,
    originNote: suggestion.originNote,
    wishedUnitId: wishedUnit?.id,
    publicity: suggestion.publicity,
    presidiumFirst: suggestion.presidiumFirst ? true : undefined,
    confidential: confidential ? true : undefined,
    confidentialReason: suggestion.confidentialReason,
  }
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  )
}

const signersOf = ({ coSigners }: SuggestionView) =>
  coSigners.filter(({ answer }) => answer === 'signed' || answer === 'askedAgain').map(({ id }) => id)

/** Mostly the leader changes and the plan stays. */
function keptLeading({ key }: SuggestionView): Values {
  if (!key) return {}
  const { leadingOfficial, leadingPost, plan } = key
  return { leadingOfficial, leadingPost, plan }
}

/** A decision begins with what was asked for; whoever decides may change it. */
function proposedUnit({ returns }: SuggestionView): Values {
  const asked = returns[returns.length - 1]
  return asked ? { leadUnitId: asked.proposedUnit.id } : {}
}

function wishedDay({ rounds }: SuggestionView): Values {
  const asked = rounds[rounds.length - 1]?.extension
  return asked ? { until: asked.latestOn } : {}
}

/** A correction begins with the reply as it stands. */
function lastReply({ rounds }: SuggestionView): Values {
  const round = rounds[rounds.length - 1]
  if (!round?.reply) return {}
  const { on: _on, version: _version, ...said } = round.reply
  const promise = round.commitments[round.commitments.length - 1]
  const files = said.files.map(({ id }) => id)
  const filesOpen = said.filesOpen || null
  const known = {
    ...said,
    files,
    filesOpen,
    ...(promise ? { promise: promise.promise, promiseDueOn: promise.dueOn } : {}),
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null))
}
