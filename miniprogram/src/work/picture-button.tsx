import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { choosePictures } from '../client/upload'
import { isStale, useTask } from '../hooks/use-task'
import { pictured } from '../pieces/aloud'
import { Button } from '../pieces/button'
import { Notice, TroubleNotice } from '../pieces/notice'
import './picture-button.scss'

/** The one picture of a row of the register as everybody sees it, and the button that puts another one there. */
export function PictureButton(props: {
  picture: string | null
  send: (filePath: string, seen: string | null, key: string) => Promise<unknown>
  reload: () => void
}) {
  const { picture, send, reload } = props
  const [set, setSet] = useState(false)
  const task = useTask(
    (filePath: string, key) =>
      send(filePath, picture, key).catch((error: unknown) => {
        // Somebody was quicker: what they put there is seen before it is decided again.
        if (isStale(error)) reload()
        throw error
      }),
    () => {
      setSet(true)
      reload()
    },
  )
  const choose = () =>
    void choosePictures(1).then((chosen) => {
      setSet(false)
      if (chosen?.[0]) task.run(chosen[0])
    })
  return (
    <>
      {picture ? (
        <Image
          className="register-picture"
          src={`${API_BASE}/api${picture}`}
          mode="aspectFit"
          {...pictured('现在用的照片')}
        />
      ) : null}
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
      {set ? <Notice tone="done">照片换好了。</Notice> : null}
      <View className="actions">
        <View className="actions-one">
          <Button tone="quiet" busy={task.busy} onTap={choose}>
            换照片
          </Button>
        </View>
      </View>
    </>
  )
}
