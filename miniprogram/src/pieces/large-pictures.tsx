import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { aloud, pictured } from './aloud'
import { useHeldFocus } from './held-focus'
import { press } from './press'
import './large-pictures.scss'

/**
 * Pictures shown large: by WeChat's own viewer in WeChat, in a browser by a sheet that the keyboard turns as well.
 * @returns how to show one of them, and what the page draws while one is shown
 */
export function useLargePictures(urls: readonly string[]): { show: (url: string) => void; shown: ReactNode } {
  const [nth, setNth] = useState<number>()
  return process.env.TARO_ENV === 'h5'
    ? {
        show: (url) => setNth(urls.indexOf(url)),
        shown:
          nth === undefined ? null : (
            <LargePictures urls={urls} nth={nth} onTurn={setNth} onClose={() => setNth(undefined)} />
          ),
      }
    : { show: (current) => void Taro.previewImage({ current, urls: [...urls] }), shown: null }
}

/** One picture as large as the window, the others before and after it; a press shows it as large as it was taken. */
function LargePictures(props: {
  urls: readonly string[]
  nth: number
  onTurn: (nth: number) => void
  onClose: () => void
}) {
  const { urls, nth, onTurn, onClose } = props
  const [isWhole, setWhole] = useState(true)
  const sheet = useHeldFocus(onClose)
  const turn = (by: number) => {
    const next = nth + by
    if (next < 0 || next >= urls.length) return
    setWhole(true)
    onTurn(next)
  }
  const label = urls.length > 1 ? `照片，第 ${nth + 1} 张，共 ${urls.length} 张` : '照片'
  return (
    <View className="large" catchMove ref={sheet} {...turning(label, turn)}>
      <View className="large-head">
        <View className="large-turn">
          {urls.length > 1 ? (
            <>
              <Turn word="上一张" onTap={nth > 0 ? () => turn(-1) : undefined} />
              <View className="large-nth">{`${nth + 1} / ${urls.length}`}</View>
              <Turn word="下一张" onTap={nth + 1 < urls.length ? () => turn(1) : undefined} />
            </>
          ) : null}
        </View>
        <Turn word="关闭" onTap={onClose} />
      </View>
      <View
        className={`large-place${isWhole ? '' : ' large-place-all'}`}
        {...press(() => setWhole(!isWhole), { on: !isWhole })}
      >
        <Image
          className="large-picture"
          src={urls[nth] ?? ''}
          mode={isWhole ? 'aspectFit' : 'widthFix'}
          {...pictured(`${label}，点一下${isWhole ? '放大' : '缩小'}`)}
        />
      </View>
    </View>
  )
}

const Turn = ({ word, onTap }: { word: string; onTap: (() => void) | undefined }) => (
  <View className={`large-word${onTap ? '' : ' large-word-off'}`} {...press(onTap)}>
    {word}
  </View>
)

const turning = (label: string, turn: (by: number) => void): object => ({
  ...aloud('dialog', { label }),
  'aria-modal': 'true',
  tabIndex: -1,
  onKeyDown: ({ key }: { key: string }) => {
    if (key === 'ArrowLeft') turn(-1)
    if (key === 'ArrowRight') turn(1)
  },
})
