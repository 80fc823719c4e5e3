import type { Row } from '../row'

const half = { half: '2026-2' }

/** What everybody may read, signed in or not. */
export const openRows: Readonly<Record<string, Row>> = {
  listTowns: { may: 'anyone' },
  showTown: { may: 'anyone' },
  listAreas: { may: 'anyone' },
  showGuide: { may: 'anyone', ask: () => ({ query: { reader: 'deputy' } }) },
  showAbout: { may: 'anyone' },
  showCongressRule: {
    may: 'anyone',
    ask: ({ things }) => ({ params: { id: things.rows.congressRules ?? '' } }),
  },
  showBoard: { may: 'anyone', ask: () => ({ query: {} }) },
  searchBoard: { may: 'anyone', ask: () => ({ input: { words: '河堤' } }) },
  showBoardItem: { may: 'anyone', ask: ({ things }) => ({ params: { id: things.public } }) },
  showBulletin: { may: 'anyone', ask: () => ({ query: half }) },
  listBulletin: { may: 'anyone', ask: () => ({ query: half }) },
  showPublicReport: { may: 'anyone' },
  listDeputies: { may: 'anyone' },
  showPublicDuties: { may: 'anyone', ask: ({ town }) => ({ params: { id: town.deputy.id } }) },
  listPromises: { may: 'anyone', ask: () => ({ query: {} }) },
  showReceptionDays: { may: 'anyone', ask: () => ({ query: {} }) },
  takeReceptionDays: { may: 'anyone', ask: () => ({ query: {} }) },
  showPublicCalendar: { may: 'anyone', ask: () => ({ query: {} }) },
  takePublicCalendar: { may: 'anyone' },
  showStation: { may: 'anyone', ask: ({ town }) => ({ params: { id: town.station } }) },
  // Without a portrait that has been looked at there is none.
  showPortrait: {
    may: 'anyone',
    told: 'not_found',
    ask: ({ town }) => ({ params: { id: town.deputy.id }, query: {} }),
  },
  showStationPhoto: {
    may: 'anyone',
    told: 'not_found',
    ask: ({ town }) => ({ params: { id: town.station }, query: {} }),
  },
  showPublicPhoto: {
    may: 'anyone',
    told: 'not_found',
    ask: ({ things }) => ({ params: { id: things.public, photo: things.photo } }),
  },
  takePublicFile: {
    may: 'anyone',
    told: 'not_found',
    ask: ({ things }) => ({ params: { id: things.public, file: things.file } }),
  },
  showPhotoForCheck: {
    may: 'anyone',
    ask: ({ things }) => ({ params: { id: things.photo }, query: things.forCheck }),
  },
  resolveScene: { may: 'anyone', ask: ({ things }) => ({ params: { scene: things.scene } }) },
  showSceneImage: { may: 'anyone', ask: ({ things }) => ({ params: { scene: things.scene } }) },
  countScan: { may: 'anyone', ask: ({ things }) => ({ params: { scene: things.scene } }) },
  listPublicAwards: { may: 'anyone', ask: () => ({ query: {} }) },
  listPublicReports: { may: 'anyone', ask: () => ({ query: {} }) },
  // Nobody is asked who they are: the code on the wall is enough.
  drawSlip: { may: 'anyone', ask: ({ things }) => ({ input: { roomCode: things.roomCode } }) },
  castBallot: {
    may: 'anyone',
    ask: ({ things }) => ({
      input: {
        ...{ roomCode: things.roomCode, slip: things.slip },
        ratings: [{ reportId: things.report, rating: 'satisfied' }],
      },
    }),
  },
  showHealth: { may: 'anyone' },
  showOpenApi: { may: 'anyone' },
  listPersonas: { may: 'anyone' },
  personaCode: {
    may: 'anyone',
    told: 'unavailable',
    ask: () => ({ params: { persona: 'office' } }),
  },
  signIn: { may: 'anyone', told: 'sign_in_code_bad' },
  enterAsPersona: { may: 'anyone', told: 'sign_in_code_bad' },
  enterByPassword: { may: 'anyone', told: 'desk_sign_in_wrong' },
  askAtDesk: { may: 'anyone', ask: () => ({ input: {} }) },
  awaitDesk: { may: 'anyone' },
}
