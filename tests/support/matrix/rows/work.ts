import type { Who } from '../people'
import { paper, voice } from '../../suggestion'
import { type Row, who } from '../row'
import { course } from '../stories/duty-record'
import { complaintOfApp } from '../stories/app-feedback'
import { complaint } from '../stories/petition'

const { deputies, staff, units, working, signedIn } = who
const readersOfCheck: readonly Who[] = ['unit', ...staff]
const mine = { query: { lane: 'mine' } }

const atInspection: readonly string[] = ['deputy', 'office', 'presidium', 'unit', 'unitLeader', 'unitHead']

/** What deputies, units and residents ask about the work that is theirs. */
export const workRows: Readonly<Record<string, Row>> = {
  listDoors: { may: signedIn },
  listWork: { may: signedIn, ask: () => mine },
  // Whoever stands to it: here the office, and the deputy who carries it upward.
  showMatter: {
    may: ['office', 'otherDeputy'],
    otherwise: 'not_found',
    ask: ({ things }) => ({ params: { kind: 'externalSuggestion', id: things.external } }),
  },
  countWork: { may: signedIn },
  searchWork: { may: signedIn, ask: () => ({ input: { words: '河堤' } }) },
  showSuggestion: {
    may: ['deputy', 'coSigner', ...staff, ...units, 'leader'],
    but: { otherDeputy: 'not_found', formerDeputy: 'not_found', secretary: 'not_found' },
    ask: ({ things }) => ({ params: { id: things.public } }),
  },
  listPapers: {
    may: ['deputy', 'coSigner', ...staff, ...units, 'leader'],
    but: { otherDeputy: 'not_found', formerDeputy: 'not_found', secretary: 'not_found' },
    ask: ({ things }) => ({ params: { id: things.public } }),
  },
  showPaper: {
    may: ['deputy', 'coSigner', ...staff, ...units, 'leader'],
    but: { otherDeputy: 'not_found', formerDeputy: 'not_found', secretary: 'not_found' },
    ask: ({ things }) => ({ params: { id: things.public, paper: 'evaluationForm.1' } }),
  },
  takePaper: {
    may: ['deputy', 'coSigner', ...staff, ...units, 'leader'],
    but: { otherDeputy: 'not_found', formerDeputy: 'not_found', secretary: 'not_found' },
    ask: ({ things }) => ({ params: { id: things.public, paper: 'evaluationForm.1' } }),
  },
  unshownOfSuggestion: {
    may: ['deputy', 'coSigner', ...staff, ...units, 'leader'],
    but: { otherDeputy: 'not_found', formerDeputy: 'not_found', secretary: 'not_found' },
    ask: ({ things }) => ({ params: { id: things.public } }),
  },
  showContentCheck: {
    may: readersOfCheck,
    otherwise: 'not_allowed',
    but: Object.fromEntries(
      working.filter((one) => !readersOfCheck.includes(one)).map((one) => [one, 'not_found']),
    ),
    ask: ({ things }) => ({ params: { id: things.check } }),
  },
  startSuggestion: {
    may: deputies,
    ask: ({ town }) => ({
      input: { subject: '修桥', facts: '桥栏断了。', proposal: '修好。', villageId: town.village },
    }),
  },
  recordSuggestion: {
    may: ['office'],
    ask: ({ town }) => ({ input: { ...paper, deputyId: town.deputy.id, villageId: town.village } }),
  },
  listSimilar: { may: deputies, ask: () => ({ input: { subject: '修复大郭西段河堤' } }) },
  listProgress: { may: working },
  showPhoto: {
    may: ['unit'],
    otherwise: 'not_allowed',
    but: Object.fromEntries(working.filter((one) => one !== 'unit').map((one) => [one, 'not_found'])),
    ask: ({ things }) => ({ params: { id: things.photo } }),
  },
  blurPhoto: {
    may: ['unit'],
    otherwise: 'not_allowed',
    but: Object.fromEntries(
      working
        .filter((one) => !['unit', 'formerDeputy', 'secretary'].includes(one))
        .map((one) => [one, 'not_found']),
    ),
    ask: ({ things }) => ({
      params: { id: things.photo },
      input: { areas: [{ x: 0.4, y: 0.4, width: 0.2, height: 0.2 }] },
    }),
  },
  takeFile: {
    may: ['unit'],
    otherwise: 'not_allowed',
    but: Object.fromEntries(working.filter((one) => one !== 'unit').map((one) => [one, 'not_found'])),
    ask: ({ things }) => ({ params: { id: things.file } }),
  },
  uploadFile: {
    may: [...deputies, ...units, 'office'],
    ask: ({ things }) => ({ file: things.picture, input: { name: '现场.jpg' } }),
  },
  uploadPhoto: { may: [...units, 'office'], ask: ({ things }) => ({ file: things.picture }) },
  listUnits: { may: [...deputies, ...staff, ...units] },
  showExternal: {
    may: [...deputies, ...staff],
    ask: ({ things }) => ({ params: { id: things.external } }),
  },
  listAppraisals: { may: [...deputies, ...staff] },
  castVote: {
    may: ['deputy', 'leader'],
    but: { coSigner: 'not_found', otherDeputy: 'not_found' },
    ask: ({ things }) => ({ params: { ballot: things.ballot } }),
  },
  showOwnAwardStanding: { may: units, ask: () => ({ query: {} }) },
  appealDisqualification: {
    may: ['unit', 'unitLeader', 'unitHead'],
    but: { coUnit: 'not_found' },
    ask: ({ things }) => ({ params: { id: things.disqualification }, query: {} }),
  },
  listMyOpinions: { may: signedIn, ask: () => ({ query: {} }) },
  showOpinion: {
    may: ['villager', 'deputy', 'office'],
    otherwise: 'not_found',
    ask: ({ things }) => ({ params: { id: things.opinion } }),
  },
  noteEndSeen: {
    may: ['villager'],
    but: { deputy: 'not_your_step', office: 'not_your_step' },
    otherwise: 'not_found',
    ask: ({ things }) => ({ params: { id: things.opinion } }),
  },
  lookAtResident: {
    may: ['deputy', 'office'],
    otherwise: 'not_found',
    ask: ({ things }) => ({ params: { id: things.opinion }, input: { reason: 'askMore' } }),
  },
  openBox: {
    may: ['deputy', 'coSigner', 'otherDeputy', 'leader', 'office'],
    ask: ({ town }) => ({
      params: { id: town.station },
      input: { openedOn: '2026-11-20', letters: 3, openedBy: '陈静', openedWith: '王建国' },
    }),
  },
  writeAppFeedback: { may: signedIn, ask: () => ({ input: complaintOfApp }) },
  listMyAppFeedback: { may: signedIn, ask: () => ({ query: {} }) },
  showAppFeedback: {
    may: ['villager', 'countyStaff'],
    otherwise: 'not_found',
    ask: ({ things }) => ({ params: { id: things.ofTheApp } }),
  },
  writePetition: { may: signedIn, ask: () => ({ input: complaint }) },
  recordPetition: {
    may: ['deputy', 'coSigner', 'otherDeputy', 'leader', 'office'],
    ask: () => ({ input: { ...complaint, spokeHow: 'inPerson', spokeOn: '2026-11-23' } }),
  },
  recordDuty: { may: [...deputies, 'formerDeputy'], ask: () => ({ input: course }) },
  recordDutyFor: {
    may: ['office'],
    ask: ({ town }) => ({ input: { ...course, deputyId: town.otherDeputy.id, spokeHow: 'phone' } }),
  },
  showDutyRecord: {
    may: ['deputy', 'office'],
    but: Object.fromEntries(
      working.filter((one) => !['deputy', 'office'].includes(one)).map((one) => [one, 'not_found']),
    ),
    ask: ({ things }) => ({ params: { id: things.dutyRecord } }),
  },
  listMyPetitions: { may: signedIn },
  showReceipt: {
    may: ['deputy', 'coSigner', 'otherDeputy', 'leader', 'office'],
    told: 'bad_input',
    ask: () => ({ input: { code: '12345678' } }),
  },
  showPetition: {
    may: ['villager', 'office'],
    otherwise: 'not_found',
    ask: ({ things }) => ({ params: { id: things.petition } }),
  },
  lookAtAuthor: {
    may: ['office'],
    otherwise: 'not_found',
    but: { villager: 'not_your_step' },
    ask: ({ things }) => ({ params: { id: things.petition }, input: { reason: 'askMore' } }),
  },
  showAloud: { may: [...deputies, ...staff], ask: ({ things }) => ({ params: { id: things.public } }) },
  noteReading: {
    may: [...deputies, ...staff],
    ask: ({ things }) => ({
      params: { id: things.public },
      input: { how: 'loudspeaker', readOn: '2026-11-23', by: '赵支书' },
    }),
  },
  listUntold: { may: ['deputy', 'coSigner', 'otherDeputy', 'leader', 'office'], ask: () => ({ query: {} }) },
  showToldHow: {
    may: ['deputy', 'office'],
    but: { coSigner: 'not_found', otherDeputy: 'not_found', leader: 'not_found' },
    ask: ({ things }) => ({ params: { id: things.untold } }),
  },
  askUnit: {
    may: deputies,
    ask: ({ town }) => ({ input: { unitId: town.unitId, subject: '路灯', text: '什么时候修？' } }),
  },
  // Every deputy, once the government has it.
  showSummary: {
    may: [...deputies, 'formerDeputy', 'office', 'presidium', 'unit', 'unitLeader', 'unitHead'],
    but: Object.fromEntries(
      working
        .filter((who) => ![...deputies, 'formerDeputy', ...atInspection].includes(who))
        .map((who) => [who, 'not_found']),
    ),
    ask: ({ things }) => ({ params: { id: things.summary } }),
  },
  // Of the deputies those who sit in a group that was asked.
  showGroupQuestion: {
    may: ['deputy', 'leader', 'office', 'presidium'],
    but: Object.fromEntries(
      working
        .filter((who) => !['deputy', 'leader', 'office', 'presidium'].includes(who))
        .map((who) => [who, 'not_found']),
    ),
    ask: ({ things }) => ({ params: { id: things.groupQuestion } }),
  },
  // What the presidium gave a unit; the deputies have nothing to do with it.
  showResolution: {
    may: ['office', 'presidium', 'unit', 'unitLeader', 'unitHead'],
    but: Object.fromEntries(
      working
        .filter((who) => who === 'deputy' || !atInspection.includes(who))
        .map((who) => [who, 'not_found']),
    ),
    ask: ({ things }) => ({ params: { id: things.resolution } }),
  },
  // Of the deputies those who were at the inspection.
  showRectification: {
    may: ['deputy', 'office', 'presidium', 'unit', 'unitLeader', 'unitHead'],
    but: Object.fromEntries(
      working.filter((who) => !atInspection.includes(who)).map((who) => [who, 'not_found']),
    ),
    ask: ({ things }) => ({ params: { id: things.rectification } }),
  },
  showUnitLine: {
    may: ['deputy', 'office', 'unit', 'unitLeader', 'unitHead'],
    but: Object.fromEntries(
      working
        .filter((who) => !['deputy', 'office', 'unit', 'unitLeader', 'unitHead'].includes(who))
        .map((who) => [who, 'not_found']),
    ),
    ask: ({ things }) => ({ params: { id: things.unitLine } }),
  },
  uploadAttachment: { may: signedIn, ask: ({ things }) => ({ file: things.picture, input: {} }) },
  // Nobody else has it before it is sent.
  showAttachment: {
    may: ['villager'],
    otherwise: 'not_found',
    ask: ({ things }) => ({ params: { id: things.attachment } }),
  },
  findWhom: { may: signedIn, ask: ({ town }) => ({ input: { villageId: town.village } }) },
  showFollow: { may: signedIn, ask: ({ things }) => ({ params: { id: things.public } }) },
  followSuggestion: {
    may: signedIn,
    ask: ({ things }) => ({ params: { id: things.public }, input: { how: 'follows' } }),
  },
  unfollowSuggestion: { may: signedIn, ask: ({ things }) => ({ params: { id: things.public } }) },
  findAlike: { may: signedIn, ask: ({ town }) => ({ input: { villageId: town.village, text: '河堤塌了' } }) },
  recordVoice: {
    may: ['deputy', 'coSigner', 'otherDeputy', 'leader', 'office'],
    ask: ({ town }) => ({ input: { ...voice, deputyId: town.deputy.id } }),
  },
  showVoice: {
    may: ['deputy', 'coSigner', 'otherDeputy', 'leader', 'office'],
    told: 'bad_input',
    ask: () => ({ input: { code: '12345678' } }),
  },
  writeOpinion: {
    may: signedIn,
    ask: ({ town }) => ({
      input: { deputyId: town.deputy.id, kind: 'report', text: '桥栏断了。', again: true },
    }),
  },
}
