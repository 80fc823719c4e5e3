import { View } from '@tarojs/components'
import type { Figures } from '../../../shared/api/figures'
import { handlingRates, type Rate, resultRates, spokenParts } from '../../../shared/rules/rates'
import { Heading } from '../pieces/heading'

/** Every rate with the formula by which it was made; what came of it stands in one card and is read together. */
export function RateList({ of: { counts, rates } }: { of: Figures }) {
  return (
    <View className="stack">
      <Group title="办得快不快、实不实" definitions={handlingRates} rates={rates.handling} />
      <Group title="办成没有、代表满意不满意" definitions={resultRates} rates={rates.result}>
        {`满意率要和解决率、办成率放在一起看：解决率是单位自己说的，办成率是别人认可的。未表态 ${counts.noResponse} 件，不算进满意率。答复时没解决、承诺后来落实了的 ${counts.fulfilled} 件，不算进解决率和办成率。`}
      </Group>
      <View className="note">
        代表撤回和不予受理的不计。法律没有规定怎么算，这里写明的就是本系统的算法；分母不到 5
        的只写几件里有几件，是 0 的写“—”。
      </View>
    </View>
  )
}

function Group<K extends string>(props: {
  title: string
  definitions: Readonly<Record<K, { label: string; formula: string }>>
  rates: Readonly<Record<K, Rate>>
  children?: string
}) {
  return (
    <View className="card rates-group">
      <Heading>{props.title}</Heading>
      <View className="rates-list">
        {(Object.keys(props.definitions) as K[]).map((name) => (
          <RateFigure key={name} {...props.definitions[name]} rate={props.rates[name]} />
        ))}
      </View>
      {props.children ? <View className="note rates-beside">{props.children}</View> : null}
    </View>
  )
}

function RateFigure({ label, formula, rate }: { label: string; formula: string; rate: Rate }) {
  const { figure, beside } = spokenParts(rate)
  return (
    <View className="rate">
      <View className="rate-label">{label}</View>
      <View className="rate-figure">
        <View className="rate-percent">{figure}</View>
        {beside ? <View className="rate-fraction">{`（${beside}）`}</View> : null}
      </View>
      <View className="rate-bar">
        <View className="rate-fill" style={{ width: beside ? `${(100 * rate.of) / rate.among}%` : '0' }} />
      </View>
      <View className="note">{formula}</View>
    </View>
  )
}
