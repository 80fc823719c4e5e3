import type { PostKind } from '../../shared/permissions'
import { rulesOf } from '../../shared/rules/rules'
import { type ContactKind, contactWarning } from '../../shared/words/two-way-contacts'
import { wrongField } from '../../shared/words/refusals'
import { isHeld } from '../database/in-office'
import type { Keeping } from '../engine/registers/kept-register'
import { contactedInTown, contactPicks } from '../features/contacts/contact-picks'
import { readTownRules } from '../features/rules/rule-set'
import { personInTown } from '../features/people/in-town'

/** By which posts somebody is of a kind. */
const postsOf: Readonly<Record<Exclude<ContactKind, 'county'>, readonly PostKind[]>> = {
  presidium: ['presidiumMember'],
  government: ['leadingOfficial', 'unitLeader', 'unitHead'],
}
const notOfKind = {
  presidium: '这位现在不是主席团成员，请重新选择，或者改“哪一类”。',
  government: '这位现在不是领办领导、分管领导或单位负责人，请重新选择，或者改“哪一类”。',
} as const

export const contactLink: Keeping = {
  own: ['position'],
  fill: ({ before, others }) => ({
    position: before?.own.position ?? Math.max(-1, ...others.map(({ own }) => Number(own.position))) + 1,
  }),
  lists: { deputyIds: { table: 'contact_link_deputy', row: 'contact_link_id', picks: 'person_id' } },
  async check(tx, { townId, before, values, others }) {
    const { contactKind, personId, countyLeader } = values
    const kind = contactKind as ContactKind
    const isSame = personId === before?.values.personId && contactKind === before?.values.contactKind
    if (kind === 'county') {
      if (personId !== null) throw wrongField('personId', '县领导只写姓名，这里请去掉。')
      if (countyLeader === null) throw wrongField('countyLeader', '请填写县领导姓名。')
    } else {
      if (countyLeader !== null) throw wrongField('countyLeader', '不是县领导，这里请去掉。')
      if (personId === null) throw wrongField('personId', '请选择谁联系。')
      if (!isSame) {
        await personInTown(tx, townId, personId)
        const posts = await tx.query<{ kind: PostKind }[]>(
          `SELECT o.post_kind AS kind FROM post o WHERE o.town_id = ? AND o.person_id = ? AND ${isHeld('o')}`,
          [townId, personId],
        )
        if (!posts.some((post) => postsOf[kind].includes(post.kind)))
          throw wrongField('personId', notOfKind[kind])
      }
    }
    const who = kind === 'county' ? 'countyLeader' : 'personId'
    if (others.some((one) => one.endedOn === null && one.values[who] === values[who]))
      throw wrongField(who, '这位已经有联系安排，请直接改那一条。')
    await contactedInTown(tx, townId, before, values)
  },
  picks: contactPicks,
  async warns(reader, townId) {
    const rules = rulesOf(await readTownRules(reader, townId))
    return ({ contactKind, deputyGroupId, deputyIds }) =>
      contactWarning(
        rules,
        contactKind as ContactKind | null,
        deputyGroupId as string | null,
        deputyIds as readonly string[] | null,
      )
  },
}
