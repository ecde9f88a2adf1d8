import { type Digest } from '#domain/audit/audit-record.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import type { Application } from './application.ts';

/** What an examination and a decision speak of: content, documents, request. Anything else may change under them. */
export function contentDigest(application: Application, sha256: Digest): string {
  const { content, request, relation } = application;
  return recordDigest(
    { content, relation, requestDer: request?.der, requestSource: request?.source },
    sha256,
  );
}
