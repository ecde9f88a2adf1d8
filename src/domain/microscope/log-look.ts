/** What was checked of an exported log, in the order in which one thing rests on another. */
export const logSteps = [
  'records',
  'signatures',
  'statement',
  'heads',
  'key',
  'checkpoint',
  'tree',
  'tiles',
  'earlier',
  'proof',
] as const;
export type LogStep = (typeof logSteps)[number];

export interface LogFinding {
  readonly step: LogStep;
  /** `absent`: the export has nothing of that kind to be checked. */
  readonly state: 'holds' | 'fails' | 'absent';
  /** Of an earlier checkpoint or a proof: whose; of a signature: the officer. */
  readonly about?: string;
  /** How many were checked; for what fails, the number of the record. */
  readonly count?: number;
}

export interface LogLook {
  readonly file: string;
  /** The name of the log, as its checkpoint says. */
  readonly origin: string;
  readonly records: number;
  /** Of the signed checkpoint. */
  readonly size?: number;
  readonly rootHex?: string;
  /** To be compared with a verifier key that came another way: whoever forged the log has put his own here. */
  readonly verifierKey?: string;
  readonly findings: readonly LogFinding[];
}

export function isLogSound({ findings }: LogLook): boolean {
  return findings.every(({ state }) => state !== 'fails');
}

/** Whether a signed checkpoint vouches for every record: behind it, or without one, anybody may have written them. */
export function isLogVouched({ records, size }: LogLook): boolean {
  return records > 0 && size === records;
}
