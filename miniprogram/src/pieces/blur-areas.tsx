import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { pictured } from './aloud'
import { type BlurArea, leastBlurEdge } from '../../../shared/grammar/blur-areas'

interface Point {
  x: number
  y: number
}
/** What the finger or the mouse is doing: drawing a new area, or moving one. */
interface Hold {
  from: Point
  areas: readonly BlurArea[]
  moved: number | undefined
}

/** A picture on which areas are drawn and moved; in a browser by keyboard as well. */
export function BlurAreas({
  source,
  areas,
  onChange,
}: {
  source: string
  areas: readonly BlurArea[]
  onChange: (areas: readonly BlurArea[]) => void
}) {
  const frame = useRef<Frame>()
  const hold = useRef<Hold>()
  const latest = useRef(areas)
  latest.current = areas
  // A tall picture is seen as a whole: whoever draws on it can not turn the page with the same finger.
  const [shape, setShape] = useState(1)

  const begin = async (at: Point, where: Promise<Frame>) => {
    frame.current = undefined
    hold.current = undefined
    const measured = await where
    frame.current = measured
    const from = pointIn(measured, at)
    const under = latest.current.flatMap((area, index) => (isWithin(area, from) ? [index] : []))
    hold.current = { from, areas: latest.current, moved: under.at(-1) }
  }
  const move = (at: Point) => {
    if (frame.current === undefined || hold.current === undefined) return
    const { from, areas: before, moved } = hold.current
    const to = pointIn(frame.current, at)
    const one = moved === undefined ? undefined : before[moved]
    if (one !== undefined) {
      const other = movedBy(one, { x: to.x - from.x, y: to.y - from.y })
      onChange(before.map((area) => (area === one ? other : area)))
    } else if (Math.min(Math.abs(to.x - from.x), Math.abs(to.y - from.y)) >= leastBlurEdge)
      onChange([...before, between(from, to)])
  }
  const end = () => {
    hold.current = undefined
  }
  const press = (index: number, { key, shiftKey, preventDefault }: Pressed) => {
    const one = areas[index]
    if (one === undefined) return
    if (key === 'Delete' || key === 'Backspace') onChange(areas.filter((_, at) => at !== index))
    const way = ways[key]
    if (way === undefined) return
    preventDefault()
    const other = shiftKey ? sizedBy(one, way) : movedBy(one, way)
    onChange(areas.map((area) => (area === one ? other : area)))
  }
  return (
    <View
      className="blur-frame"
      id={frameId}
      style={{ width: `${Math.round(shape * mostHeight)}vh` }}
      {...drawing({ begin, move, end })}
    >
      <Image
        className="blur-picture"
        src={source}
        mode="widthFix"
        {...pictured('要打码的照片')}
        onLoad={({ detail }) => setShape(Number(detail.width) / Number(detail.height))}
      />
      {areas.map((area, index) => (
        <View
          key={index}
          className="blur-area"
          style={{
            left: percent(area.x),
            top: percent(area.y),
            width: percent(area.width),
            height: percent(area.height),
          }}
          {...byKeys(index, (event) => press(index, event))}
        />
      ))}
    </View>
  )
}

const frameId = 'blur-frame'
/** In hundredths of the screen. */
const mostHeight = 50
const percent = (share: number) => `${(share * 100).toFixed(3)}%`

interface Frame extends Point {
  width: number
  height: number
}
const measure = () =>
  new Promise<Frame>((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${frameId}`)
      .boundingClientRect((rect) => {
        const { left, top, width, height } = rect as unknown as DOMRect
        resolve({ x: left, y: top, width, height })
      })
      .exec()
  })

const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most)
const pointIn = ({ x, y, width, height }: Frame, at: Point): Point => ({
  x: clamp((at.x - x) / width, 1),
  y: clamp((at.y - y) / height, 1),
})
const isWithin = (area: BlurArea, { x, y }: Point) =>
  x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height
const between = (one: Point, other: Point): BlurArea => ({
  x: Math.min(one.x, other.x),
  y: Math.min(one.y, other.y),
  width: Math.abs(one.x - other.x),
  height: Math.abs(one.y - other.y),
})
const movedBy = (area: BlurArea, by: Point): BlurArea => ({
  ...area,
  x: clamp(area.x + by.x, 1 - area.width),
  y: clamp(area.y + by.y, 1 - area.height),
})
const sizedBy = ({ x, y, width, height }: BlurArea, by: Point): BlurArea => ({
  ...{ x, y },
  width: Math.max(clamp(width + by.x, 1 - x), leastBlurEdge),
  height: Math.max(clamp(height + by.y, 1 - y), leastBlurEdge),
})

/** How far one press of an arrow goes, as a share of the picture. */
const stride = 0.02
const ways: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -stride, y: 0 },
  ArrowRight: { x: stride, y: 0 },
  ArrowUp: { x: 0, y: -stride },
  ArrowDown: { x: 0, y: stride },
}

interface Pressed {
  key: string
  shiftKey: boolean
  preventDefault: () => void
}
const byKeys = (index: number, onKeyDown: (event: Pressed) => void) =>
  process.env.TARO_ENV === 'h5'
    ? {
        ...{ role: 'button', tabIndex: 0, 'aria-label': `第 ${index + 1} 个框` },
        onKeyDown: (event: KeyboardEvent) =>
          onKeyDown({
            ...{ key: event.key, shiftKey: event.shiftKey },
            preventDefault: () => event.preventDefault(),
          }),
      }
    : {}

interface Drawing {
  begin: (at: Point, where: Promise<Frame>) => Promise<void>
  move: (at: Point) => void
  end: () => void
}
interface Touched {
  touches: readonly { clientX: number; clientY: number }[]
}
/** In a browser a mouse, a pen and a finger are one; a phone knows fingers. */
function drawing({ begin, move, end }: Drawing) {
  if (process.env.TARO_ENV === 'h5')
    return {
      onPointerDown: (event: PointerEvent) => {
        const frame = event.currentTarget as HTMLElement
        void begin({ x: event.clientX, y: event.clientY }, Promise.resolve(frame.getBoundingClientRect()))
        frame.setPointerCapture(event.pointerId)
      },
      onPointerMove: (event: PointerEvent) => move({ x: event.clientX, y: event.clientY }),
      onPointerUp: end,
      onPointerCancel: end,
    }
  const pointOf = ({ touches: [first] }: Touched) => ({ x: first?.clientX ?? 0, y: first?.clientY ?? 0 })
  return {
    catchMove: true,
    onTouchStart: (event: unknown) => void begin(pointOf(event as Touched), measure()),
    onTouchMove: (event: unknown) => move(pointOf(event as Touched)),
    onTouchEnd: end,
    onTouchCancel: end,
  }
}
