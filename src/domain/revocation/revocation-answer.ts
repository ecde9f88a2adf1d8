/** What an authority answers on an application to revoke that one of its field stations took in (N-8, N-9). */
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import type { AnswerArrival } from '#domain/application/answer.ts';

/** `declined`: the package arrived, and it could not be registered. The rest: see `RevocationDecision`. */
export const revocationOutcomes = ['declined', 'revoked', 'refused', 'overtaken'] as const;
export type RevocationOutcome = (typeof revocationOutcomes)[number];

export interface RevocationAnswer {
  readonly outcome: RevocationOutcome;
  readonly at: Instant;
  /** Number of the case at the authority; empty where it was declined. */
  readonly number: string;
  /** Of a refusal: the officer's reason. */
  readonly text?: string;
  /** Of one that was declined: name of the refusal. */
  readonly because?: string;
}

export type TakenRevocationAnswer = RevocationAnswer & AnswerArrival;

/** An older answer never takes a newer one's place, and a revocation is not undone. */
export function isNewerRevocationAnswer(
  next: Pick<RevocationAnswer, 'outcome' | 'at'>,
  held: Pick<RevocationAnswer, 'outcome' | 'at'> | undefined,
): boolean {
  if (held === undefined) return true;
  if (held.outcome === 'revoked' || next.outcome === 'revoked') return held.outcome !== 'revoked';
  return compareInstants(next.at, held.at) >= 0;
}
