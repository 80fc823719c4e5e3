import { personas } from '../../server/features/demo/personas'

/** What the simulator knows of the demo: the personas as WeChat users who agreed to be told, many times. */
export const simulatorSeed = (now: Date) => ({
  users: personas.map(({ openid }) => ({ openid, lastActiveAt: now.getTime() })),
  subscriptions: personas.flatMap(({ openid }) =>
    ['sim-template-task', 'sim-template-progress'].map((templateId) => ({
      openid,
      templateId,
      accepts: 500,
    })),
  ),
})
