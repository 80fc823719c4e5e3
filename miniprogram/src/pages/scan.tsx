import Taro, { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { deskSceneOf, readScanned, type Scanned } from '../client/scan'
import { Empty } from '../pieces/empty'
import { TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { Skeleton } from '../pieces/skeleton'
import { WaysOn } from '../work/ways-on'
import { useLoaded } from '../hooks/use-loaded'

/** Where every printed code and every link on paper arrives: goes on to what it was printed for, and never ends here. */
export default function Scan() {
  const { params } = useRouter()
  const desk = deskSceneOf(params)
  useEffect(() => {
    if (desk !== undefined) void Taro.redirectTo({ url: `/pages/desk-confirm?scene=${desk}` })
  }, [desk])
  return desk === undefined ? <Printed params={params} /> : <Page>{<Skeleton />}</Page>
}

function Printed({ params }: { params: Partial<Record<string, string>> }) {
  const state = useLoaded(() => readScanned(params), [params.scene, params.q])
  const scanned = state.value
  useEffect(() => {
    if (scanned && scanned.ended === null) goOn(scanned)
  }, [scanned])
  if (scanned === undefined) {
    if (!state.trouble) return <Page>{<Skeleton />}</Page>
    return (
      <Page>
        <TroubleNotice trouble={state.trouble} retry={state.reload} />
        <WaysOn town="" />
      </Page>
    )
  }
  return (
    <Page title={scanned.townName}>
      {scanned.ended === null ? (
        <Skeleton />
      ) : (
        <>
          <Empty>{sentences[scanned.ended](scanned)}</Empty>
          <WaysOn town={scanned.townName} />
        </>
      )}
    </Page>
  )
}

const sentences: Readonly<Record<NonNullable<Scanned['ended']>, (scanned: Scanned) => string>> = {
  revoked: ({ townName }) =>
    `这张码已经停用。请到代表之家或活动室扫门口新贴的码，或者看看${townName}的首页，代表和站点都在那里。`,
  gone: ({ kind, townName }) => `${gone[kind]}${townName}的首页有现任的代表和现在的站点，请找他们说。`,
}
const gone: Readonly<Record<Scanned['kind'], string>> = {
  board: '这块公开栏已经不在了。',
  station: '这个站点已经撤了。',
  village: '这个村已经撤销，或者并到别的村了。',
  deputy: '这位代表已经不在任上。',
  matter: '这件建议现在不公开了。',
}

function goOn({ kind, townId, stationId, deputyId, villageId, matterId }: Scanned) {
  if (kind === 'board') return void Taro.switchTab({ url: '/pages/board' })
  const pages = {
    station: `/pages/station?town=${townId}&id=${stationId ?? ''}`,
    village: `/voice/village?town=${townId}&id=${villageId ?? ''}`,
    deputy: `/pages/write?town=${townId}&deputy=${deputyId ?? ''}${stationId ? `&station=${stationId}` : ''}`,
    matter: `/pages/suggestion?town=${townId}&id=${matterId ?? ''}`,
  }
  void Taro.redirectTo({ url: pages[kind] })
}
