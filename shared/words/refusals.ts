/** Every "no": code → HTTP status and a sentence that says what to do next. */
export const refusals = {
  bad_input: [400, '有一处没有填对，请按提示修改后再试。'],
  unknown_field: [400, '提交的内容里有不认识的项目，请更新小程序后再试。'],
  bad_json: [400, '提交的内容读不出来，请重试一次。'],
  bad_request: [400, '这次请求读不出来，请返回首页重新打开，再试一次。'],
  bad_encoding: [400, '提交的内容解不开，可能传的时候坏了，请重试一次。'],
  bad_cursor: [400, '翻页的位置不对，请从第一页重新看。'],
  key_missing: [400, '缺少防重复的编号，请更新小程序后再试。'],
  sign_in_needed: [401, '请先登录，再办这件事。'],
  sign_in_code_bad: [401, '登录没有成功，请关掉小程序重新打开。'],
  desk_sign_in_wrong: [
    401,
    '登录名、密码或验证码不对，请看清楚再填。连错五次要等十五分钟；也可以改用微信扫码登录。',
  ],
  foreign_page: [403, '这次请求不是从本网站的页面发出的，请刷新页面后再试。'],
  phone_needed: [403, '请在手机微信里打开“代表之家”小程序来办这一步。'],
  fresh_sign_in_needed: [403, '为了安全，请先退出，重新扫码登录，十分钟以内再办这一步。'],
  not_allowed: [403, '这件事不归您办。如果您刚换了身份，请退出后重新登录。'],
  not_your_step: [403, '这一步不归您办，请等经办的人来办。'],
  sign_in_blocked: [403, '微信暂时不允许登录，请过一会儿再试，或到代表之家请工作人员帮忙。'],
  not_found: [404, '没有找到，可能已经移走或地址不对，请返回首页重新打开。'],
  wrong_method: [405, '这个地址不能这样用，请更新小程序后再试。'],
  too_slow: [408, '网络太慢，内容没有传完。您填的内容没有丢，请换个信号好的地方再试。'],
  not_about_office: [409, '这一件说的不是镇人大办的人，由镇人大办办理。'],
  not_about_unit: [409, '还没有写明说的是哪个单位，请先在“指明去处”里选上。'],
  objection_days_over: [
    409,
    '对方有异议，要在收到以后的规定工作日内提出：{latest}转去的，算到{deadline}。过了的不再退回，请告知本人由{route}办；要换地方的，重新“指明去处”。',
  ],
  attendance_said: [409, '已经回过话了。有变动的，先点“改一改回的话”，再说一次。'],
  attendance_unsaid: [409, '还没有回过话，直接点“参加”或者“请假”就行。'],
  join_said: [409, '已经回过话了。有变动的：参加的点“请假”，没有参加的点“又能参加了”。'],
  join_not_accepted: [409, '还没有说过参加，不用请假；还没有回话的，点“这次不参加”就行。'],
  join_not_declined: [409, '还没有说过不参加。还没有回话的，直接点“参加”就行。'],
  activity_ahead: [409, '还没有到活动那天，到了那天再记。'],
  activity_roll_missing: [409, '还没有点名，请先点名：谁到了，照纸上的签到册记也行。'],
  no_leave_asked: [409, '没有等您答复的请假。已经退过一次的，请当面或者打电话商量。'],
  no_minutes_await: [409, '没有等这次会通过的纪要。上次的要先拟好，才能在会上通过。'],
  roll_called: [409, '已经点过名了。有人后到、点错了的，点“有人后到，改点名”。'],
  wrong_state: [409, '这件事已经走到别的步骤，请刷新后看看现在能办什么。'],
  built_upon: [409, '后来登记的已经用到这次导入的内容，不能整个撤回。请在名册里一条一条改。'],
  nobody_there: [409, '还没有人绑定微信，交办后没有人收到。请先发邀请码，或打勾确认再办。'],
  said_already: [409, '刚才已经送出一条一样的，没有再送，也没有再通知别人。是另一件事，就把话改一改再送。'],
  nothing_changed: [409, '和原来一样，没有改动，所以没有另存，也没有再通知别人。要改的地方改好了再保存。'],
  stale: [409, '刚刚有人办过这件事，请刷新看过最新情况再办。'],
  busy: [409, '同一时间办的人多，没有办成，请再点一次。'],
  text_incomplete: [409, '“情况和原因”“具体建议”还没有写全，请点“修改内容”，用自己的话写好再提交。'],
  co_signers_unanswered: [409, '还有代表没有答复附议，请等他们答复，或点“不再等未答复的附议”。'],
  not_of_township: [
    409,
    '您不是镇人大代表，不能写成镇里的建议。请向群众说明，并告诉镇人大办，由他们登记为“上级代表建议”，带到您那一级人大。',
  ],
  not_in_office: [
    409,
    '您现在不履行镇人大代表职务，不能再提交新的建议和议案。已经提交的照常办理，结果照样答复您。',
  ],
  signers_missing: [
    409,
    '议案要有 5 名以上代表联名，还差 {missing} 人。请再邀请代表附议，或把种类改成“建议”再提交。',
  ],
  motion_undecided: [409, '议案先由主席团决定是否列入大会议程；不列入的，转为建议以后再受理。'],
  not_a_motion: [409, '这不是议案，不用决定是否列入议程，由镇人大办审查受理。'],
  no_open_invitation: [409, '没有未答复的附议，可以直接提交。'],
  no_open_consultation: [409, '没有等您确认的面商。'],
  deputy_not_bound: [409, '这位代表还没有用上微信，请转告、转给另一位代表，或者接手答复。'],
  deputy_not_silent: [
    409,
    '还不到主席团同意先答复的时候：面商登记以后，领衔代表过了规定的时间还没有说话，才可以。',
  ],
  record_closed: [409, '提出异议的时间过了，或者已经往下办了。不是您的意思，请告诉镇人大办。'],
  consultation_not_confirmed: [
    409,
    '先面商，再答复：请先登记面商，等领衔代表和并案的每位代表确认后才能答复。代表一直没有确认的，请告诉镇人大办。',
  ],
  return_closed: [
    409,
    '退办要在规定的期限内申请，同一轮只能申请一次。请继续办理，确有困难可以写延办反馈书。',
  ],
  extension_closed: [409, '延办反馈书要在到期以前写，一件只能延一次。请抓紧答复，或向镇人大办说明情况。'],
  reception_ahead: [409, '还没有到接访那天，到了那天再记。'],
  roll_incomplete: [409, '还没有点名，请先点名：谁到了、谁请假，一次点完。'],
  items_open: [409, '还有意见没有议，请一条一条议完；这次议不了的选“留到下次”。'],
  no_items_left: [409, '没有还要议的意见了，可以散会。'],
  nobody_at_meeting: [409, '还没有人到会，请先点名。'],
  item_decided: [409, '这一条刚刚记好了：{outcome}（{other}记的），请接着看下一条。'],
  item_gone: [409, '这一条{reason}。'],
  answer_not_wanted: [409, '没有等您回答的问题，或回答的时间已经过了。'],
  no_answer_to_send_back: [409, '没有可以退回的回答：还没有回答，或已经退回过一次。'],
  no_open_question: [409, '没有还在等的回答。'],
  answers_missing: [409, '还有人没有回答，请等他们回答，或请有权的人决定不再等。'],
  asked_before: [409, '已经问过一次，不能再问，请直接联系。'],
  co_opinion_not_wanted: [409, '本单位的协办意见已经提出，或镇人大办不再等了。'],
  no_co_opinion_to_send_back: [409, '没有可以退回的协办意见：还没有提出，或已经退回过一次。'],
  no_open_co_opinion: [409, '没有还在等的协办意见。'],
  co_opinions_missing: [409, '协办单位的意见还没有到齐，请等他们提出，或请镇人大办决定不再等。'],
  site_review_recorded: [409, '这次评议已经登记了结果，不能再改期或取消。要再去看，请另外安排一次。'],
  nothing_found_yet: [409, '还没有登记过结果，不用结束：去不成可以改期，也可以取消。'],
  no_site_review: [409, '没有等着登记结果的现场评议。请先安排，到了日期再登记。'],
  clock_stopped_before: [409, '这一轮已经请代表补充过一次情况，不能再停办理时间，请直接和代表联系。'],
  no_information_wanted: [409, '没有等您补充的情况，或补充的时间已经过了。'],
  commitment_open: [409, '还有没落实的承诺事项，要跟踪到落实。'],
  no_open_commitment: [409, '没有等着落实的承诺事项。'],
  commitment_reported: [409, '承诺的落实已经报告，请等代表评价；答复不再更正。'],
  commitment_not_reported: [409, '承办单位还没有报告承诺的落实，报告以后再评价。'],
  referral_open: [409, '已经向上反映过，还没有登记答复。等有了答复再报第二次。'],
  no_open_referral: [409, '没有等着答复的向上反映。'],
  summons_day_ahead: [409, '约见的日子还没有到，见过面再登记问答。'],
  summons_recorded: [409, '这次约见的问答已经登记过了。'],
  summons_not_recorded: [409, '先约见，再处理：请先登记约见问答，再提出处理意见。'],
  no_round_left: [409, '已经办过最后一轮，请由主席团约见单位负责人。'],
  round_left: [409, '还可以重新办理一次，请先责成承办单位重新办理。'],
  evaluation_not_lapsed: [409, '代表评价的时间还没有过。'],
  result_not_rejected: [409, '代表没有对这次答复的结果评“不满意”，不用认定理由。'],
  not_your_ballot: [403, '这件由领衔代表所在的代表小组评议，您不在这个小组。'],
  no_deputy_group: [409, '领衔代表还没有编进代表小组，请先在名册里编组。'],
  confidential_not_appraised: [409, '代表请求保密的建议，不交小组评议。'],
  ballot_opened: [409, '这次答复已经交小组评议过。'],
  no_open_ballot: [409, '没有正在投票的小组评议。'],
  ballot_closed: [409, '这次评议已经结束，不能再投票。'],
  already_voted: [409, '您已经投过票，每人只投一次。'],
  not_a_key_suggestion: [409, '这件不是重点建议，要先由主席团列为重点。'],
  key_suggestion_already: [409, '这件已经是重点建议，可以改领办安排。'],
  standing_within_limit: [409, '这个单位计入的建议还没有超过 2 件，不能取消评先资格。'],
  standing_recorded: [409, '这个单位这一年已经取消过评先资格，不用再登记。'],
  appeal_sent: [409, '申诉说明已经交过一次，请等主席团答复。'],
  no_open_appeal: [409, '没有等着答复的申诉。'],
  external_unanswered: [409, '上级还没有答复，登记答复以后再登记代表是否满意。'],
  suggestion_not_ended: [409, '建议还在办，等有了结果再告诉群众。'],
  presidium_first: [409, '代表请主席团先看过再交办。请等主席团一位成员打开看过，点“看过了，可以交办”。'],
  presidium_has_read: [409, '没有要主席团先看的，或者已经看过了，不用再点。'],
  head_asked_before: [409, '这一轮已经请过单位负责人了。谈得属实，请点“确认面商属实”。'],
  no_unit_objection: [409, '现在没有对承办单位的异议等着答复。'],
  unit_objected_before: [409, '对这个承办单位已经提过异议了，请看镇人大办的答复。'],
  not_own_objection: [409, '这个异议是另一位代表提的，请由提的人收回，或者等镇人大办答复。'],
  no_such_co_unit: [409, '这个单位现在不是协办单位，请刷新后重新选择。'],
  already_rated: [409, '您已经评过了，谢谢。'],
  said_unsolved: [409, '群众说的是事情没有解决，请点“核实无误，请人再办”。'],
  not_said_unsolved: [409, '群众没有说事情没有解决，请点“核实无误，转给代表”。'],
  not_asked_now: [409, '现在还不用问群众，到时候系统会问。'],
  not_asked_whether_solved: [409, '现在没有在问您。没有解决，请点“没有解决”；还有话说，请点“接着说”。'],
  has_phone: [409, '他是用手机反映的，接着说、评一评都由他自己来。'],
  own_words: [409, '自己写的话要由另一个人核实。请等同事核实，或退回后在微信小程序里重新写。'],
  own_suggestion: [
    409,
    '这件建议是您提的，面商和答复要由本单位另一位来登记。单位里没有别人的，请告诉镇人大办，先登记另一位经办人。',
  ],
  own_decision: [
    409,
    '这件是您提的、附议的，或者由您任职的单位承办，要由另一位来定：请主席团别的成员来定。没有别人的，请告诉镇人大办，先登记另一位主席团成员。',
  ],
  concerns_you: [409, '这件事关系到您，您不办、也不参加决定：由{others}来办。'],
  concerns_nobody: [409, '这件没有写明关系到谁，照常办就行。'],
  sent_already: [
    409,
    '刚才已经送出一条一样的（编号 {no}），不用再送。是另一件事，就把话改一改；真要再送一条，请点“还是送出”。',
  ],
  invite_bad: [409, '邀请码不对、用过了或已过期，请向镇人大办要一个新的。'],
  start_code_bad: [
    409,
    '启动码不对、用过了或已过期。请在服务器上重新启动，终端里会显示一个新的；已经有镇的，请向镇人大办要邀请码。',
  ],
  already_bound: [409, '您的微信已经绑定过别的身份，请联系镇人大办。'],
  not_bound: [409, '没有绑定微信，不用解除。还没有绑定的，可以发一个邀请码。'],
  last_of_office: [
    409,
    '镇人大办能登录的只剩这一位，没有了这一位就没有人能办事。请先登记接任的人，等他绑定微信以后再办。',
  ],
  code_revoked: [409, '这张码已经停用，请重新生成一张再打印。'],
  arrived_before: [409, '上一次送出的已经送到了{no}，不用再送。请刷新看看。'],
  sending_given_up: [409, '这一次没有送出去，请再点一次送出。'],
  key_reused: [422, '上一次送出的已经送到了{no}，这次改的没有送出。请刷新看过，再补充进去，或者另送一件。'],
  desk_code_ended: [409, '这个登录码用过或过期了。请看电脑上新换的码，再扫一次。'],
  login_name_taken: [409, '这个登录名已经有人用，请换一个，比如在后面加上镇名。'],
  too_large: [413, '内容太大，请删减或换小一点的图片。'],
  wrong_type: [415, '提交的内容格式不对，请更新小程序后再试。'],
  head_too_large: [431, '请求里附带的东西太多，请清除浏览器里本网站的数据后再试。'],
  too_many: [429, '办得太快了，请过一会儿再试。'],
  broken: [500, '系统出了问题，工作人员已经收到通知。您填的内容没有丢，请稍后再试。'],
  unavailable: [503, '系统正忙，请稍后再试，您填的内容还在。'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>

export type RefusalCode = keyof typeof refusals

/** What came of something that was sent before. */
export interface Arrived {
  /** The matter that it made, where it made one. */
  id: string | null
  at: string
}

/** The only "no" that code may throw on purpose. `fields` holds a sentence for each input that is not right. */
export class Refusal extends Error {
  readonly status: number

  constructor(
    readonly code: RefusalCode,
    readonly fields: Readonly<Record<string, string>> = {},
    sentence: string = refusals[code][1],
    /** How long to wait before the same may be tried again. */
    readonly waitSeconds?: number,
    /** What arrived already, where that is why. */
    readonly arrived?: Arrived,
  ) {
    super(sentence)
    this.status = refusals[code][0]
  }
}

/** A "no" about one input. */
export const wrongField = (field: string, sentence: string) =>
  new Refusal('bad_input', { [field]: sentence }, sentence)
