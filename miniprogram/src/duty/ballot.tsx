import { Input, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type Rating, ratingWords } from '../../../shared/matters/duty-report-meeting/words'
import { cast, draw, type Drawn, orderOf } from '../client/slips'
import { currentTown } from '../client/town'
import { troubleOf, type Trouble, useLoaded } from '../hooks/use-loaded'
import { aloud, asked } from '../pieces/aloud'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { press } from '../pieces/press'
import './ballot.scss'

/** 选民表决: scanned from the wall or typed in; nobody signs in, and nobody is asked who they are. */
export default function BallotPage() {
  const { params } = useRouter()
  const [code, setCode] = useState(params.code ?? '')
  return (
    <Page>{code === '' ? <Enter done={setCode} /> : <Open key={code} town={params.town} code={code} />}</Page>
  )
}

function Enter({ done }: { done: (code: string) => void }) {
  const [typed, setTyped] = useState('')
  const digits = typed.replace(/\D/g, '')
  return (
    <View className="stack">
      <Heading large>述职评议</Heading>
      <View className="note">
        请填会场大屏上的六位数字。没有手机、不想用手机的，向监票人领纸质票，一样算。
      </View>
      <Input
        className="field-input ballot-digits"
        type="number"
        maxlength={6}
        value={typed}
        onInput={(event) => setTyped(event.detail.value)}
        {...asked('大屏上的六位数字')}
      />
      <Button disabled={digits.length !== 6} onTap={() => done(digits)}>
        开始
      </Button>
    </View>
  )
}

function Open({ town: named, code }: { town: string | undefined; code: string }) {
  const state = useLoaded(async () => {
    const town = await currentTown(named)
    return { town, drawn: await draw(town, code) }
  }, [code])
  return (
    <Loaded state={state}>
      {({ town, drawn }) => (drawn.used ? <Thanks /> : <Slip town={town} code={code} drawn={drawn} />)}
    </Loaded>
  )
}

const Thanks = () => (
  <View className="ballot-thanks" {...aloud('status')}>
    <Heading large>已经收到，谢谢您</Heading>
    <View className="note">这一票不记名，谁投的、投了什么都查不出来。结果由主持人当场宣布。</View>
  </View>
)

function Slip({ town, code, drawn }: { town: string; code: string; drawn: Drawn }) {
  const [said, setSaid] = useState<ReadonlyMap<string, Rating>>(new Map())
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const order = orderOf(drawn.slip)
  if (sent) return <Thanks />
  const choose = (reportId: string, rating: Rating) => {
    const next = new Map(said)
    // A second tap takes it back: one may say nothing.
    if (next.get(reportId) === rating) next.delete(reportId)
    else next.set(reportId, rating)
    setSaid(next)
  }
  const send = () => {
    if (busy) return
    setBusy(true)
    setTrouble(undefined)
    cast(town, code, drawn.slip, said)
      .then(() => setSent(true))
      .catch((error: unknown) => setTrouble(troubleOf(error)))
      .finally(() => setBusy(false))
  }
  const open = drawn.reports.length - said.size
  return (
    <View className="stack">
      <Heading large>{drawn.title}</Heading>
      <View className="note">听了述职，您觉得怎么样？每位代表点一项，也可以空着。不记名，交了不能改。</View>
      {drawn.reports.map(({ id, deputy }) => (
        <Card key={id}>
          <Heading>{`${deputy}代表`}</Heading>
          <View className="ballot-choices" {...aloud('radiogroup')}>
            {order.map((rating) => (
              <View
                key={rating}
                className={`ballot-choice${said.get(id) === rating ? ' ballot-chosen' : ''}`}
                {...press(() => choose(id, rating), { as: 'radio', on: said.get(id) === rating })}
              >
                {ratingWords[rating]}
              </View>
            ))}
          </View>
        </Card>
      ))}
      {open > 0 ? <Notice>{`还有 ${open} 位没有点，可以空着。`}</Notice> : null}
      {trouble ? <TroubleNotice trouble={trouble} /> : null}
      <Button busy={busy} onTap={send}>
        交票
      </Button>
    </View>
  )
}
