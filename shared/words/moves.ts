/** What becomes of somebody in a group, as the history of the group says it. */
export const saysMove = {
  joined: (name: string) => `${name}编入本组`,
  left: (name: string) => `${name}离开本组`,
  leads: (name: string) => `${name}任组长`,
  leadsNoMore: (name: string) => `${name}不再任组长`,
} as const
