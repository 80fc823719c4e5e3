/** Ids by natural key, so that running an import again changes instead of doubling. */
export interface Places {
  townId: string
  countyId: string | null
  villages: Map<string, string>
  groups: Map<string, string>
  districts: Map<string, string>
  units: Map<string, string>
}
