/** `source` of rows and relations that only the starter catalogue states. */
export const STARTER_SOURCE = 'fact:starter'
