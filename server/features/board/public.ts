/** Accepted, and neither confidential nor withheld by the deputy (Qingdao 2021 art. 18). */
export const isPublicSql = "s.accepted_at IS NOT NULL AND s.confidential = 0 AND s.publicity <> 'none'"
