import type { ProfileName } from './profiles'

const law = '《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》第五十一条'
const henan = '河南省人民代表大会代表建议、批评和意见办理办法（2017 年）'
const chongqing = '重庆市办理代表建议的规定（2017 年）'
const shandong = '山东省办理代表建议的规定（2017 年）'

/** What a profile is taken from, so that whoever chooses it can look it up. What its own rules leave open is as in Henan. */
export const profileBasis: Readonly<Record<ProfileName, readonly string[]>> = {
  henan: [law, henan],
  qingdao: [law, '青岛市办理代表建议的规定（2021 年）'],
  chongqing: [law, chongqing],
  chongqingTownship: [law, '重庆市乡镇人民代表大会工作条例（2016 年）', chongqing],
  shandong: [law, shandong],
  shandongTownship: [law, '山东省乡镇人民代表大会工作若干规定（2015 年）', shandong],
  zhejiang: [law, '浙江省办理代表建议的规定（2016 年）'],
  beijing: [law, '北京市办理代表建议的规定（2014 年）'],
  shanghai: [law, '上海市办理代表建议的规定（2015 年）'],
}
