import type { AuthorityGeneration } from '#domain/authority/station.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { parseTbsCertificate } from '#domain/certificate/parse-tbs-certificate.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import type { PathRule } from '#domain/chain/path-refusal.ts';
import { validatePath } from '#domain/chain/validate-path.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { readDer } from '#domain/der/reader.ts';

export interface ForbiddenByChain {
  readonly type: 'ForbiddenByChain';
  readonly rule: PathRule;
  readonly section: string;
}

/** What binds names and policies of everything below. */
const binding: ReadonlySet<string> = new Set<string>([
  oid.nameConstraints,
  oid.policyConstraints,
  oid.inhibitAnyPolicy,
]);

/**
 * Whether an authority above forbids the certificate that is about to be signed: its name, its addresses, or a missing policy (RFC 5280
 * §6.1.3 (b), (c), (f)). Nobody would accept it, so it is not made. Costs nothing where nobody above binds anything.
 */
export function whyOutsideChain(
  {
    generation,
    certificate,
  }: {
    readonly generation: Pick<AuthorityGeneration, 'chainDer'>;
    readonly certificate: Pick<Certificate, 'tbs'>;
  },
  tbsDer: Uint8Array,
  now: Instant,
): ForbiddenByChain | null {
  const above = chainAbove(generation);
  if (above === null) return null;
  const below = { tbs: parseTbsCertificate(readDer(tbsDer), []) };
  const valid = validatePath([...above, certificate, below], now);
  if (valid.ok) return null;
  const { rule, section } = valid.error;
  return { type: 'ForbiddenByChain', rule, section };
}

type Above = readonly Certificate[];

const chains = new WeakMap<object, Above | null>();

/** The certificates above, from the root down, read once for a generation's object; null where none of them binds anything. */
function chainAbove(generation: Pick<AuthorityGeneration, 'chainDer'>): Above | null {
  const known = chains.get(generation);
  if (known !== undefined) return known;
  const above = generation.chainDer.map(readCertificate).flatMap((read) => (read.ok ? [read.value] : []));
  const binds = above.some(({ tbs }) =>
    (tbs.extensions ?? []).some(({ oid: dotted }) => binding.has(dotted)),
  );
  const chain = binds ? above.reverse() : null;
  chains.set(generation, chain);
  return chain;
}
