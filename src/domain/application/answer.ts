/**
 * What an authority answers on an application that one of its field stations took in: kept at the field station beside the application, which
 * itself stays as it was handed in. The decision is the authority's (N-5.3); here it is known, and the certificate is handed over (N-6).
 */
import { type Instant, compareInstants } from '#domain/base/instant.ts';

/** `declined`: the package arrived, and this application could not be registered. `withdrawn`: an approval was taken back. */
export const applicationOutcomes = ['declined', 'approved', 'withdrawn', 'refused', 'issued'] as const;
export type ApplicationOutcome = (typeof applicationOutcomes)[number];

export interface AnsweredCertificate {
  /** Hex. */
  readonly serialNumber: string;
  /** Running number in the authority's register. */
  readonly number: number;
  readonly der: Uint8Array;
}

export interface ApplicationAnswer {
  readonly outcome: ApplicationOutcome;
  /** When it became so at the authority. */
  readonly at: Instant;
  /** Number of the application there; empty where it was declined. */
  readonly number: string;
  /** Of a refusal (R-10, N-5): `ground` is one of the rule set's. */
  readonly grounds: readonly { readonly ground: string; readonly text: string }[];
  /** Of one that was declined: name of the refusal. */
  readonly because?: string;
  readonly certificate?: AnsweredCertificate;
}

/** How an answer came. */
export interface AnswerArrival {
  /** SHA-256 of the package's manifest. */
  readonly package: string;
  readonly takenAt: Instant;
}

export type TakenAnswer = ApplicationAnswer & AnswerArrival;

/** Whether nothing is waited for any more: the next one, if any, corrects it. */
export function isEndedBy(answer: Pick<ApplicationAnswer, 'outcome'> | undefined): boolean {
  return answer !== undefined && answer.outcome !== 'approved' && answer.outcome !== 'withdrawn';
}

/**
 * Whether `next` takes the place of `held`. Media come in any order: an older answer never takes a newer one's place, and a certificate that
 * was issued is not made unissued by an authority that has forgotten it.
 */
export function isNewerAnswer(
  next: Pick<ApplicationAnswer, 'outcome' | 'at'>,
  held: Pick<ApplicationAnswer, 'outcome' | 'at'> | undefined,
): boolean {
  if (held === undefined) return true;
  if (held.outcome === 'issued' || next.outcome === 'issued') return held.outcome !== 'issued';
  return compareInstants(next.at, held.at) >= 0;
}
