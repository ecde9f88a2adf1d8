/**
 * What an officer's key signs when an application is approved: which application of which station, under which rules, and the digest of everything that the
 * certificate follows from (`content-digest.ts`). The authority's key signs a certificate for no other (N-5.2, N-5.3, R-9, G-7).
 */
import type { Digest } from '#domain/audit/audit-record.ts';
import { firstRuleSet } from '#domain/authority/rule-sets.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { Application, Confirmation } from './application.ts';
import { contentDigest } from './content-digest.ts';

/** What of an application its approval speaks of, and what it rests on. */
export type ApprovedApplication = Pick<
  Application,
  | 'id'
  | 'ruleSet'
  | 'content'
  | 'request'
  | 'relation'
  | 'arrivedOn'
  | 'paperDate'
  | 'examination'
  | 'decision'
> &
  /** Who entered it and when, under four eyes. */
  Partial<Pick<Application, 'receivedBy' | 'receivedAt' | 'correctedBy'>>;

/** What the key worker is shown of an application. */
export function approvedPartOf({
  id,
  ruleSet,
  content,
  request,
  relation,
  arrivedOn,
  paperDate,
  receivedBy,
  receivedAt,
  correctedBy,
  examination,
  decision,
}: Application): ApprovedApplication {
  return {
    ...{ id, content, receivedBy, receivedAt },
    ...(correctedBy === undefined ? {} : { correctedBy }),
    ...(ruleSet === undefined ? {} : { ruleSet }),
    ...(request === undefined ? {} : { request }),
    ...(relation === undefined ? {} : { relation }),
    ...(arrivedOn === undefined ? {} : { arrivedOn }),
    ...(paperDate === undefined ? {} : { paperDate }),
    ...(examination === undefined ? {} : { examination }),
    ...(decision === undefined ? {} : { decision }),
  };
}

const format = 'tirkelim-approval';

/** RFC 8785 canonical form, UTF-8: the octets that are signed (P-256, IEEE P1363). */
export function approvalOctets(
  stationId: string,
  application: ApprovedApplication,
  { officer, at }: { readonly officer: string; readonly at: Instant },
  sha256: Digest,
): Uint8Array {
  const { id: applicationId, ruleSet = firstRuleSet } = application;
  return encodeUtf8(
    canonicalForm({
      format,
      version: 1,
      ...{ stationId, applicationId, ruleSet, officer, at },
      contentDigest: contentDigest(application, sha256),
    }),
  );
}

const confirmationFormat = 'tirkelim-confirmation';

/**
 * What an officer's key signs under four eyes for each confirmation of an examination: that this person has seen this very content. RFC 8785
 * canonical form, UTF-8.
 */
export function confirmationOctets(
  stationId: string,
  application: Omit<ApprovedApplication, 'examination' | 'decision'>,
  { clause, officer, at }: Pick<Confirmation, 'clause' | 'officer' | 'at'>,
  sha256: Digest,
): Uint8Array {
  const { id: applicationId, ruleSet = firstRuleSet } = application;
  return encodeUtf8(
    canonicalForm({
      ...{ format: confirmationFormat, version: 1 },
      ...{ stationId, applicationId, ruleSet, clause, officer, at },
      contentDigest: contentDigest(application, sha256),
    }),
  );
}
