/** What the program or the machine can break by. Shown to the officer in words, and told in a report by this code alone. */
export type FaultCode =
  /** The key worker ended by itself: every open key is gone with it. */
  | 'custody-worker'
  /** The station was locked while a key was at work; what was under way failed as a whole (D08). */
  | 'custody-locked'
  | 'printing-worker'
  | 'verification-worker'
  | 'gost-worker'
  /** What was read from the register is not what the officers' acts wrote: nothing was done with it. */
  | 'register-touched'
  /** The register was written by a newer version of the program: nothing was opened and nothing changed. */
  | 'register-newer'
  /** Another tab brought a newer version, and this one has closed its register (G04). */
  | 'register-closed';

/**
 * Broken is what nobody at the desk can answer for: thrown, and caught once at the top. `detail` is the name of an error's
 * class and never its message, which may hold what somebody typed.
 */
export class Fault extends Error {
  readonly code: FaultCode;

  constructor(code: FaultCode, detail?: string, options?: ErrorOptions) {
    super(detail === undefined ? code : `${code}: ${detail}`, options);
    this.name = 'Fault';
    this.code = code;
  }
}
