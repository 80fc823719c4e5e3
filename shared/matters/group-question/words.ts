/** `第三代表小组：赞成 9 位，不赞成 1 位，没有意见 0 位`. */
export const spokenAnswer = (
  group: string,
  { inFavour, against, noOpinion }: { inFavour: number; against: number; noOpinion: number },
) => `${group}：赞成 ${inFavour} 位，不赞成 ${against} 位，没有意见 ${noOpinion} 位`
