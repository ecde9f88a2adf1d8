/** A place outside the register that keeps how far the station has got, and fails apart from it. */
export interface MarkerPlace {
  /** Null where nothing is kept, and where the browser refuses the place. */
  read(): Promise<string | null>;
  /** Never rejects: a marker that stays behind is lawful. */
  write(text: string): Promise<void>;
}
