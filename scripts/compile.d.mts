/** Where a module of the server stands once it is compiled. @param module as `server/main` */
export function compiled(module: string): string
export function compileIfStale(): void
