/** An account by its id, or by the token that somebody shows: whether that still holds is asked along with it. */
export type Account = string | { tokenDigest: string }

/** The account where a statement compares with one; it takes one parameter. */
export const accountSql = (account: Account) =>
  typeof account === 'string' ? '?' : '(SELECT account_id FROM sign_in WHERE token_digest = ?)'
export const accountParameter = (account: Account) =>
  typeof account === 'string' ? account : account.tokenDigest
