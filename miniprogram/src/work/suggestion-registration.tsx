import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { spokenDay } from '../../../shared/rules/days'
import { origins, publicities } from '../../../shared/words/words'
import { Notice } from '../pieces/notice'
import { Part } from '../pieces/part'
import { asSentence, today } from './words'

/** How it came about, which unit the deputy wishes for, and what may be made public of it. */
export function SuggestionRegistration({ suggestion }: { suggestion: SuggestionView }) {
  const { origin, originOn, originPlace, originNote, wishedUnit, session, agendaDecision } = suggestion
  const whenAndWhere = [originOn && spokenDay(originOn, today()), originPlace].filter(Boolean).join('，')
  const cameAbout = [origin && origins[origin], whenAndWhere, originNote].filter(Boolean).join('：')
  return (
    <>
      {session ? <Part label="届次">{session}</Part> : null}
      {cameAbout ? <Part label="怎么发现的">{cameAbout}</Part> : null}
      {wishedUnit ? <Part label="希望由哪个单位办">{wishedUnit.name}</Part> : null}
      <Part label="公开">{spokenPublicity(suggestion)}</Part>
      {suggestion.confidential ? (
        <Notice tone="soon">
          {`代表请求保密：${asSentence(suggestion.confidentialReason ?? '')}请不要对外透露。`}
        </Notice>
      ) : null}
      {agendaDecision ? <Part label="列入议程的决定">{agendaDecision}</Part> : null}
    </>
  )
}

function spokenPublicity({ publicity, confidential, fullTextPublic }: SuggestionView): string {
  if (confidential) return '保密，不公开'
  if (publicity !== 'full') return publicities[publicity]
  return fullTextPublic ? '全文公开' : '代表同意全文公开，镇人大办审看以后才公开'
}
