/** A private MariaDB: own folder, own port, gone after `stop`. */
export interface Mariadb {
  url: string
  /** As when its machine loses it: no farewell. Its files stay, and `startAgain` finds them. */
  kill: () => Promise<void>
  startAgain: () => Promise<void>
  stop: () => Promise<void>
}
export function findMariadb(): string | undefined
/** @param where `onDisk` for what grows to gigabytes; in memory, where there is room, unless told */
export function startMariadb(where?: { onDisk?: boolean }): Promise<Mariadb>
