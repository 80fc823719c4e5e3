/** C: one community source or an observed reply. D: our own inference. */
export type Row = [endpoint: string, confidence: 'C' | 'D', assumption: string, why: string]
