export type Assumption = {
  number: number
  endpoint: string
  assumption: string
  why: string
  /** C: one community source or an observed reply. D: our own inference. */
  confidence: 'C' | 'D'
}

type Row = [endpoint: string, confidence: Assumption['confidence'], assumption: string, why: string]

/** In order of their numbers, which comments and people refer to: add at the end, never renumber. */
const rows: Row[] = [
  [
    'any business call',
    'D',
    'The token is judged before the method (43002), and the method before the body (44002, 47001).',
    'Section 9.2, row 4 lists them in this order; no page says it.',
  ],
  [
    'any business call',
    'D',
    '40014 is a token with other characters than letters, digits, _ and -, or longer than 512; any other unknown token is 40001.',
    'The pages name both codes and do not draw the line.',
  ],
  [
    'GET /sns/jscode2session',
    'C',
    'Any method but GET is 43001.',
    'The general table of codes has 43001 for it; the page of this call does not list it.',
  ],
  [
    'POST /cgi-bin/stable_token',
    'D',
    'After a renewal the previous token works 300 s more, counted from the renewal, even past its first expiry.',
    'The page says that both work for five minutes; it does not say from when.',
  ],
  [
    'all quotas',
    'D',
    'A minute is a minute of the clock, a day begins at 00:00 in Shanghai, and a call refused for its quota counts as well. Checks that come before the quota do not count.',
    'Only the sizes of the quotas are published.',
  ],
  [
    'POST /cgi-bin/stable_token',
    'D',
    'Checks run as in jscode2session: missing appid, missing secret, appid, secret, whitelist, grant_type, then the quotas. The 30 s are counted from the last forced refresh; a forced call that may not force is a normal call. A force_refresh that is not true or false is 47001.',
    'The page lists the codes without an order.',
  ],
  [
    'POST /cgi-bin/stable_token',
    'D',
    'A forced refresh also kills a token that was in its five minutes of overlap; a killed token is 40001.',
    'The page says that the old token dies at once; its purpose is a leaked secret.',
  ],
  [
    'POST /cgi-bin/message/subscribe/send',
    'D',
    '43108 is checked straight after the openid. A send, refused or not, is worked on for 5 ms of real time by default.',
    'The page names the code and no duration; callers that do not take turns must be found out.',
  ],
  [
    'POST /cgi-bin/message/subscribe/send',
    'D',
    'After the openid: unknown miniprogram_state or lang 47001, template 40037, subscription 43101, data 47003, words 45168, page 41030, quota 45009.',
    'Reports show 43101 before 47003; the rest is not reported.',
  ],
  [
    'POST /cgi-bin/message/subscribe/send',
    'D',
    'Keys that the template does not have are ignored; a value of spaces only counts as empty; a value that is not a string is invalid.',
    'The page calls the value any; senders that rely on conversion would go unnoticed.',
  ],
  [
    'POST /cgi-bin/message/subscribe/send',
    'D',
    'Where the table of types is silent: no emoji; amount needs its currency sign; hours have two digits; one space stands between day and clock; a range is two full moments; a name has no digits; a car number has 2 to 8 characters.',
    'The strict reading of section 3.2.',
  ],
  [
    'POST /cgi-bin/message/subscribe/send',
    'C',
    'A page that is given must be a released one, without a leading slash, or 41030, for every miniprogram_state; an empty string is not a page.',
    'An older page lists 41030; the table of 2026 dropped it.',
  ],
  [
    'POST /cgi-bin/message/subscribe/send',
    'D',
    'A refused send, 47003 above all, does not use up a one-time accept.',
    'Not documented.',
  ],
  [
    'POST /__sim/users/:openid/unsubscribe',
    'D',
    'Refusing a template in the settings drops all accepts collected before; a later accept counts from one.',
    'Not documented.',
  ],
  [
    'wx.requestSubscribeMessage',
    'D',
    'A reject or ban in the pop-up leaves earlier accepts alone. With the main switch off, sends are 43101 whatever was accepted.',
    'The pages speak of the pop-up at hand only.',
  ],
  [
    'wx.requestSubscribeMessage',
    'D',
    'Failures in this order: 10004 not a list of strings, 10001 empty, 20003 more than five, 20002 mixed types, 20001 unknown, 20004 main switch off. One id given twice counts twice towards five and is asked once.',
    'The page lists the codes without an order.',
  ],
  [
    'POST /wxa/getwxacodeunlimit',
    'D',
    'An empty body is 44002 like everywhere, bad JSON is 40169 as its page says. Then scene, page, other arguments 40097, 85096, quota 45009.',
    'The page gives codes without an order; 44002 is not among them.',
  ],
  [
    'POST /wxa/getwxacodeunlimit',
    'D',
    'A leading slash, a query or an empty string as page is 41030 even with check_path false. trial and develop need a released page too. A width, line_color, env_version or switch of the wrong type or range is 40097. 85096 is a scene that contains scancode_time.',
    'The page says what is allowed and not which code each mistake gets.',
  ],
  [
    'POST /wxa/msg_sec_check',
    'D',
    'Missing or empty content is 44002; content over 2500 characters (code points) or of another type, and a title, nickname or signature that is not a string, are 47001. They are judged after the openid and before the quotas. The signature is read in scene 1 only.',
    'The page explains 44002 as an empty parameter and does not name a code for the length.',
  ],
  [
    'POST /wxa/msg_sec_check',
    'D',
    'Exactly two hours after the last activity still passes. wx.login, opening the mini-program and answering the subscription pop-up count as activity; calls of the server do not.',
    'The page says: visited the mini-program in the last two hours.',
  ],
  [
    'GET /sns/jscode2session',
    'D',
    'Every call with a known code counts towards the 100 per minute of its user; a used code is 40163 even when expired; at exactly five minutes it is expired.',
    'The codes are reported, their edges are not.',
  ],
  [
    'GET /sns/jscode2session, POST /cgi-bin/stable_token',
    'D',
    'A frozen secret is 40243 before the secret is compared.',
    'Only the code is documented.',
  ],
  [
    'POST /wxa/getwxacodeunlimit',
    'C',
    'The type of the reply is image/jpeg, and image/png when the picture is PNG.',
    'image/jpeg was seen; callers should look at the bytes.',
  ],
  [
    'any POST',
    'D',
    'The content type of the request is not looked at. Bytes that are not UTF-8 count as bad JSON, and so does JSON that is not an object. A null is a value of the wrong type, not an absent one; in a card it is an empty one.',
    'No page asks for a content type on the JSON calls; UTF-8 is asked for.',
  ],
  [
    'any other path',
    'D',
    'HTTP 404 with 40066.',
    'Section 9.2, row 15: a path that we misspell should be as loud as possible.',
  ],
]

/** Every undocumented choice of the simulator, for a person with a real account to confirm one by one. */
export const assumptions: Assumption[] = rows.map(([endpoint, confidence, assumption, why], place) => ({
  number: place + 1,
  endpoint,
  assumption,
  why,
  confidence,
}))
