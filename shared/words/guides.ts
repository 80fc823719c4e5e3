import { type Profile } from '../rules/profiles'
import { spokenSpan } from '../rules/spans'
import type { GuideReader } from './guide-readers'

export interface Guide {
  title: string
  parts: { head: string; says: string[] }[]
}

const workingDays = (count: number) => `${count} 个工作日`

/** One page each; every number is the town's own rule. */
const guides: Readonly<Record<GuideReader, (rules: Profile) => Guide>> = {
  resident: (rules) => ({
    title: '有难处，说给代表听',
    parts: [
      {
        head: '怎么说',
        says: [
          '用微信扫门口的码，点“说给代表听”，选一位代表，写几句话。不想写，点“请代表给我回电话”。',
          '不会用手机，进门说也一样：代表或者工作人员替您记下来，给您一张回执，凭编号来问办得怎样。',
          '称呼和电话可以不填。填了，只有收到的代表和镇人大办看得到。',
        ],
      },
      {
        head: '多久有回音',
        says: [
          `代表 ${rules.answerHours} 小时内回您一句。`,
          `要写成建议的，镇人大 ${workingDays(rules.reviewWorkingDays)}内审查，受理后 ${workingDays(rules.handOverWorkingDays)}内交给单位。`,
          `单位先和代表当面商量，再答复：${rules.replyMonths} 个月内；难办的写明原因，最多 ${rules.hardReplyMonths} 个月。`,
        ],
      },
      {
        head: '到哪里看',
        says: [
          '自己说过的，在“我的事”里看，走到哪一步写得明白。',
          '每件建议公开五项：建议事项、承办单位、办结时限、办理结果、代表满意度，在“公开栏”里，谁都能看。您是谁不公开。',
          '办完会问您一句解决了没有。没有解决，点“没有解决”，再办。',
        ],
      },
      {
        head: '哪些话不在这里说',
        says: [
          '着火、伤人、急病打 119、110、120。打官司、举报违纪违法，请到法院、纪委和信访部门，代表可以告诉您去哪里。',
        ],
      },
    ],
  }),
  deputy: (rules) => ({
    title: '代表怎么用',
    parts: [
      {
        head: '群众来了话',
        says: [
          `微信有提醒，点开就能回：${rules.answerHours} 小时内先回一句，哪怕只说“收到，我去看看”。`,
          '不是您能办的，转给另一位代表；是镇里能办的，写成建议。说话的人是谁，不写进建议。',
          '不会用手机的群众，替他记下来，把回执上的编号给他。',
        ],
      },
      {
        head: '写建议',
        says: [
          '一件一事：事由一句话，情况写明地点和数目，建议写明希望谁做什么。写到一半会留着。',
          '可以请别的代表附议。要修改的，会说明改哪里，' +
            `${workingDays(rules.revisionWorkingDays)}内改好再交。`,
        ],
      },
      {
        head: '单位来商量',
        says: [
          `单位先和您面商，再答复。谈过以后点“是这样谈的”或“不是”，${workingDays(rules.consultationWorkingDays)}内。`,
          `单位请您补充情况的，${workingDays(rules.informationWorkingDays)}内答。`,
        ],
      },
      {
        head: '评一评',
        says: [
          `收到答复，${workingDays(rules.evaluationWorkingDays)}内评：办理态度和办理结果分开评。评“不满意”要写为什么。`,
          `不满意的，镇人大办看过以后可以责成重新办理，${rules.rehandleMonths} 个月内重新答复，一共 ${rules.maxRounds} 轮。`,
        ],
      },
      {
        head: '没有用微信',
        says: [
          `可以交纸、可以口头说，工作人员代录。不是您的意思，${workingDays(rules.objectionWorkingDays)}内说一声，就改过来。`,
        ],
      },
    ],
  }),
  congressOffice: (rules) => ({
    title: '镇人大办怎么用',
    parts: [
      {
        head: '每天先看首页',
        says: [
          '今天要办、快到期、等别人、已办，一件一行，右边就是下一步。电脑上 j、k 上下，回车打开，/ 查找。',
          `存疑的留言，${rules.heldHours} 小时内看一眼。没有送到微信的提醒，打个电话。`,
        ],
      },
      {
        head: '收、审、交',
        says: [
          `建议 ${workingDays(rules.reviewWorkingDays)}内审查，受理后 ${workingDays(rules.handOverWorkingDays)}内交办。交办会是一张表，可以一次交多件。`,
          `单位申请退办的，${workingDays(rules.reassignWorkingDays)}内定下改交给谁，或者不同意。`,
        ],
      },
      {
        head: '催和督',
        says: [
          '逾期的，系统会提醒经办的人；要您出面的排在首页。',
          `代表不满意的，${workingDays(rules.examinationWorkingDays)}内核实。每 ${rules.progressMonths} 个月向主席团汇报一次进展。`,
        ],
      },
      {
        head: '公开',
        says: [
          '公开以前，由写的人以外的一位看一遍：有没有电话、门牌、不该点名的人。',
          '公开以后发现不妥，在“已经公开的内容”里撤下，写明理由。',
        ],
      },
      {
        head: '名册和口令',
        says: [
          '人换了，在“任职”“代表职务”里办，当时就不能再看、再办。换了微信的，解除绑定，再发邀请码。',
          '不要用别人的手机确认登录。离开电脑就退出。',
        ],
      },
    ],
  }),
  unitStaff: (rules) => ({
    title: '承办单位怎么用',
    parts: [
      {
        head: '收到交办',
        says: [
          `${workingDays(rules.receiptWorkingDays)}内签收，写明负责人、分管领导、经办人。`,
          `不归本单位办的，${spokenSpan(rules.returnSpan)}内申请退办，写明依据和该归谁。`,
          `${workingDays(rules.firstContactWorkingDays)}内先和代表联系一次。`,
        ],
      },
      {
        head: '先面商，再答复',
        says: [
          '和代表当面谈，登记时间、地点、谈了什么；代表确认以后才能答复。',
          `答复在 ${rules.replyMonths} 个月内：已经解决、正在解决、列入计划，还是确实办不了，一条一条答。`,
          rules.extensionNeedsApproval
            ? `办不完的，到期以前写延办反馈书，主席团 ${workingDays(rules.extensionDecisionWorkingDays)}内决定；最长 ${rules.hardReplyMonths} 个月。`
            : `办不完的，到期以前写延办反馈书，向代表说明；最长 ${rules.hardReplyMonths} 个月。`,
          `协办的，${spokenSpan(rules.coUnitDays)}内把意见给主办单位。`,
        ],
      },
      {
        head: '答应了的',
        says: [
          '写明哪天以前做到，做到了来报告，附照片更好。承诺进“承诺台账”，谁都看得到。',
          `在办的每 ${rules.progressMonths} 个月写一句进展。`,
        ],
      },
      {
        head: '代表不满意',
        says: [`重新办理，${rules.rehandleMonths} 个月内重新答复。第二次不满意，主席团约见单位负责人。`],
      },
    ],
  }),
  presidiumMember: (rules) => ({
    title: '主席团怎么用',
    parts: [
      {
        head: '打开先看两样',
        says: [
          '等您定的几件，一件一件定。',
          '这个月的五个数：在办、逾期、解决率和满意率、承诺逾期、30 天没动。点开就是那几件。解决率和满意率放在一起看，只看一个会看错。',
        ],
      },
      {
        head: '要主席团定的',
        says: [
          ...(rules.extensionNeedsApproval
            ? [`单位申请延办，${workingDays(rules.extensionDecisionWorkingDays)}内同意或者不同意，写明理由。`]
            : []),
          '议案列不列入大会议程；重点建议由谁领办。',
          `第二次不满意的，${workingDays(rules.summonsWorkingDays)}内约见单位负责人，登记问答，再定怎样处理。`,
          `代表一直没有确认面商，过了 ${workingDays(rules.silenceWorkingDays)}，可以同意单位先答复。`,
        ],
      },
      {
        head: '听和看',
        says: [
          `每 ${rules.progressMonths} 个月听一次办理进展。`,
          `评先资格：有几件结果代表不认可的单位，${workingDays(rules.awardDecisionWorkingDays)}内定；单位申诉的，${workingDays(rules.appealAnswerWorkingDays)}内答复。`,
          '通报给人看以前，先看一遍公开的话里有没有不该公开的人。',
        ],
      },
    ],
  }),
}

export const guideFor = (reader: GuideReader, rules: Profile): Guide => guides[reader](rules)
