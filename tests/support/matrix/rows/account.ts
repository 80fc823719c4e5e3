import { type Row, who } from '../row'

const { signedIn } = who

/** What one asks about oneself. */
export const accountRows: Readonly<Record<string, Row>> = {
  showMe: { may: signedIn },
  listMyTowns: { may: signedIn },
  signOut: { may: signedIn },
  settleSending: { may: signedIn, ask: () => ({ params: { key: 'a-sending-of-a-phone' } }) },
  acceptInvite: { may: signedIn, told: 'invite_bad' },
  endOwnBinding: {
    may: signedIn,
    but: { newcomer: 'not_bound', villager: 'not_bound', countyStaff: 'not_bound', office: 'last_of_office' },
  },
  reportConsents: { may: signedIn },
  showConsents: { may: signedIn },
  showDeskRequest: { may: signedIn, ask: ({ things }) => ({ params: { scene: things.desk } }) },
  answerDeskRequest: {
    may: signedIn,
    ask: ({ things }) => ({ params: { scene: things.desk }, input: { confirm: true } }),
  },
  showPassword: { may: signedIn },
  // Draws a code.
  proposePassword: { may: signedIn, heavy: true },
  setPassword: { may: signedIn, told: 'bad_input' },
  removePassword: { may: signedIn },
  listDevices: { may: signedIn },
  endDevice: { may: signedIn, ask: ({ things }, as) => ({ params: { id: things.deviceOf[as] ?? '' } }) },
  endOtherDevices: { may: signedIn },
  showProfile: { may: signedIn },
  saveProfile: { may: signedIn, ask: ({ town }) => ({ input: { villageId: town.village } }) },
  showInbox: { may: signedIn, ask: () => ({ query: {} }) },
  readInbox: { may: signedIn, ask: ({ things }) => ({ input: { ids: [things.message] } }) },
  readAllInbox: { may: signedIn, ask: () => ({ input: {} }) },
  unreadInbox: { may: signedIn, ask: () => ({ input: { at: '2026-11-23T02:00:00.000Z' } }) },
  listViews: { may: signedIn },
  saveView: { may: signedIn, ask: () => ({ input: { name: '逾期的', query: 'lane=mine&overdue=yes' } }) },
  dropView: { may: signedIn, ask: () => ({ input: { name: '逾期的' } }) },
  showOwnDetails: { may: signedIn },
  givePhone: { may: signedIn, told: 'bad_input', ask: () => ({ input: { code: 'x' } }) },
  removePhone: { may: signedIn, ask: () => ({ input: {} }) },
  setAvatar: { may: signedIn, ask: ({ things }) => ({ file: things.picture, input: {} }) },
  showAvatar: { may: signedIn, told: 'not_found', but: { deputy: 'yes' } },
  removeAvatar: { may: signedIn, ask: () => ({ input: {} }) },
  beginHere: {
    may: signedIn,
    told: 'start_code_bad',
    ask: () => ({
      input: { code: 'NOSUCHCODE', at: 'town', town: '新开镇', profile: 'henan', name: '某人' },
    }),
  },
  openTown: {
    may: ['countyStaff'],
    ask: ({ countyId }) => ({
      params: { county: countyId },
      input: { town: '清溪坪镇', profile: 'henan', name: '何文静' },
    }),
  },
  showCountyStaff: { may: ['countyStaff'], ask: ({ countyId }) => ({ params: { county: countyId } }) },
  listCountyAppFeedback: {
    may: ['countyStaff'],
    ask: ({ countyId }) => ({ params: { county: countyId }, query: {} }),
  },
  showCountyFigures: {
    may: ['countyStaff'],
    ask: ({ countyId }) => ({ params: { county: countyId }, query: {} }),
  },
}
