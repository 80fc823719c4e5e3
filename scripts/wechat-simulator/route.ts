/** `token`: from anywhere with an access token. `cloud`: from a container of 云托管 without one (section 1.3). */
export type Route = 'token' | 'cloud'
