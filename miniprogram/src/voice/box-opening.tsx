import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { openBox } from '../../../shared/matters/letter-box/endpoints'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { answered, useForm } from '../hooks/use-form'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { FormFields } from '../pieces/form-fields'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { today } from '../work/words'

/** The letter box of a station was opened by two persons; what lay in it is typed one by one as words of residents. */
export default function OpenBox() {
  const { params } = useRouter()
  const form = useForm(openBox.input, { openedOn: today() })
  const task = useTask(
    async (input: InputOf<typeof openBox>, key) =>
      ask(openBox, {
        params: { town: await currentTown(params.town), id: params.station ?? '' },
        input,
        key,
      }),
    () => void Taro.navigateTo({ url: `/voice/voices?town=${params.town ?? ''}` }),
  )
  const save = () => {
    const checked = form.check()
    if (checked) task.run(checked as InputOf<typeof openBox>)
  }
  return (
    <Page>
      <View className="section stack">
        <Notice>
          信箱要两个人一起开，至少两周一次。哪天开的、几封，站点首页都看得到；信里的话接着逐封登记。
        </Notice>
        <FormFields form={answered(form, task)} />
        {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
        <Button busy={task.busy} onTap={save}>
          登记开箱，接着登记来信
        </Button>
      </View>
    </Page>
  )
}
