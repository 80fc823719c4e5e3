import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { Notice } from '../pieces/notice'
import { Part } from '../pieces/part'

/** 并案: with which one it is handled; and the texts of those that are handled with it. */
export function SuggestionMerging({ suggestion }: { suggestion: SuggestionView }) {
  const { mergedInto, merged } = suggestion
  return (
    <>
      {mergedInto ? (
        <Notice>{`和《${mergedInto.subject}》${numbered(mergedInto.no)}并案办理，答复时同样答复您，由您评价。`}</Notice>
      ) : null}
      {merged.map(({ id, no, subject, leadDeputy, facts, proposal }) => (
        <Part key={id} label={`并案：${leadDeputy}代表的《${subject}》${numbered(no)}`}>
          {`${facts}\n${proposal}`}
        </Part>
      ))}
    </>
  )
}

const numbered = (no: string | null) => (no ? `（${no}）` : '')
