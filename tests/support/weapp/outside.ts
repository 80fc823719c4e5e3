/** What lies beyond the phone; handed in by the test, because a window has no sockets of its own. */
export interface Outside {
  /** The one host that the mini-program is allowed to ask, as it was compiled into it. */
  apiBase: string
  carry: (request: Carried) => Promise<Answered>
  /** Sends a picture or a document of the phone as one part of a form. */
  upload: (
    request: Omit<Carried, 'body'> & {
      name: string
      filePath: string
      /** What is said beside it. */
      formData: Readonly<{ [name: string]: string }>
    },
  ) => Promise<Answered>
  /** A login code for the person who holds this phone. */
  loginCode: () => Promise<string>
  /** The pop-up of subscribe messages; the person says yes to all of them. */
  subscribe: (templateIds: unknown) => Promise<Readonly<{ [key: string]: unknown }>>
  /** What WeChat keeps of the person's choices. */
  setting: () => Promise<Readonly<{ [key: string]: unknown }>>
  /** What the button for the phone number tells: a code, or why there is none. */
  phoneCode: () => Promise<Readonly<{ [key: string]: unknown }>>
  /** Whether the person has agreed to the privacy guide on another day. */
  privacyAgreed: boolean
  now: () => number
  /** What stays on the phone when the mini-program is closed: name → JSON. */
  storage: Map<string, string>
}

export interface Carried {
  url: string
  method: string
  headers: Readonly<{ [name: string]: string }>
  body: string | undefined
}
export interface Answered {
  status: number
  headers: Readonly<{ [name: string]: string }>
  bytes: Uint8Array
}
