import type { AuditAct } from '#domain/audit/audit-act.ts';

export const actGroups = [
  'station',
  'application',
  'certificate',
  'revocation',
  'crl',
  'file',
  'refused',
] as const;
export type ActGroup = (typeof actGroups)[number];

const groups: Readonly<Partial<Record<AuditAct, ActGroup>>> = {
  'unlock-refused': 'refused',
  'request-refused': 'refused',
  'import-refused': 'refused',
  'applications-imported': 'application',
  'attachment-added': 'application',
  'examination-confirmed': 'application',
  'approval-withdrawn': 'application',
  'issue-intended': 'certificate',
  'paper-placed': 'certificate',
  'accreditation-recorded': 'certificate',
  'issuer-crl-taken': 'crl',
  'intent-abandoned': 'certificate',
  'key-pair-handed-over': 'certificate',
  'activity-ceased': 'revocation',
  'certificate-revoked': 'revocation',
  'backup-written': 'file',
  'file-exported': 'file',
  'register-restored': 'file',
  'records-archived': 'file',
  'package-made': 'file',
  'package-written': 'file',
  'package-seen-again': 'file',
  'package-taken': 'file',
  'answer-taken': 'application',
  'sender-stopped': 'refused',
};

/** Which filter an act is found under; by the first word of its name unless it is listed above. */
export function groupOf(act: AuditAct): ActGroup {
  const named = groups[act];
  if (named !== undefined) return named;
  const word = act.split('-')[0];
  return actGroups.find((group) => group === word) ?? 'station';
}
