import 'reflect-metadata'
import type { DataSource, EntityManager } from 'typeorm'
import type { Trouble } from './trouble'

/** Reads: explicit SQL with typed rows. */
export interface Reader {
  /** @throws Refusal `unavailable` while the database cannot be read */
  query<Rows = unknown>(sql: string, parameters?: unknown[]): Promise<Rows>
}

/** For whoever does nothing but read. */
export interface OpenReader extends Reader {
  close(): Promise<void>
}

declare const open: unique symbol
/** An open transaction. Whoever writes asks for it in the signature, so forgetting it does not compile. */
export type Tx = EntityManager & { readonly [open]: true }

/** A way to the database. Of what is asked at once each town has its turns, and what is asked for none has as many. */
export interface Access {
  /** Never sees unfinished work, and never waits for a writer. */
  readonly reader: Reader
  /**
   * Runs `work` in one transaction. On MySQL it is tried again when the database names it the victim of a deadlock.
   * @throws Refusal `unavailable` while nothing can be kept; then nothing was, or nobody knows
   */
  transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}

export interface Database extends Access {
  readonly engine: 'sqlite' | 'mysql' | 'mariadb'
  readonly source: DataSource
  /** The way of one town. */
  of: (townId: string) => Access
  /** Counts anew what the tables hold: see `analyze.ts`. After each transaction that named `manyRows` it happens by itself. */
  analyze(which: 'all' | 'grown'): Promise<void>
  /** Told after each transaction that named something, what it named: see `waking.ts`. */
  whenKept(listen: (names: ReadonlySet<string>) => void): void
  /** What the last read or write met, as long as the next one has not shown that it is over. */
  trouble(): Trouble | null
  close(): Promise<void>
}
