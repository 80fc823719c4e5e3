import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { listDeputies } from '../../../shared/api/people'
import { resolveScene } from '../../../shared/api/qr-codes'
import { showReceptionDays } from '../../../shared/api/reception'
import { showStation } from '../../../shared/api/stations'
import { Refusal } from '../../../shared/words/refusals'
import { ask } from '../client/ask'
import { openScreen } from '../client/qr-code'
import { useLoaded } from '../hooks/use-loaded'
import { useWindowTitle } from '../hooks/use-window-title'
import { Button } from '../pieces/button'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { DeskCard } from './desk-card'
import { StationNotice } from './station-notice'

/** What is printed with a code beside its door plate: the card for the table of a deputy, the notice of a station. */
export default function SheetPage() {
  const { params } = useRouter()
  const scene = params.scene ?? ''
  const state = useLoaded(() => loadSheet(scene), [scene])
  const shown = state.value
  useWindowTitle(shown && (shown.kind === 'deskCard' ? shown.deputy.name : shown.station.name), shown?.word)
  return (
    <Page>
      <Loaded state={state}>
        {(sheet) => (
          <>
            <View className="not-printed">
              <PrintButton />
              <View className="note">{sheet.help}</View>
              <Button
                tone="quiet"
                small
                onTap={() => void Taro.navigateTo({ url: `/office/codes?town=${sheet.townId}` })}
              >
                看别的码
              </Button>
              {sheet.kind === 'notice' && process.env.TARO_ENV === 'h5' ? (
                <Button tone="quiet" small onTap={() => openScreen(sheet.scene)}>
                  放到大屏上
                </Button>
              ) : null}
            </View>
            {sheet.kind === 'deskCard' ? <DeskCard {...sheet} /> : <StationNotice {...sheet} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** @throws Refusal `not_found` where the code is for neither, or leads nowhere any more */
async function loadSheet(scene: string) {
  const {
    townId: town,
    townName,
    kind,
    deputyId,
    stationId,
    ended,
  } = await ask(resolveScene, {
    params: { scene: scene || '-' },
  })
  if (ended !== null || (kind !== 'deputy' && kind !== 'station')) throw new Refusal('not_found')
  if (kind === 'deputy') {
    const { deputies } = await ask(listDeputies, { params: { town } })
    const deputy = deputies.find(({ id }) => id === deputyId)
    if (!deputy) throw new Refusal('not_found')
    const help = 'A4 纸，竖着印；印好从中间对折，立在桌上，两面都看得到。'
    return { kind: 'deskCard' as const, word: '桌签', help, townId: town, townName, deputy, scene }
  }
  const [station, { days }] = await Promise.all([
    ask(showStation, { params: { town, id: stationId ?? '' } }),
    ask(showReceptionDays, { params: { town }, query: { stationId: stationId ?? '' } }),
  ])
  const help = 'A4 纸，竖着印；贴在站点门口和村里的公开栏。'
  return { kind: 'notice' as const, word: '接访公告', help, townId: town, townName, station, days, scene }
}
