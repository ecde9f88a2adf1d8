import type { KeyInMaking } from '#domain/authority/generations.ts';
import type { AuthoritySubject } from './subject-name.ts';

/** The name of the authority's own certificate, and of its request for one. */
export function authoritySubject({ authority }: Pick<KeyInMaking, 'authority'>): AuthoritySubject {
  const { region, organisation, commonName, email } = authority;
  return { kind: 'authority', region, organization: organisation, commonName, email };
}
