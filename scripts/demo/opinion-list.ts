import type { OpinionKind, Satisfaction } from '../../shared/words/words'

/** What residents of the demo town told deputies, and how far it has come. */
export interface DemoOpinion {
  resident: string
  village: string
  /** It is said of a part of the village: the first one of this kind. */
  part?: 'naturalVillage' | 'villagerGroup'
  deputy: number
  kind: OpinionKind
  text: string
  daysAgo: number
  answer?: string
  /** The suggestion of the demo town that it became part of, by its subject. */
  raisedInto?: string
  explanation?: string
  rating?: Satisfaction
  /** What the resident said afterwards: it was ended, and it is not solved. */
  notSolved?: string
  held?: boolean
  /** Would rather be called, and by when after it was sent. */
  call?: { when: 'evening' | 'noon'; withinDays: number; away?: true }
  answerHeld?: boolean
  /** The deputy has not come into WeChat: the office has it. */
  away?: true
}

export const demoOpinions: readonly DemoOpinion[] = [
  {
    resident: '李秀英',
    village: '大郭西村',
    deputy: 0,
    kind: 'report',
    text: '河堤冲开了两个口子，我家牛掉下去过，孩子上学我都不放心。',
    daysAgo: 240,
    answer: '我去看过了，确实险。我把它写成建议，请镇里修。',
    raisedInto: '修复治理新河堤大郭西段',
    explanation: '河堤修好了，围栏也装上了，谢谢您告诉我。',
  },
  {
    resident: '杨大爷',
    village: '小郭西村',
    deputy: 0,
    kind: 'report',
    text: '新河堤那一段汛期年年垮，我们村的田也跟着遭殃。',
    daysAgo: 238,
    raisedInto: '修复治理新河堤大郭西段',
    explanation: '已经修好 3.8 公里，今年汛期没有再垮。',
    rating: 'satisfied',
  },
  {
    resident: '李秀英',
    village: '大郭西村',
    deputy: 0,
    kind: 'propose',
    text: '老年活动室屋顶漏雨，下雨天我们几个老人没地方坐，能不能修一修？',
    daysAgo: 66,
    answer: '收到，我先去看看漏得怎么样。',
    raisedInto: '修缮大郭西村老年活动室',
  },
  {
    resident: '李秀英',
    village: '大郭西村',
    deputy: 0,
    kind: 'enquiry',
    text: '今年的医保在哪里交？我不会用手机交。',
    daysAgo: 2,
    answer: '带上身份证到村委会找会计就能交，每天上午都在，12 月 25 日以前都行。您不方便我来接您。',
  },
  {
    resident: '马大姐',
    village: '大郭西村',
    deputy: 0,
    kind: 'report',
    text: '村口的垃圾桶满了三天没有人拉，苍蝇很多。',
    daysAgo: 0,
  },
  {
    resident: '赵大叔',
    village: '大郭西村',
    deputy: 0,
    kind: 'report',
    text: '请给我回个电话，晚上方便。我在外地。家里老人说门口的水渠又堵了。',
    daysAgo: 1,
    call: { when: 'evening', withinDays: 3, away: true },
  },
  {
    resident: '李家二姐',
    village: '石桥村',
    deputy: 3,
    kind: 'report',
    text: '桥头的护栏松了，晚上走路害怕。',
    daysAgo: 2,
    answer: '我昨天去看过，已经请村里先拉上警戒线，栏杆这两天就换。',
    answerHeld: true,
  },
  {
    resident: '普师傅',
    village: '沙坝村',
    deputy: 10,
    kind: 'report',
    text: '我们村早晚没有班车，学生回家坐三轮车，太危险了。',
    daysAgo: 158,
    answer: '我和公交公司联系过，准备写成建议。',
    raisedInto: '恢复沙坝村早晚班车',
    explanation: '班车恢复了，早上七点十分、下午五点半各一班。',
    rating: 'satisfied',
  },
  {
    resident: '何婶',
    village: '红土坡村',
    deputy: 12,
    kind: 'report',
    text: '水窖见底了，拉一车水要七十块，我们三组都是老人。',
    daysAgo: 182,
    raisedInto: '解决红土坡村人畜饮水困难',
    explanation: '水管已经接到您家门口了。',
    rating: 'satisfied',
  },
  {
    resident: '何婶',
    village: '红土坡村',
    deputy: 13,
    kind: 'report',
    text: '三组的水龙头冻裂了，天天滴水，没人来换。',
    daysAgo: 1,
    away: true,
  },
  {
    resident: '陶大哥',
    village: '碧云村',
    deputy: 11,
    kind: 'report',
    text: '半夜又有人在河里采砂，护岸都悬空了。',
    daysAgo: 141,
    raisedInto: '整治碧云村河道非法采砂',
  },
  {
    resident: '罗老师',
    village: '新寨村',
    deputy: 23,
    kind: 'propose',
    text: '学校没有图书室，书放在我宿舍里，孩子们想看看不到。',
    daysAgo: 36,
    answer: '这件事很好，我来写。',
    raisedInto: '给新寨村小学添一间图书室',
  },
  {
    resident: '段大爷',
    village: '长冲村',
    deputy: 28,
    kind: 'report',
    text: '公墓多收了我八百块，别的村没有这么贵。',
    daysAgo: 78,
    raisedInto: '规范村级公墓收费',
  },
  {
    resident: '小周',
    village: '田心社区',
    deputy: 14,
    kind: 'report',
    text: '主街路灯好多不亮，晚上下班骑车看不见坑。',
    daysAgo: 197,
    raisedInto: '给田心社区主街装路灯',
    explanation: '坏的灯都换了，路口还加了两盏。',
    rating: 'satisfied',
    notSolved: '上星期刮大风，路口那两盏又不亮了，晚上还是看不见坑。',
  },
  {
    resident: '张大妈',
    village: '大营村',
    deputy: 21,
    kind: 'propose',
    text: '取个快递要坐车到镇上，来回十块，能不能送到村里？',
    daysAgo: 10,
    answer: '我问了邮政，可以设便民点，我来写建议。',
    raisedInto: '在大营村设快递便民点',
  },
  {
    resident: '赵家老二',
    village: '老寨村',
    deputy: 24,
    kind: 'report',
    text: '我家承包证上的地和实际对不上，贷款办不下来。',
    daysAgo: 204,
    raisedInto: '解决老寨村土地承包证错漏',
  },
  {
    resident: '白大嫂',
    village: '小营村',
    deputy: 7,
    kind: 'report',
    text: '养殖场臭得睡不着觉，夏天窗子都不敢开。',
    daysAgo: 184,
    answer: '我们几户都反映了，我来写建议。',
    raisedInto: '治理养殖场臭味',
  },
  {
    resident: '刘师傅',
    village: '新寨村',
    deputy: 38,
    kind: 'report',
    text: '邻居修房占了我家滴水，正在打官司，请代表管一管。',
    daysAgo: 33,
    explanation: '已经在法院的事由法院处理，您可以到镇司法所申请免费的法律援助，我陪您去。',
  },
  {
    resident: '高奶奶',
    village: '柳树坪村',
    deputy: 4,
    kind: 'enquiry',
    text: '我八十了，高龄补贴怎么领？',
    daysAgo: 20,
    answer: '带上身份证和社保卡到社保中心办，我跟他们说好了，您来不了可以上门。',
    explanation: '已经帮您办好，下个月起发到社保卡上。',
    rating: 'satisfied',
  },
  {
    resident: '阿昌',
    village: '石桥村',
    deputy: 3,
    kind: 'report',
    text: '木桥又被冲走了，娃娃过不了河。',
    daysAgo: 227,
    raisedInto: '在石桥村二组修一座便民桥',
    explanation: '新桥修好了，三轮车也能过。',
    rating: 'satisfied',
  },
  {
    resident: '钱大哥',
    village: '河湾村',
    deputy: 17,
    kind: 'propose',
    text: '甜玉米一下来就降价，有个冷库就好了。',
    daysAgo: 17,
    raisedInto: '在河湾村设农产品冷库',
  },
  {
    resident: '不愿留名',
    village: '老寨村',
    deputy: 9,
    kind: 'report',
    text: '村里集体的账两年没有公开了，大家有意见。',
    daysAgo: 0,
    held: true,
  },
  {
    resident: '阿兰',
    village: '龙潭村',
    deputy: 5,
    kind: 'report',
    text: '夏天电压低，电饭煲煮不熟饭，抽水机也转不动。',
    daysAgo: 216,
    raisedInto: '农村用电增容',
    explanation: '变压器换好了，您家电压现在正常了吧？',
    rating: 'satisfied',
  },
]
