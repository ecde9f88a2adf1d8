import { type Digest } from '#domain/audit/audit-record.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import type { Application } from './application.ts';

/** What an examination and a decision speak of: content, documents, days, request. Anything else may change under them. */
export function contentDigest(
  application: Pick<Application, 'content' | 'request' | 'relation' | 'arrivedOn' | 'paperDate'>,
  sha256: Digest,
): string {
  const { content, request, relation, arrivedOn, paperDate } = application;
  const days = { arrivedOn, paperDate };
  return recordDigest(
    { content, relation, requestDer: request?.der, requestSource: request?.source, ...days },
    sha256,
  );
}
