/** What is said in the three languages of the interface. */
export interface Words {
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
}
