import type { Door, DoorGroup } from './door'

const toRegister = (register: string, word: string, note: string, group: DoorGroup = 'places'): Door => ({
  name: register,
  word,
  note,
  group,
  to: 'keepPlaces',
  page: `register/list?name=${register}`,
})

/** Units, groups, districts, stations and villages are kept behind doors that differ in nothing but what is kept. */
export const doorsToPlaces: readonly Door[] = [
  toRegister('handlingUnit', '承办单位', '改名、合并、分设、撤销，谁收得到'),
  toRegister('deputyGroup', '代表小组', '组长、组员，谁收得到'),
  toRegister('electoralDistrict', '选区', '镇、县两级的选区，名额和包括的村'),
  toRegister('liaisonStation', '代表之家和站点', '站长、联络员、开放时间、值守代表'),
  toRegister('village', '村（社区）', '改名、撤销、增加，户数和人口'),
  toRegister('area', '自然村和小组', '各有多少户、多少人', 'records'),
  toRegister('association', '代表协会', '按专业特长编在一起的代表'),
  toRegister('election', '选民数和参选率', '每个选区、每次选举', 'records'),
  toRegister('stationCheck', '站点达标检查', '六有、七有，还差什么', 'records'),
  toRegister('stationAsset', '站点资产和报刊', '有什么、发了什么', 'records'),
  toRegister('congressRule', '制度', '现行的和旧版，打印上墙', 'records'),
  toRegister('townEvent', '本镇沿革', '撤乡建镇、历届人大', 'records'),
]
