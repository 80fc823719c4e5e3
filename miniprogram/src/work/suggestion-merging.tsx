import Taro from '@tarojs/taro'
import { Fragment } from 'react'
import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { suggestionPage } from '../../../shared/words/pages'
import { Button } from '../pieces/button'
import { Notice } from '../pieces/notice'
import { Part } from '../pieces/part'
import { Files } from './files'

/** 并案: with which one it is handled; and the texts of those that are handled with it. */
export function SuggestionMerging({ town, suggestion }: { town: string; suggestion: SuggestionView }) {
  const { earlier, later, mergedInto, merged } = suggestion
  return (
    <>
      {mergedInto ? (
        <Notice>{`和《${mergedInto.subject}》${numbered(mergedInto.no)}并案办理，答复时同样答复您，由您评价。`}</Notice>
      ) : null}
      {earlier.map((one) => (
        <Linked key={one.id} label="群众说没有解决，又写成了这一件。原来那件" town={town} {...one} />
      ))}
      {later.map((one) => (
        <Linked key={one.id} label="群众说没有解决，后来又写成" town={town} {...one} />
      ))}
      {merged.map(({ id, no, subject, leadDeputy, facts, proposal, files }) => (
        <Fragment key={id}>
          <Part
            label={`并案：${leadDeputy}代表的《${subject}》${numbered(no)}`}
          >{`${facts}\n${proposal}`}</Part>
          <Files town={town} label={`${leadDeputy}代表的附件和照片`} files={files} />
        </Fragment>
      ))}
    </>
  )
}

interface LinkedProps {
  town: string
  label: string
  id: string
  no: string | null
  subject: string
}
const Linked = ({ town, label, id, no, subject }: LinkedProps) => (
  <>
    <Part label={label}>{`《${subject}》${numbered(no)}`}</Part>
    <Button
      tone="quiet"
      small
      onTap={() => void Taro.navigateTo({ url: `/${suggestionPage('leadDeputy', town, id)}` })}
    >
      {`看《${subject}》`}
    </Button>
  </>
)

const numbered = (no: string | null) => (no ? `（${no}）` : '')
