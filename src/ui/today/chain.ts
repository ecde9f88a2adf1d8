import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import type { Station } from '#domain/authority/station.ts';
import type { Reading } from '#operations/office.ts';
import type { ChainRefusal } from '#domain/crl/chain-standing.ts';
import { type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { AgendaItem } from './agenda.ts';

export interface ChainLink {
  readonly name: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly isOwn: boolean;
  /** How many authorities stand above it. */
  readonly depth: number;
}

export interface ChainState {
  /** From the root down to the station's own authority, then those in force right below it. */
  readonly links: readonly ChainLink[];
  /** Why nothing can be issued under it; null when nothing hinders. */
  readonly refusal: ChainRefusal | null;
  /** CRLs of the authorities above that have to be taken in; keys that did not reach their carriers. */
  readonly items: readonly AgendaItem[];
}

/** Read after the rest is shown: the readers of certificates and CRLs are no part of the first screen's script. */
export async function chainState(
  station: Station | undefined,
  reading: Reading,
  entries: readonly RegisterEntry[],
  now: Instant,
): Promise<ChainState> {
  if (station?.authorityCertificateDer === undefined) return { links: [], refusal: null, items: [] };
  // Nothing of another authority's is loaded for it (G-8).
  const carrierItems =
    station.kind === 'G' ? await (await import('./carrier-items.ts')).carrierItems(reading) : [];
  const { readCertificate } = await import('#domain/certificate/read-certificate.ts');
  const { authorityNameOf, whyChainFails } = await import('#domain/crl/chain-standing.ts');
  const chain = [station.authorityCertificateDer, ...station.chainDer].flatMap((der) => {
    const read = readCertificate(der);
    return read.ok ? [read.value] : [];
  });
  const links = chain.map(({ tbs }, i): ChainLink => {
    const { notBefore, notAfter } = tbs;
    const depth = chain.length - 1 - i;
    return { name: authorityNameOf(tbs), notBefore, notAfter, isOwn: i === 0, depth };
  });
  const tree = [...links.toReversed(), ...authoritiesBelow(entries, chain.length, now)];
  if (chain.length < 2) return { links: tree, refusal: null, items: carrierItems };
  const { readCrl } = await import('#domain/crl/read-crl.ts');
  const kept = await reading.list('issuerCrl');
  const lists = kept.flatMap(({ der }) => {
    const read = readCrl(der);
    return read.ok ? [read.value] : [];
  });
  const items = links.slice(1).flatMap(({ name }): AgendaItem[] => {
    const t = words.t.today;
    const of = kept.find(({ issuerName }) => issuerName === name);
    const item = { id: `i${name}`, kind: 'issuer-crl', href: '#/crl' } as const;
    if (of === undefined) return [{ ...item, text: t.issuerCrlNone(name), dueOn: calendarDateOf(now) }];
    return of.nextUpdate === undefined
      ? []
      : [{ ...item, text: t.issuerCrl(name), dueOn: calendarDateOf(of.nextUpdate) }];
  });
  return { links: tree, refusal: whyChainFails(chain, lists, now), items: [...items, ...carrierItems] };
}

function authoritiesBelow(
  entries: readonly RegisterEntry[],
  depth: number,
  now: Instant,
): readonly ChainLink[] {
  return entries
    .filter((entry) => entry.subject.kind === 'authority' && entryStatus(entry, now) === 'in-force')
    .map(({ subject: { commonName: name }, notBefore, notAfter }) => ({
      name,
      notBefore,
      notAfter,
      isOwn: false,
      depth,
    }));
}
