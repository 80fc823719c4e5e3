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
  gone: ({ kind, townName }) =>
    kind === 'deputy'
      ? `这位代表已经不在任上。${townName}的首页有现任的代表，请找他们说。`
      : `这个站点已经撤了。${townName}的首页有现在的站点和代表。`,
}

function goOn({ kind, townId, stationId, deputyId }: Scanned) {
  if (kind === 'board') return void Taro.switchTab({ url: '/pages/board' })
  const url =
    kind === 'station'
      ? `/pages/station?town=${townId}&id=${stationId ?? ''}`
      : `/pages/write?town=${townId}&deputy=${deputyId ?? ''}${stationId ? `&station=${stationId}` : ''}`
  void Taro.redirectTo({ url })
}
