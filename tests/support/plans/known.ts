import type { Fault, Finding } from './judge'

/**
 * Reads that by nature go through a town, and are asked for now and then by somebody who is ready to wait. No table is
 * read through for them all the same.
 */
export const heavy: Readonly<Record<string, string>> = {
  exportLedger: 'the ledger is every suggestion of a town',
  showAnnualReport: 'the report of a year counts every suggestion of it',
  giveReport: 'the same, once a year, to be kept',
  takeAnnualReport: 'the same report as Word',
  showPublicReport: 'the same report without its categories, for everyone',
  showFigures: 'the figures count every suggestion of a town',
  showMonth: 'the month of a chair is made of these figures, and of what lies longest',
  showCountyFigures: 'the figures of a county are those of its towns',
  listAgeing: 'of all that is in hand the last event is compared, to find what lies longest',
  listVillageNotices:
    'what nobody could be told of hangs on a wall, whole, until somebody notes that it was told',
  showBulletin: 'a bulletin counts what a month or a quarter brought',
  showTown: 'the home page of a town says how much is in hand and how much was answered',
}

interface Exception {
  fault: Fault
  /** Enough of the statement to know it by. */
  sql: string
  because: string
  /** The other one has a better plan for it. */
  only?: 'mariadb'
}

/** Single statements that look like it and are none. */
export const exceptions: readonly Exception[] = [
  {
    fault: 'counts',
    sql: "SELECT SUM(CASE WHEN sm.state NOT IN ('notAccepted', 'withdrawn', 'closed', 'archived') THEN 1 ELSE 0 END) AS inHand",
    because:
      'what the deputies of one station brought is counted for its page, which is kept until it changes',
    only: 'mariadb',
  },
  {
    fault: 'sorts',
    sql: "JSON_OBJECT('no', e.suggestion_no, 'subject', e.subject, 'confidential', e.confidential, 'text', e.text)",
    because:
      'what a unit has answered within two years at about the same length: looked through until five hundred are found, when it replies',
    only: 'mariadb',
  },
  {
    fault: 'sorts',
    sql: 'SELECT s.id, c.id AS commitmentId',
    because: 'the promises of a town, the newest first, are those of all its suggestions',
    only: 'mariadb',
  },
  {
    fault: 'sorts',
    sql: "m.kind = 'contentCheck' AND m.state = 'pending' AND k.text IS NOT NULL",
    because:
      'what waits for WeChat to look at is emptied every few seconds, and by people after an hour without it',
  },
  {
    fault: 'sorts',
    sql: "m.kind = 'contentCheck' AND m.state = 'pending' AND k.photo_id IS NOT NULL",
    because: 'the same of photos',
  },
  {
    fault: 'sorts',
    sql: "'validReason', CASE WHEN d.valid THEN d.reason END",
    because:
      'what was rated below in a year stands with the suggestions of a town; somebody decides on it a few times a year',
  },
  {
    fault: 'sorts',
    sql: 'SELECT congress_session_id AS sessionId, period, COUNT(*) AS count',
    because: 'what a session was given is counted where the office keeps its sessions',
  },
  {
    fault: 'counts',
    sql: 'SELECT congress_session_id AS sessionId, period, COUNT(*) AS count',
    because: 'the same',
  },
  {
    fault: 'counts',
    sql: 'SELECT category AS id, COUNT(*) AS count FROM suggestion',
    because: 'what is filed under a category is counted where the office keeps them',
  },
  {
    fault: 'sorts',
    sql: 'SELECT category AS id, COUNT(*) AS count FROM suggestion',
    because: 'the same: MariaDB sorts what it counts',
    only: 'mariadb',
  },
  {
    fault: 'reads through',
    sql: "'from matter_event.person_id'",
    because:
      'whatever names somebody who was written down twice is looked for once in all tables, and moved by its keys',
  },
  {
    fault: 'sorts',
    sql: "'from matter_event.person_id'",
    because: 'the same',
  },
  {
    fault: 'sorts',
    sql: "SELECT 'receptionServed reception' AS part",
    because:
      'what one deputy did in all their years is some hundreds of things; in this town one has thousands',
    only: 'mariadb',
  },
  {
    fault: 'sorts',
    sql: "SELECT 'votes' AS part",
    because: 'of two who are one, in which ballots that run both have voted: none as a rule',
    only: 'mariadb',
  },
]

/** There it has to be met, or it is listed no longer. */
export const isMetBySqlite = (one: Exception | string) => typeof one === 'string' || one.only !== 'mariadb'

export const isKnown = ({ fault, by, sql }: Finding, used: Set<unknown>): boolean => {
  if (fault !== 'reads through' && fault !== 'skips' && by.every((name) => name in heavy)) {
    for (const name of by) used.add(name)
    return true
  }
  const found = exceptions.find((one) => one.fault === fault && sql.includes(one.sql))
  if (found) used.add(found)
  return found !== undefined
}
