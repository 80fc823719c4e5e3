import { Image, Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { showGuide } from '../../../shared/api/guides'
import { listCodes } from '../../../shared/api/qr-codes'
import { mayDo } from '../../../shared/permissions'
import { type GuideReader, guideReaders } from '../../../shared/words/guide-readers'
import { ask } from '../client/ask'
import { loadMe, rolesIn } from '../client/me'
import { downloadCode } from '../client/qr-code'
import { currentTown, loadTowns } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { pictured } from '../pieces/aloud'
import { Card } from '../pieces/card'
import { Chips } from '../pieces/chips'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import './guide.scss'

/** How one works with it, on one page: that of whoever looks first, and each can be printed. */
export default function GuidePage() {
  const { params } = useRouter()
  const [chosen, choose] = useState<GuideReader>()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const held = chosen ? [] : rolesIn(await loadMe().catch(() => undefined), town)
    const own = (Object.keys(guideReaders) as GuideReader[]).find(
      (reader) => reader !== 'resident' && held.includes(reader),
    )
    const reader = chosen ?? own ?? 'resident'
    const [guide, towns] = await Promise.all([
      ask(showGuide, { params: { town }, query: { reader } }),
      loadTowns(),
    ])
    const me = await loadMe().catch(() => undefined)
    const code =
      reader === 'resident' && mayDo('printCodes', rolesIn(me, town)) ? await codeOf(town) : undefined
    return { reader, guide, name: towns.find(({ id }) => id === town)?.name ?? '', code }
  }, [chosen])
  return (
    <Page>
      <Loaded state={state}>
        {({ reader, guide, name, code }) => (
          <>
            <View className="guide-ask not-printed">
              <Chips words={guideReaders} chosen={reader} onChoose={choose} />
              <PrintButton />
            </View>
            <View className={`guide${reader === 'resident' ? ' guide-of-wall' : ''}`}>
              <View className="guide-head">
                <View>
                  <Heading large>{guide.title}</Heading>
                  <View className="note">{`${name}人大 · 给${guideReaders[reader]}`}</View>
                </View>
                {code ? <Image className="guide-code" src={code} {...pictured('公开栏的小程序码')} /> : null}
              </View>
              {guide.parts.map(({ head, says }) => (
                <Card key={head}>
                  <Heading>{head}</Heading>
                  {says.map((sentence, at) => (
                    <View key={sentence} className="guide-line">
                      <Text className="guide-number">{at + 1}</Text>
                      <View>{sentence}</View>
                    </View>
                  ))}
                </Card>
              ))}
            </View>
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** The code that hangs at the board of the town, where one has been made. */
async function codeOf(town: string): Promise<string | undefined> {
  const { targets } = await ask(listCodes, { params: { town } })
  const { code } = targets.find(({ kind }) => kind === 'board') ?? {}
  return code ? downloadCode(town, code.scene).catch(() => undefined) : undefined
}
