import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OpinionView } from '../../../shared/matters/opinion/endpoints'
import { showVoice } from '../../../shared/matters/opinion/voice-endpoints'
import { numberOf } from '../../../shared/words/messages'
import { ask } from '../client/ask'
import { answered, useForm } from '../hooks/use-form'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { FormFields } from '../pieces/form-fields'
import { Heading } from '../pieces/heading'
import { TroubleNotice } from '../pieces/notice'
import { Conversation, OpinionEnd, OpinionSuggestion } from '../work/opinion-parts'
import { Looks, ToldLine } from '../work/told-line'

/** What can be told to whoever shows a slip: what they would read themselves. */
export function SlipLookup({ town }: { town: string }) {
  const [found, setFound] = useState<OpinionView>()
  const form = useForm(showVoice.input)
  const task = useTask((input: { code: string }) => ask(showVoice, { params: { town }, input }), setFound)
  const look = () => {
    setFound(undefined)
    const checked = form.check()
    if (checked) task.runAnew(checked as { code: string })
  }
  return (
    <View className="section stack">
      <FormFields form={answered(form, task)} />
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
      <View id="look-up">
        <Button busy={task.busy} onTap={look}>
          查办到哪一步
        </Button>
      </View>
      {found ? (
        <>
          <Heading large>{found.suggestion?.plain ?? found.plain}</Heading>
          <OpinionEnd opinion={found} />
          <ToldLine told={found.told} />
          <Card>
            <Conversation town={town} opinion={found} asResident={false} />
          </Card>
          <OpinionSuggestion town={town} opinion={found} />
          <Looks looks={found.looks} />
          <View className="note">{`留言编号 ${numberOf(found.id)}。请把上面的话说给他听。`}</View>
        </>
      ) : null}
    </View>
  )
}
