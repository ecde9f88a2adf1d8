/**
 * Why a certificate may be revoked, by which clause of each kind of authority, and what the CRL says of it (RFC 5280,
 * 5.3.1). No clause knows suspension: `certificateHold` is not among the reasons, and is never issued.
 */
import type { ClauseId } from '#domain/clause/clauses.ts';
import type { AuthorityKind } from './station.ts';

export type GroundReasonCode =
  | 'keyCompromise'
  | 'cACompromise'
  | 'affiliationChanged'
  | 'superseded'
  | 'cessationOfOperation'
  | 'privilegeWithdrawn';

export type GroundId =
  | 'key-compromise'
  | 'affiliation-changed'
  | 'liquidation'
  | 'cessation'
  | 'carrier-damaged'
  | 'accreditation-ended'
  | 'court-decision'
  | 'own-error-replaced'
  | 'own-error'
  | 'owners-wish';

/** What has to lie before the officer: an application, a notice, a court decision, the date itself, or a statement. */
export type GroundEvidence = 'application' | 'notice' | 'court' | 'accreditation' | 'cessation' | 'statement';

export interface Ground {
  readonly id: GroundId;
  readonly evidence: GroundEvidence;
  /** The clause for each kind of authority that has this ground. */
  readonly clauses: Partial<Readonly<Record<AuthorityKind, ClauseId>>>;
  /** Absent when the extension is left out of the CRL entry. */
  readonly reasonCode?: GroundReasonCode;
  /** For the certificate of a subordinate CA, where it differs. */
  readonly authorityReasonCode?: GroundReasonCode;
  /** No clause of the order: an officer of the authority states it in writing. */
  readonly beyondOrder?: true;
}

export const grounds: readonly Ground[] = [
  { id: 'owners-wish', evidence: 'application', clauses: { R: 'R-11.1', G: 'G-12.1', N: 'N-8.1' } },
  {
    id: 'key-compromise',
    evidence: 'application',
    clauses: { R: 'R-11.1', G: 'G-12.1', N: 'N-8.1' },
    reasonCode: 'keyCompromise',
    authorityReasonCode: 'cACompromise',
  },
  {
    id: 'affiliation-changed',
    evidence: 'application',
    clauses: { G: 'G-12.1' },
    reasonCode: 'affiliationChanged',
  },
  {
    id: 'carrier-damaged',
    evidence: 'application',
    clauses: { G: 'G-12.1', N: 'N-8.1' },
    reasonCode: 'superseded',
  },
  { id: 'liquidation', evidence: 'notice', clauses: { R: 'R-11.2' }, reasonCode: 'cessationOfOperation' },
  {
    id: 'accreditation-ended',
    evidence: 'accreditation',
    clauses: { R: 'R-11.3' },
    reasonCode: 'privilegeWithdrawn',
  },
  {
    id: 'court-decision',
    evidence: 'court',
    clauses: { R: 'R-11.4', G: 'G-12.2', N: 'N-8.2' },
    reasonCode: 'privilegeWithdrawn',
  },
  { id: 'cessation', evidence: 'cessation', clauses: { N: 'N-8.3' }, reasonCode: 'cessationOfOperation' },
  {
    id: 'own-error-replaced',
    evidence: 'statement',
    clauses: {},
    reasonCode: 'superseded',
    beyondOrder: true,
  },
  {
    id: 'own-error',
    evidence: 'statement',
    clauses: {},
    reasonCode: 'cessationOfOperation',
    beyondOrder: true,
  },
];

/** The grounds an authority of that kind has, those beyond the order last. */
export function groundsOf(kind: AuthorityKind): readonly Ground[] {
  return grounds.filter(({ clauses, beyondOrder }) => clauses[kind] !== undefined || beyondOrder === true);
}

export function groundById(id: string): Ground | null {
  return grounds.find((ground) => ground.id === id) ?? null;
}
