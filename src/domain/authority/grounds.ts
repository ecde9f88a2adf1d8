/**
 * Why a certificate may be revoked, by which clause, and what the CRL says of it (RFC 5280, 5.3.1). Which grounds there are is the rule
 * set's. No reason is a suspension: `certificateHold` is not among them, and is never issued.
 */
import type { Words } from '#domain/base/words.ts';

export const groundReasonCodes = [
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'privilegeWithdrawn',
] as const;
export type GroundReasonCode = (typeof groundReasonCodes)[number];

/** What has to lie before the officer: an application, a notice, a court decision, the date itself, or a statement. */
export const groundEvidences = [
  'application',
  'notice',
  'court',
  'accreditation',
  'cessation',
  'statement',
] as const;
export type GroundEvidence = (typeof groundEvidences)[number];

export interface Ground {
  readonly id: string;
  readonly evidence: GroundEvidence;
  /** Absent for one that no clause has. */
  readonly clause?: string;
  /** Absent when the extension is left out of the CRL entry. */
  readonly reasonCode?: GroundReasonCode;
  /** No clause of the act: an officer of the authority states it in writing. */
  readonly beyondOrder?: true;
  readonly words: Words;
  /** In a notice and a journal, in Kazakh. */
  readonly onPaper: string;
}

interface HasGrounds {
  readonly grounds: readonly Ground[];
}

export function groundById({ grounds }: HasGrounds, id: string): Ground | null {
  return grounds.find((ground) => ground.id === id) ?? null;
}

/** In Kazakh; by its id where the rules have none of that id. */
export function groundOnPaper(rules: HasGrounds, { ground }: { readonly ground: string }): string {
  return groundById(rules, ground)?.onPaper ?? ground;
}

/** The first one that rests on such evidence: of an act that knows what it revokes for, and not which ground that is. */
export function groundOf({ grounds }: HasGrounds, evidence: GroundEvidence): Ground | null {
  return grounds.find((ground) => ground.evidence === evidence) ?? null;
}
