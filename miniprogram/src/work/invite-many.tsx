import { View } from '@tarojs/components'
import { useState } from 'react'
import { createInvite } from '../../../shared/api/people'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { people } from '../../../shared/registers/people'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { newKey } from '../client/request-key'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Choose } from '../pieces/choose'
import { Heading } from '../pieces/heading'
import { Notice, TroubleNotice } from '../pieces/notice'
import { PrintButton } from '../pieces/print-button'
import { Sheet } from '../pieces/sheet'
import { type Column, Table } from '../pieces/table'
import { today } from './words'

type Invite = OutputOf<typeof createInvite>

/** Invites for many who have not bound WeChat yet: chosen from a list, looked over, and handed out on paper. */
export function InviteMany({ town, issued }: { town: string; issued: () => void }) {
  const [choosing, setChoosing] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [invites, setInvites] = useState<readonly Invite[]>([])
  const unbound = useLoaded(() => (choosing ? allUnbound(town) : Promise.resolve([])), [town, choosing])
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const task = useTask(async (ids: readonly string[]) => {
    // One after another: what was issued is shown, also where the next one is refused.
    for (const id of ids) {
      const invite = await ask(createInvite, { params: { town, id }, key: newKey() })
      setInvites((before) => [...before, invite])
      setChosen((before) => before.filter((one) => one !== id))
    }
  }, issued)
  return (
    <>
      <View id="invite-many" className="register-acts not-printed">
        <Button tone="quiet" small onTap={() => setChoosing(true)}>
          成批发邀请码
        </Button>
      </View>
      {choosing && unbound.value && unbound.value.length > 0 ? (
        <Choose
          title="给谁发邀请码"
          options={unbound.value}
          chosen={[]}
          several
          onChoose={(ids) => {
            setNames(Object.fromEntries((unbound.value ?? []).map(({ id, name }) => [id, name])))
            setChosen(ids)
          }}
          onClose={() => setChoosing(false)}
        />
      ) : null}
      {chosen.length > 0 ? (
        <Sheet title={`核对：给 ${chosen.length} 位发邀请码`} onClose={() => setChosen([])}>
          <View className="part-text">{chosen.map((id) => names[id] ?? '').join('、')}</View>
          <Notice tone="soon">每位一个码，只能用一次。以前发给他们还没用的码，从现在起不能再用。</Notice>
          {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
          <View id="action-confirm" className="section">
            <Button busy={task.busy} onTap={() => task.run([...chosen])}>
              {`发给这 ${chosen.length} 位`}
            </Button>
          </View>
        </Sheet>
      ) : null}
      {invites.length > 0 ? (
        <View className="section printed-alone" id="invites">
          <Heading>{`刚发的 ${invites.length} 个邀请码`}</Heading>
          <View className="note">
            离开这一页就不再显示，请现在打印或抄下来，一人一条裁开。各人打开小程序，在“我”里填写。
          </View>
          <View className="section">
            <Table said="刚发的邀请码" columns={columns} rows={invites} keyOf={({ code }) => code} />
          </View>
          <View className="section register-acts not-printed">
            <PrintButton />
          </View>
        </View>
      ) : null}
    </>
  )
}

const columns: readonly Column<Invite>[] = [
  { key: 'name', head: '姓名', cell: ({ name }) => name },
  { key: 'code', head: '邀请码', cell: ({ code }) => code, tight: true },
  {
    key: 'until',
    head: '有效期',
    cell: ({ validUntil }) => `${spokenDay(validUntil, today())}前，只能用一次`,
    whole: true,
  },
]

/** Everybody in the register who has not bound WeChat. */
async function allUnbound(town: string) {
  const found: { id: string; name: string; note: string | null }[] = []
  let cursor: string | undefined
  do {
    const query = { shown: 'current', narrow: 'unbound', cursor } as const
    const page = await ask(people.endpoints.list, { params: { town }, query })
    found.push(
      ...page.items.map(({ id, title, words }) => ({ id, name: title, note: words.villageId ?? null })),
    )
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return found
}
