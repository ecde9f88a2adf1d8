import type { RegisterContent } from '#adapters/memory/memory-store.ts';
import { base64ToBytes } from '#domain/base/bytes.ts';
import type { AuthorityKind } from '#domain/authority/station.ts';
import bodies from '#tests/interop/frozen/register-G-1.json.gz?url';
import national from '#tests/interop/frozen/register-N-1.json.gz?url';
import root from '#tests/interop/frozen/register-R-1.json.gz?url';
import { type FrozenRegister, contentOfFrozen } from './frozen-register.ts';

const addresses: Readonly<Record<AuthorityKind, string>> = { G: bodies, N: national, R: root };

/** A register as an earlier version left it in a browser, fetched into a page of a test. */
export async function frozenInPage(kind: AuthorityKind): Promise<RegisterContent> {
  const file = await fetch(addresses[kind]);
  const plain = file.body?.pipeThrough(new DecompressionStream('gzip'));
  const text = await new Response(plain).text();
  const frozen = JSON.parse(text, (_, value: unknown) => {
    const base64 = (value as { base64?: unknown } | null)?.base64;
    return typeof base64 === 'string' ? base64ToBytes(base64) : value;
  }) as FrozenRegister;
  return contentOfFrozen(frozen);
}
