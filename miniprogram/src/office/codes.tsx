import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type CodeOfTarget, listCodes, makeCode } from '../../../shared/api/qr-codes'
import { showStation } from '../../../shared/api/stations'
import { showTown } from '../../../shared/api/towns'
import { type CodeTarget, codeTargets } from '../../../shared/words/words'
import { ask } from '../client/ask'
import { downloadCode } from '../client/qr-code'
import { currentTown } from '../client/town'
import { Card, Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { CodeSheet, type ShownCode, spokenScans } from './code-sheet'

const kinds = Object.keys(codeTargets) as CodeTarget[]

/** The codes for doors, name plates and walls: opened here, kept as a picture, printed, and taken back. */
export default function Codes() {
  const { params } = useRouter()
  const [shown, setShown] = useState<ShownCode>()
  const [told, setTold] = useState<string>()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, ...(await ask(listCodes, { params: { town } })) }
  }, [])
  const task = useTask(async ({ town, target }: { town: string; target: CodeOfTarget }, key) => {
    const { kind, id } = target
    const { scene } = await ask(makeCode, { params: { town }, input: { kind, id }, key })
    const [image, { name }, station] = await Promise.all([
      downloadCode(town, scene),
      ask(showTown, { params: { town } }),
      kind === 'station' ? ask(showStation, { params: { town, id } }) : undefined,
    ])
    return { town, townName: name, target, scene, image, station }
  }, setShown)
  const close = () => {
    setShown(undefined)
    state.reload()
  }
  return (
    <Page>
      <View className={shown ? 'not-printed' : ''}>
        <Notice>
          点开一个，保存它的小程序码，打印出来张贴。群众不用登录，一扫就到。扫的次数只是一个数，不记是谁扫的。
        </Notice>
        {told ? <Notice tone="done">{told}</Notice> : null}
        {task.trouble ? (
          <View className="section">
            <TroubleNotice trouble={task.trouble} />
          </View>
        ) : null}
        <Loaded state={state}>
          {({ town, targets }) =>
            kinds.map((kind) => (
              <View key={kind} className="section">
                <View className="section-head">
                  <Heading>{codeTargets[kind]}</Heading>
                </View>
                <Targets
                  kind={kind}
                  targets={targets.filter((target) => target.kind === kind)}
                  open={(target) => task.run({ town, target })}
                />
              </View>
            ))
          }
        </Loaded>
      </View>
      {shown ? (
        <CodeSheet
          shown={shown}
          onClose={close}
          onRevoked={() => {
            setTold(`${shown.target.name}的码停用了。再点一次，会生成一张新的。`)
            close()
          }}
        />
      ) : null}
    </Page>
  )
}

function Targets({
  kind,
  targets,
  open,
}: {
  kind: CodeTarget
  targets: readonly CodeOfTarget[]
  open: (target: CodeOfTarget) => void
}) {
  if (targets.length === 0)
    return (
      <Empty>
        {kind === 'matter'
          ? '还没有。打开一件公开的建议，点“打印公告、念给村里听”，就能给它做码。'
          : '名册里还没有。'}
      </Empty>
    )
  return (
    <Card tight>
      {targets.map((target) => (
        <Cell
          key={target.id}
          label={target.name}
          {...(notesOf(target) === '' ? {} : { note: notesOf(target) })}
          onTap={() => open(target)}
        >
          <Text className="note">{target.code ? '已生成' : '还没有'}</Text>
        </Cell>
      ))}
    </Card>
  )
}

const notesOf = ({ code, revoked }: CodeOfTarget) =>
  [code && spokenScans(code), revoked.length > 0 ? `停用过 ${revoked.length} 张` : '']
    .filter(Boolean)
    .join('，')
