/** What every page of a matter is given. */
export interface OneMatter {
  town: string
  id: string
  /** Something was done: the list beside it is another one now. */
  changed?: () => void
}
