import { type Place, placesIn } from '../../../scripts/faults/places'
import { sampleOf } from '../../../scripts/faults/sample'
import { contract } from '../../../server/http/contract'

/** What cannot be tried by swapping, and why that is as well. */
const notSwapped: Readonly<Record<string, string>> = {
  'suggestionSteps.putOnAgenda form.category':
    'a motion needs five signers; the category is looked up by what accepts one',
  'suggestionSteps.waiveCoOpinion form.coUnitId':
    'two months have to pass; the unit is looked up by what sends one back',
  'absences.change form.personId': 'whose it is does not change, whatever is sent',
  'visits.change form.deputyId': 'the same',
  'goodDeeds.change form.deputyId': 'the same',
  'contactVoters.change form.deputyId': 'the same',
  'contactEntries.change form.personId': 'the same',
  'setPassword password': 'what somebody thought of, no id of anything',
  'castVote blind': 'a random text of the voter, no id of anything',
  'listSimilar village': 'narrows a search that begins with the town; a foreign one finds nothing',
  'drawSlip slip': 'random bits of a phone, no id of anything',
  'castBallot slip': 'the same',
  'keepMarks marks.0.id': 'made on the device, no id of anything that is there',
  'keepMarks marks.0.undoes': 'a mark of the same roll; what is none undoes nothing',
  'holdMeeting items.0.form.separateUnitIds.0': 'the form of one hand-over, tried above',
}

/** Every id that an input of the contract may carry, but for those. */
export const placesOfIds = () =>
  [...contract]
    .flatMap(([name, { input }]) => {
      const sample = sampleOf(input)
      return placesIn(sample)
        .filter((place) =>
          isId(
            place,
            place.reduce((inside, key) => (inside as Record<string, unknown>)[key], sample),
          ),
        )
        .map((place) => `${name} ${place.join('.')}`)
    })
    .filter((one) => !(one in notSwapped))

/** The sample of an id is its pattern; a category has a shorter one. */
const isId = (place: Place, value: unknown) =>
  value === 'a'.repeat(26) || ['category', 'parentCode'].includes(place.at(-1) ?? '')
