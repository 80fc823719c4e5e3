import { describeErrcode } from './errcodes'

/** The one way an endpoint says no; the data plane turns it into a reply with the rid of the request. */
export class Refusal extends Error {
  constructor(
    readonly errcode: number,
    text: string,
  ) {
    super(text)
  }
}

export function refuse(errcode: number, text = describeErrcode(errcode)): never {
  throw new Refusal(errcode, text)
}
