import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { showCongressRule } from '../../../shared/api/congress'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown, loadTowns } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { wallSize } from './wall-size'
import './rule.scss'

/** One rule of the congress, to be read and to be hung on the wall. */
export default function RulePage() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [rule, towns] = await Promise.all([
      ask(showCongressRule, { params: { town, id: params.id ?? '' } }),
      loadTowns(),
    ])
    return { rule, name: towns.find(({ id }) => id === town)?.name ?? '' }
  }, [params.id])
  return (
    <Page>
      <Loaded state={state}>
        {({ rule, name }) => (
          <>
            <View className="not-printed">
              <PrintButton />
              <View className="note">A3 纸，竖着印，贴在墙上。</View>
            </View>
            <View className="rule" style={`--wall-size: ${wallSize(rule.text.split('\n'))}pt`}>
              <View className="rule-head">
                <View className="rule-town">{`${name}人民代表大会`}</View>
                <Heading large>{rule.name}</Heading>
              </View>
              {rule.text.split('\n').map((line, at) => (
                <View key={`${at} ${line}`} className="rule-line">
                  {line}
                </View>
              ))}
              <View className="rule-foot">
                {[rule.adoptedBy, rule.adoptedOn && `${spokenDay(rule.adoptedOn, '')}通过`]
                  .filter(Boolean)
                  .join(' ')}
              </View>
            </View>
          </>
        )}
      </Loaded>
    </Page>
  )
}
