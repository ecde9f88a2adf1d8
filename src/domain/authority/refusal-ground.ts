/** Why an application may be refused. Which of them an authority has, and by which clause, is its rule set's. */
export type RefusalGround =
  | 'data-incorrect'
  | 'data-disagree'
  | 'document-missing'
  | 'information-unreliable'
  | 'possession-not-proved'
  | 'owner-has-key'
  | 'other';
