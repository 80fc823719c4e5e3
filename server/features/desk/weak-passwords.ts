/**
 * The parts of which the passwords in every published breach are made, with the habits of this country. A password
 * counts by what is left when these are taken out, so that one line here stands for thousands of a list.
 */
const commonParts = [
  ...'password passw0rd p@ssw0rd p@ssword passwd letmein welcome iloveyou monkey dragon master sunshine princess'.split(
    ' ',
  ),
  ...'football baseball superman batman shadow michael jordan hello freedom whatever trustno1 starwars'.split(
    ' ',
  ),
  ...'admin administrator root test guest user login secret default changeme system server windows'.split(
    ' ',
  ),
  ...'qwertyuiop qwerty qwert asdfghjkl asdfgh asdf zxcvbnm zxcvb zxcv qazwsxedc qazwsx 1qaz2wsx3edc 1qaz2wsx'.split(
    ' ',
  ),
  ...'1qazxsw2 zaq12wsx q1w2e3r4 1q2w3e4r5t 1q2w3e4r a1b2c3d4 qweasdzxc qweasd qwe123 abc123 a123456 aa123456'.split(
    ' ',
  ),
  ...'woaini woaiwojia woaizhongguo aini woshishui nishishui nihao ilove wodemima mima buzhidao caonima'.split(
    ' ',
  ),
  ...'laopo laogong baobao baobei mama baba jiating xingfu kuaile pingan jiankang facai gongxi'.split(' '),
  ...'zhongguo beijing shanghai renmin renda daibiao zhengfu xiangzhen zhuxi bangongshi weixin taobao alipay'.split(
    ' ',
  ),
  ...'wechat tencent baidu huawei xiaomi iphone internet computer diannao'.split(' '),
  ...'5201314 1314520 3344520 7758521 7758258 1314 521 520 666 888 168 518 110 119 120 12345 12306'.split(
    ' ',
  ),
  ...'代表之家 人大代表 人大办 人大 代表 主席团 镇政府 密码 我爱你 你好 中国 北京 平安 快乐 发财'.split(' '),
].sort((a, b) => b.length - a.length)

const runs = ['01234567890', '09876543210', 'abcdefghijklmnopqrstuvwxyz', 'zyxwvutsrqponmlkjihgfedcba']
const leastLeft = 6

/**
 * @param own what others know of this person: name, phone, town, login name
 * @returns a sentence that says what to do, or undefined where the password will do
 */
export function weaknessOf(password: string, own: readonly string[]): string | undefined {
  const text = password.normalize('NFKC').toLowerCase()
  if (new Set(text).size < 6) return '密码里不同的字太少，容易被猜到，请换几样不同的字母、数字或汉字。'
  const known = own.map((one) => one.normalize('NFKC').toLowerCase()).filter((one) => one.length >= 2)
  if (known.some((one) => text.includes(one)))
    return '密码里不要有自己的姓名、电话、登录名或乡镇的名字，别人容易猜到。'
  if (leftOf(text).length < leastLeft)
    return '这个密码太常见，容易被猜到。可以用几个不相干的词连起来，再加几个只有自己知道的数字。'
  return undefined
}

function leftOf(text: string): string {
  let left = text
  for (const part of commonParts) left = left.split(part).join('')
  left = left.replace(/(19|20)\d\d((0[1-9]|1[0-2])([0-2]\d|3[01]))?/g, '').replace(/(.{1,4})\1+/g, '$1')
  for (const run of runs)
    for (let size = run.length; size >= 3; size -= 1)
      for (let from = 0; from + size <= run.length; from += 1)
        left = left.split(run.slice(from, from + size)).join('')
  return left.replace(/[\s\p{P}\p{S}]/gu, '')
}
