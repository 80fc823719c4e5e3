/** The file cannot be read at all; the sentence says what to do. */
export class BadWorkbook extends Error {}
