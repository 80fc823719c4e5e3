export function findMariadb(): string | undefined
/** A private MariaDB: own folder, own port, gone after `stop`. */
export function startMariadb(): Promise<{ url: string; stop: () => Promise<void> }>
