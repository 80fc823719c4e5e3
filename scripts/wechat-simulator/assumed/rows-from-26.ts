import { type Row } from './row'

/** Add at the end. */
export const rowsFrom26: Row[] = [
  [
    'GET /cgi-bin/token',
    'D',
    'Checks run as in jscode2session. A replaced token is 40001, not 42001, once its five minutes are over or a second one has replaced it. A call refused for its quota replaces nothing.',
    'The page says that only the newest counts and that both work for five minutes.',
  ],
  [
    'GET /cgi-bin/token, POST /cgi-bin/stable_token, GET /sns/jscode2session',
    'D',
    '89503, 89506 and 89507 come after the whitelist.',
    'The page lists the codes without an order.',
  ],
  [
    'POST /wxa/business/getuserphonenumber',
    'D',
    'A missing, unknown, used or expired code is 40029, a code of another app 40013, an openid that does not belong to the code 40003; a login code is never a phone code. A refused call does not use up the code.',
    'The page names 40029 and 40013 and does not say what a wrong openid gets.',
  ],
  [
    'POST /wxa/business/getuserphonenumber',
    'D',
    '45011 above 5000 a minute. countryCode is a number or a string, by the seed. A number from abroad has its code in front of phoneNumber.',
    'The size of the quota is not published; table and sample of the page disagree.',
  ],
  [
    'getPhoneNumber',
    'D',
    'A success is counted when the code is given out, not when it is exchanged. 政府, 事业单位 and 非营利组织 are never counted.',
    'Prices are given per successful call of the component.',
  ],
  [
    'GET /wxa/checksession, GET /wxa/resetusersessionkey',
    'D',
    'A missing argument is 40097, then 40003, 87007 for a user who never signed in, 87008, 87009. The signature is made with the text of the session key, not with the 16 bytes behind it, and written in small hex.',
    'The formula of the page is hmac_sha256(session_key, "").',
  ],
  [
    'POST /cgi-bin/message/subscribe/send',
    'D',
    '43107 comes after the template and before the subscription, for a banned template and for an account whose messages are banned.',
    'Only the code is documented.',
  ],
  [
    'POST /wxaapi/newtmpl/addtemplate',
    'C',
    'A body that is not a form (by its content type) has no tid: 200014 "missing parameter tid". Then 200011, tid, kidList, sceneDesc, 200022 for the same title with the same keywords in the same order, 200012 above 25 templates. sceneDesc is required. A key is called by its type and kid.',
    'Reports show the words, not the code; the older text says 25 and the current one no number.',
  ],
  [
    'GET /wxaapi/newtmpl/gettemplate',
    'D',
    'keywordCode is the bare key (phrase3), and the list is absent when no key has fixed values. Every line of content and example ends in a line break.',
    'The page has one sample.',
  ],
  [
    'POST /wxaapi/newtmpl/deltemplate',
    'C',
    'Form and JSON are both read. A missing priTmplId is 20002, an unknown one 20001. Accepts of the template are gone with it.',
    'An older page has the two codes; nothing is said of the accepts.',
  ],
  [
    'GET /wxaapi/newtmpl/getpubtemplatetitles',
    'D',
    'ids first (200018 missing, 200019 not numbers), then start 200016, limit 200017. Categories that the account does not have are empty, and a tid of theirs is 200014.',
    'The page lists the codes without an order.',
  ],
  [
    'POST /__sim/named-faults',
    'D',
    'A rotated or frozen secret, a new whitelist and a missing confirmation end the tokens of before at once. The whitelist is looked at when a token is asked for, not in business calls.',
    'Not documented; the caller meets the change either way, here sooner.',
  ],
  [
    'message push',
    'D',
    'What is not answered within 5 s goes again at once, what is answered with something else 5 s later; query and body stay the same. Redirects are not followed.',
    'The page speaks of a missing answer and of three deliveries in all.',
  ],
  [
    'message push',
    'D',
    'Event fields of XML stand in an element named after the event, as in SubscribeMsgPopupEvent. CreateTime, PopupScene and ErrorCode come as numbers or text by the seed, MsgID always as text. A List of one is an object.',
    'The samples of the page differ from each other.',
  ],
  [
    'subscribe_msg_popup_event',
    'D',
    'Nothing is pushed for what a kept choice answered, for filter and for ban. A kept accept earns a send with each tap, without a pop-up.',
    'Not documented; a receiver that needs the event must be found out.',
  ],
  [
    'wx.requestSubscribeMessage',
    'D',
    '20005 for an account whose messages are banned comes before 20004. A banned template is ban whatever the user taps. Refusing a template in the settings also forgets the kept choice.',
    'The page lists the codes without an order.',
  ],
  [
    'subscribe_msg_sent_event',
    'D',
    'A failed delivery has ErrorCode 1 and "failed: system failed"; the accept is used up.',
    'The page names the reason of a failure and shows one for another kind of account.',
  ],
  [
    'POST /wxa/media_check_async',
    'D',
    'Version 47001, scene 40129, openid 40003, 43104 and 61010, media_type 40004, media_url 44002 when missing and 47001 when no URL, 87020 while the same address is being checked, minute 44991, day 45009.',
    'The page lists the codes without an order and does not say what a repeated request is.',
  ],
  [
    'wxa_media_check',
    'D',
    '-1008 also for a redirect, more than 10 MB and a file of another type; the type is read from the first bytes. The file is fetched once, without cookies, when the result is due. After -1008 the result says review.',
    'The page names the limits and -1008 for a download that failed.',
  ],
  [
    'POST /wxa/getuserriskrank',
    'D',
    'Another appid 40013, scene 40129, the openid as in the text check, a missing client_ip 47001.',
    'The page lists the codes without an order.',
  ],
  [
    'POST /wxa/getwxacode, POST /cgi-bin/wxaapp/createwxaqrcode',
    'D',
    'An empty or too long path is 40159; a leading slash is dropped; the page need not be released. Refused calls do not count towards the 100 000.',
    'Only the length and the number are documented.',
  ],
  [
    'POST /wxa/generate_urllink, POST /wxa/generatescheme',
    'D',
    'A personal account 48001, nothing released 85079, path 40165, query 40212, env_version 85402, expiry 85401, second 44990, day 44993. Without an expiry a link lives thirty days. A leading slash of the path is dropped.',
    'The page lists the codes without an order.',
  ],
  [
    'POST /cgi-bin/clear_quota, POST /cgi-bin/clear_quota/v2',
    'C',
    'Ten times a month by the calendar, both calls together, then 48006. Counters for ever are not cleared.',
    'Ten a month is widely repeated; the rest is not said.',
  ],
  [
    'POST /cgi-bin/openapi/rid/get, POST /cgi-bin/openapi/quota/get',
    'D',
    '76002 is no rid at all, 76001 an unknown one, 76003 that of another app, 76004 older than seven days. A cgi_path without a limit by the day is 76021. Secrets are blanked in what is shown.',
    'The codes are listed, their edges are not.',
  ],
]
