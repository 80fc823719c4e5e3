import { suggestionCategories } from '../../../shared/registers/suggestion-categories'
import type { Endpoint } from '../../../shared/grammar/endpoint'
import { externalSuggestions } from '../../../shared/registers/external-suggestions'
import { holdMeeting } from '../../../shared/api/hand-over'
import { opinionSteps, showOpinion, writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { makeCode } from '../../../shared/api/qr-codes'
import { startPoster } from '../../../shared/matters/poster/endpoints'
import { firstPosterOf } from './stories/poster'
import { saveProfile } from '../../../shared/api/sign-in'
import { planSiteReview } from '../../../shared/matters/site-review/endpoints'
import { suggestionSteps } from '../../../shared/matters/suggestion/endpoints'
import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import type { SuggestionAction } from '../../../shared/matters/suggestion/table'
import { newId } from '../../../server/database/id'
import { bring } from '../bring'
import { uploaded } from '../photos'
import { type TestServer } from '../server'
import { forms, see, spoken, start, text } from '../suggestion'
import { type TestPerson, type TestTown, unitOfNobody } from '../town'
import type { Question, Row } from './foreign-row'
import { rowsOfPeople } from './foreign-people'
import { rowsOfOffices } from './foreign-ids-of-offices'
import { rowsOfFiles } from './foreign-files'
import { rowsOfPaper } from './foreign-paper'
import { rowsOfAttachments } from './foreign-attachments'
import { rowsOfVoices } from './foreign-voices'
import { rowsOfPlaces } from './foreign-places'

/** @param begun the town that is asked, and the one that the foreign ids come from */
export function rowsOfForeignIds(begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown }) {
  const at = (id: string) => ({ town: begun().town.id, id })
  const stepOf =
    (
      action: SuggestionAction,
      state: SuggestionState,
      person: 'deputy' | 'office' | 'presidium' | 'unit',
      more: (id: string) => Promise<object> | object,
    ) =>
    async (): Promise<Question> => {
      const id = await bring(begun().server, begun().town, state)
      const version = await begun().town.versionOf(id)
      const all = forms(begun().town) as Record<string, object>
      const form = { ...all[action], ...(await more(id)) }
      return {
        endpoint: suggestionSteps[action],
        params: at(id),
        person: begun().town[person],
        input: { version, form },
      }
    }
  const plain =
    (endpoint: Endpoint, person: () => TestPerson, input: () => Promise<object> | object, more = {}) =>
    async (): Promise<Question> => ({
      endpoint,
      params: { town: begun().town.id, ...more },
      person: person(),
      input: await input(),
    })

  const heldOn = '2026-11-23'
  const openConsultation = async (of: TestTown) => {
    const id = await bring(begun().server, of, 'handling')
    const { rounds } = await see(of, of.deputy, id)
    return (
      rounds.flatMap(({ consultations }) => consultations).find(({ answer }) => answer === 'open')?.id ?? ''
    )
  }
  const consultationStep =
    (action: SuggestionAction, form: object, by: 'deputy' | 'office' = 'deputy') =>
    async (): Promise<Question> => {
      const id = await bring(begun().server, begun().town, 'handling')
      const { rounds } = await see(begun().town, begun().town.deputy, id)
      const open = rounds
        .flatMap(({ consultations }) => consultations)
        .find(({ answer }) => answer === 'open')
      const input = { version: await begun().town.versionOf(id), form: { ...form, consultationId: open?.id } }
      return { endpoint: suggestionSteps[action], params: at(id), person: begun().town[by], input }
    }
  let words = 0
  const opinionOf = async (of: TestTown) => {
    const input = {
      deputyId: of.deputy.id,
      kind: 'report' as const,
      text: `井盖松了，第 ${(words += 1)} 个。`,
    }
    const { id } = await of.villager.client.call(writeOpinion, { params: { town: of.id }, input })
    await begun().server.run('checkOpinions')
    return id
  }
  const referred = async (of: TestTown) => {
    const id = await bring(begun().server, of, 'handling')
    const input = { version: await of.versionOf(id), form: forms(of).referUpward }
    await of.office.client.call(suggestionSteps.referUpward, {
      params: { town: of.id, id },
      input: input,
    })
    return id
  }
  const ownCategory = async (of: TestTown) => {
    const name = `类别${newId().slice(0, 4)}`
    const { id } = await of.office.client.call(suggestionCategories.endpoints.add, {
      params: { town: of.id },
      input: { name },
    })
    return id
  }
  const higherSuggestion = () => ({
    deputyId: begun().town.otherDeputy.id,
    congressLevel: 'county',
    subject: '大郭西段河堤列入县水利项目',
    submittedOn: '2026-11-20',
  })
  const meeting = async () => {
    const id = await bring(begun().server, begun().town, 'accepted')
    const form = { leadUnitId: begun().town.unitId, coUnitIds: [begun().town.coUnitId] }
    return { heldOn, place: '镇政府会议室', items: [{ id, version: await begun().town.versionOf(id), form }] }
  }
  const review = async () => ({
    heldOn: '2026-12-10',
    place: '大郭西村委会',
    suggestionIds: [await bring(begun().server, begun().town, 'handling')],
    deputyIds: [begun().town.otherDeputy.id],
  })
  const aPhoto = (of: TestTown) => uploaded(begun().server, of)
  const letter = () => ({
    deputyId: begun().town.deputy.id,
    kind: 'report',
    text: `桥栏断了，第 ${(words += 1)} 处。`,
  })
  const unit = () => begun().elsewhere.unitId
  const village = () => begun().elsewhere.village
  const office = () => begun().town.office

  const rows: readonly Row[] = [
    [
      'saveProfile',
      ['villageId'],
      village,
      plain(
        saveProfile,
        () => begun().town.villager,
        () => ({ villageId: begun().town.village }),
      ),
    ],
    [
      'suggestionSteps.edit',
      ['form', 'villageId'],
      village,
      stepOf('edit', 'draft', 'deputy', () => ({ ...text, villageId: begun().town.village })),
    ],
    [
      'suggestionSteps.edit',
      ['form', 'wishedUnitId'],
      unit,
      stepOf('edit', 'draft', 'deputy', () => ({ ...text, wishedUnitId: begun().town.unitId })),
    ],
    [
      'suggestionSteps.inviteCoSigners',
      ['form', 'deputyIds', '0'],
      () => begun().elsewhere.coSigner.id,
      stepOf('inviteCoSigners', 'draft', 'deputy', () => ({ deputyIds: [begun().town.otherDeputy.id] })),
    ],
    [
      'suggestionSteps.accept',
      ['form', 'category'],
      () => ownCategory(begun().elsewhere),
      stepOf('accept', 'underReview', 'office', async () => ({ category: await ownCategory(begun().town) })),
    ],
    [
      'suggestionSteps.refuseAcceptance',
      ['form', 'letterUnitId'],
      unit,
      stepOf('refuseAcceptance', 'underReview', 'presidium', () => ({
        disposition: 'deputyLetter',
        letterUnitId: begun().town.unitId,
      })),
    ],
    [
      'suggestionSteps.assign',
      ['form', 'leadUnitId'],
      unit,
      stepOf('assign', 'accepted', 'office', () => ({})),
    ],
    [
      'suggestionSteps.assign',
      ['form', 'coUnitIds', '0'],
      unit,
      stepOf('assign', 'accepted', 'office', () => ({ coUnitIds: [begun().town.coUnitId] })),
    ],
    [
      'suggestionSteps.assign',
      ['form', 'separateUnitIds', '0'],
      unit,
      stepOf('assign', 'accepted', 'office', () => ({ separateUnitIds: [begun().town.coUnitId] })),
    ],
    ...(['consult', 'consultByWord'] as const).map((action): Row => [
      `suggestionSteps.${action}`,
      ['form', 'photos', '0'],
      () => aPhoto(begun().elsewhere),
      stepOf(action, 'received', action === 'consult' ? 'unit' : 'office', async () => ({
        ...(action === 'consult' ? {} : { ...forms(begun().town).consult, ...spoken, spokeBy: '赵永强' }),
        ...{ heldOn, photos: [await aPhoto(begun().town)] },
      })),
    ]),
    ...(['consult', 'consultByWord'] as const).map((action): Row => [
      `suggestionSteps.${action}`,
      ['form', 'proposerIds', '0'],
      () => bring(begun().server, begun().elsewhere, 'accepted'),
      stepOf(action, 'received', action === 'consult' ? 'unit' : 'office', (id) => ({
        ...(action === 'consult' ? {} : { ...forms(begun().town).consult, ...spoken, spokeBy: '赵永强' }),
        ...{ heldOn, proposerIds: [id] },
      })),
    ]),
    ...(['confirmConsultation', 'disputeConsultation', 'askForHead'] as const).map((action): Row => [
      `suggestionSteps.${action}`,
      ['form', 'consultationId'],
      () => openConsultation(begun().elsewhere),
      consultationStep(action, action === 'confirmConsultation' ? {} : { reason: '没有谈过。' }),
    ]),
    ...(['confirmConsultationByWord', 'disputeConsultationByWord'] as const).map((action): Row => [
      `suggestionSteps.${action}`,
      ['form', 'consultationId'],
      () => openConsultation(begun().elsewhere),
      consultationStep(
        action,
        { ...spoken, ...(action[0] === 'd' ? { reason: '没有谈过。' } : {}) },
        'office',
      ),
    ]),
    [
      'suggestionSteps.passLead',
      ['form', 'deputyId'],
      () => begun().elsewhere.coSigner.id,
      stepOf('passLead', 'received', 'office', () => ({})),
    ],
    ...rowsOfFiles(begun, stepOf),
    [
      'suggestionSteps.merge',
      ['form', 'targetId'],
      () => bring(begun().server, begun().elsewhere, 'accepted'),
      stepOf('merge', 'underReview', 'office', async () => ({
        targetId: await bring(begun().server, begun().town, 'accepted'),
      })),
    ],
    [
      'suggestionSteps.requestReturn',
      ['form', 'proposedUnitId'],
      unit,
      stepOf('requestReturn', 'assigned', 'unit', () => ({})),
    ],
    ...(
      [
        ['approveReturn', 'returnRequested'],
        ['reassign', 'received'],
        ['reHandleElsewhere', 'evaluated'],
      ] as const
    ).map(([action, state]): Row => {
      const given = stepOf(action, state, 'office', () => ({}))
      return [`suggestionSteps.${action}`, ['form', 'leadUnitId'], unit, given]
    }),
    [
      'suggestionSteps.addCoUnits',
      ['form', 'coUnitIds', '0'],
      () => begun().elsewhere.coUnitId,
      stepOf('addCoUnits', 'received', 'office', async () => ({
        coUnitIds: [await unitOfNobody(begun().server, begun().town.id)],
        nobodyConfirmed: true,
      })),
    ],
    [
      'suggestionSteps.nameConcerned',
      ['form', 'concernedIds', '0'],
      () => begun().elsewhere.office.id,
      stepOf('nameConcerned', 'received', 'deputy', () => ({})),
    ],
    [
      'suggestionSteps.releaseCoUnit',
      ['form', 'coUnitId'],
      () => begun().elsewhere.coUnitId,
      stepOf('releaseCoUnit', 'received', 'office', () => ({})),
    ],
    [
      'suggestionSteps.sendBackCoOpinion',
      ['form', 'coUnitId'],
      () => begun().elsewhere.coUnitId,
      stepOf('sendBackCoOpinion', 'handling', 'unit', () => ({})),
    ],
    [
      'opinionSteps.raise',
      ['form', 'suggestionId'],
      () => start(begun().elsewhere),
      async () => {
        const id = await opinionOf(begun().town)
        const { version } = await begun().town.deputy.client.call(showOpinion, { params: at(id) })
        return {
          endpoint: opinionSteps.raise,
          params: at(id),
          person: begun().town.deputy,
          input: { version, form: { suggestionId: await start(begun().town) } },
        }
      },
    ],
    [
      'writeOpinion',
      ['deputyId'],
      () => begun().elsewhere.deputy.id,
      plain(writeOpinion, () => begun().town.villager, letter),
    ],
    [
      'writeOpinion',
      ['villageId'],
      village,
      plain(
        writeOpinion,
        () => begun().town.villager,
        () => ({ ...letter(), villageId: begun().town.village }),
      ),
    ],
    [
      'writeOpinion',
      ['stationId'],
      () => begun().elsewhere.station,
      plain(
        writeOpinion,
        () => begun().town.villager,
        () => ({ ...letter(), stationId: begun().town.station }),
      ),
    ],
    [
      'holdMeeting',
      ['items', '0', 'id'],
      () => bring(begun().server, begun().elsewhere, 'accepted'),
      plain(holdMeeting, office, meeting),
    ],
    ['holdMeeting', ['items', '0', 'form', 'leadUnitId'], unit, plain(holdMeeting, office, meeting)],
    ['holdMeeting', ['items', '0', 'form', 'coUnitIds', '0'], unit, plain(holdMeeting, office, meeting)],
    [
      'externalSuggestions.add',
      ['deputyId'],
      () => begun().elsewhere.otherDeputy.id,
      plain(externalSuggestions.endpoints.add, office, higherSuggestion),
    ],
    [
      'externalSuggestions.add',
      ['suggestionId'],
      () => referred(begun().elsewhere),
      plain(externalSuggestions.endpoints.add, office, async () => ({
        ...higherSuggestion(),
        suggestionId: await referred(begun().town),
      })),
    ],
    [
      'externalSuggestions.add',
      ['opinionId'],
      () => opinionOf(begun().elsewhere),
      plain(externalSuggestions.endpoints.add, office, async () => ({
        ...higherSuggestion(),
        opinionId: await opinionOf(begun().town),
      })),
    ],
    [
      'suggestionCategories.add',
      ['parentCode'],
      () => ownCategory(begun().elsewhere),
      plain(suggestionCategories.endpoints.add, office, async () => ({
        name: '桥梁护栏',
        parentCode: await ownCategory(begun().town),
      })),
    ],
    [
      'planSiteReview',
      ['suggestionIds', '0'],
      () => bring(begun().server, begun().elsewhere, 'handling'),
      plain(planSiteReview, office, review),
    ],
    [
      'planSiteReview',
      ['deputyIds', '0'],
      () => begun().elsewhere.otherDeputy.id,
      plain(planSiteReview, office, review),
    ],
    [
      'makeCode',
      ['id'],
      () => begun().elsewhere.station,
      plain(makeCode, office, () => ({ kind: 'station', id: begun().town.station })),
    ],
    [
      'startPoster',
      ['stationId'],
      () => begun().elsewhere.station,
      plain(startPoster, office, () => firstPosterOf(begun())),
    ],
    ...rowsOfOffices(begun),
    ...rowsOfPaper(begun),
    ...rowsOfVoices(begun),
    ...rowsOfAttachments(begun),
  ]
  return { rows: [...rows, ...rowsOfPeople(begun), ...rowsOfPlaces(begun)], ownCategory }
}
