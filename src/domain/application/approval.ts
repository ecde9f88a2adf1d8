/**
 * What an officer's key signs when an application is approved: which application of which station, under which rules, and the digest of everything that the
 * certificate follows from (`content-digest.ts`). The authority's key signs a certificate for no other (N-5.2, N-5.3, R-9, G-7).
 */
import type { Digest } from '#domain/audit/audit-record.ts';
import { firstRuleSet } from '#domain/authority/rule-sets.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { Application } from './application.ts';
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
>;

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
