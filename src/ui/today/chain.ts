import { generationOf, signingGenerations } from '#domain/authority/generations.ts';
import { type Rehearsal, rehearsalOf } from '#domain/authority/rehearsal.ts';
import { renewalAdvice } from '#domain/authority/renewal.ts';
import type { Station, StationSettings } from '#domain/authority/station.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { nextListDue, reminderDays } from '#domain/crl/cadence.ts';
import { type ChainRefusal, authorityNameOf, whyChainFails } from '#domain/crl/chain-standing.ts';
import { type KeyState, chainEnds, keyStates } from '#domain/crl/key-states.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import type { Reading } from '#operations/office.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { rulesUnder } from '#ui/state/rules.ts';
import type { AgendaItem } from './agenda.ts';
import type { DayAtDesk } from './today-items.ts';

export interface ChainLink {
  readonly name: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly isOwn: boolean;
  /** How many authorities stand above it. */
  readonly depth: number;
  /** The key before this one: where it stands in the list, and since when this one issues. */
  readonly replaces?: { readonly index: number; readonly at: Instant };
}

export interface ChainState {
  /** For each key of the station's authority, oldest first: from the root down to it, then those in force right below it. */
  readonly links: readonly ChainLink[];
  /** Why nothing can be issued under it; null when nothing hinders. */
  readonly refusal: ChainRefusal | null;
  /** When the key backup is to be opened again, which closes issuing as well in the end. */
  readonly rehearsal: Rehearsal | null;
  /** CRLs of the authorities above that have to be taken in, lists of former keys, the key's renewal, keys without their carriers. */
  readonly items: readonly AgendaItem[];
  /** A certificate is over at the earliest end in the chain above it. */
  readonly isInForce: (entry: RegisterEntry) => boolean;
}

/** Read after the rest is shown: the readers of certificates and CRLs are no part of the first screen's script. */
export async function chainState(
  station: Station | undefined,
  reading: Reading,
  { entries, crls }: { readonly entries: readonly RegisterEntry[]; readonly crls: readonly CrlRecord[] },
  day: DayAtDesk,
): Promise<ChainState> {
  const { now } = day;
  const ends = station === undefined ? new Map<number, Instant>() : chainEnds(station);
  const isInForce = (entry: RegisterEntry) =>
    entryStatus(entry, now, ends.get(entry.generation)) === 'in-force';
  if (station?.authorityCertificateDer === undefined)
    return { links: [], refusal: null, rehearsal: null, items: [], isInForce };
  const links = linksOf(station, entries.filter(isInForce));
  const keys = keyStates(station, crls, entries, now);
  const renewal = renewalItems(station, keys, day);
  const lists = keys.flatMap((key) => formerListItems(key, station.settings, day));
  const rehearsal = rehearsalOf(station, now);
  const rehearsals = rehearsalItems(rehearsal, day);
  // Rare, and their words are no part of the first screen's.
  if (renewal.length + lists.length + rehearsals.length > 0 || keys.length > 1) await words.whole();
  const worded = [...rehearsals, ...renewal, ...lists].map(({ text, ...item }) => ({
    ...item,
    text: text(),
  }));
  // Nothing of another authority's is loaded for it (G-8).
  if (station.kind === 'G')
    worded.push(
      ...(await (
        await import('./carrier-items.ts')
      ).carrierItems(reading, (of) => rulesUnder({ station }, of))),
    );
  const kept = await reading.list('issuerCrl');
  const above = links.filter(
    ({ isOwn, depth, notAfter }) => !isOwn && depth < ownDepth(links) && notAfter >= now,
  );
  const issuerItems = above.flatMap(({ name }): AgendaItem[] => {
    const t = words.t.today;
    const of = kept.find(({ issuerName }) => issuerName === name);
    const item = { id: `i${name}`, kind: 'issuer-crl', href: '#/crl' } as const;
    if (of === undefined) return [{ ...item, text: t.issuerCrlNone(name), dueOn: calendarDateOf(now) }];
    return of.nextUpdate === undefined
      ? []
      : [{ ...item, text: t.issuerCrl(name), dueOn: calendarDateOf(of.nextUpdate) }];
  });
  const read = kept.map(({ der }) => readCrl(der)).flatMap((list) => (list.ok ? [list.value] : []));
  const chain = certificatesOf([station.authorityCertificateDer, ...station.chainDer]);
  const refusal = chain.length < 2 ? null : whyChainFails(chain, read, now);
  return { links, refusal, rehearsal, items: [...issuerItems, ...worded], isInForce };
}

function certificatesOf(ders: readonly Uint8Array[]): readonly Certificate[] {
  return ders.map(readCertificate).flatMap((read) => (read.ok ? [read.value] : []));
}

/** An authority above two of our keys is drawn once. */
function linksOf(station: Station, inForce: readonly RegisterEntry[]): readonly ChainLink[] {
  const links: ChainLink[] = [];
  const drawn: Uint8Array[] = [];
  let before: { readonly index: number; readonly at: Instant } | undefined;
  for (const { generation, certificateDer, chainDer } of signingGenerations(station)) {
    const fromRoot = certificatesOf([certificateDer, ...chainDer]).toReversed();
    for (const [depth, { der, tbs }] of fromRoot.entries()) {
      if (drawn.some((each) => bytesEqual(each, der))) continue;
      const isOwn = depth === fromRoot.length - 1;
      drawn.push(der);
      const { notBefore, notAfter } = tbs;
      const replaces = isOwn && before !== undefined ? { replaces: before } : {};
      links.push({ name: authorityNameOf(tbs), notBefore, notAfter, isOwn, depth, ...replaces });
    }
    const replacedAt = station.formerAuthorities?.find((each) => each.generation === generation)?.replacedAt;
    before = replacedAt === undefined ? undefined : { index: links.length - 1, at: replacedAt };
    const below = inForce.filter((entry) => entry.generation === generation);
    links.push(...authoritiesBelow(below, fromRoot.length));
  }
  return links;
}

function ownDepth(links: readonly ChainLink[]): number {
  return Math.max(0, ...links.filter(({ isOwn }) => isOwn).map(({ depth }) => depth));
}

function authoritiesBelow(entries: readonly RegisterEntry[], depth: number): readonly ChainLink[] {
  return entries
    .filter((entry) => entry.subject.kind === 'authority')
    .map(({ subject: { commonName: name }, notBefore, notAfter }) => ({
      name,
      notBefore,
      notAfter,
      isOwn: false,
      depth,
    }));
}

/** Its text is asked for when the words are there. */
type Worded = Omit<AgendaItem, 'text'> & { readonly text: () => string };

/** A key's renewal: spoken of ahead of the day on which the present key no longer covers a full term; then until it is finished. */
function renewalItems(
  station: Station,
  keys: readonly KeyState[],
  { rules, now }: DayAtDesk,
): readonly Worded[] {
  const present = keys.find(({ generation }) => generation === generationOf(station));
  if (present === undefined || station.ceasedOn !== undefined) return [];
  const { state, neededBy } = renewalAdvice(present, rules, now);
  const item = { id: 'renewal', kind: 'renewal', href: '#/station/renewal' } as const;
  const due = state === 'not-yet' ? {} : { dueOn: neededBy };
  const { nextAuthority: next } = station;
  if (next !== undefined) {
    const { commonName } = next.authority;
    return [{ ...item, ...due, text: () => words.t.renewal.agenda.making(commonName) }];
  }
  return state === 'not-yet'
    ? []
    : [{ ...item, ...due, text: () => words.t.renewal.agenda.due(present.name) }];
}

/** The yearly rehearsal of the key backup, from a month ahead on. */
function rehearsalItems(rehearsal: Rehearsal | null, { rules }: DayAtDesk): readonly Worded[] {
  if (rehearsal === null || rehearsal.state === 'done') return [];
  const { dueOn } = rehearsal;
  const clause = rules.clauses.safekeeping;
  const item = { id: 'rehearsal', kind: 'rehearsal', href: '#/media', remindDays: 30 } as const;
  return [{ ...item, dueOn, clause, text: () => words.t.rehearsal.item }];
}

/** What a former key still owes: the next list or its last one, what no list carries yet, and a list that is not published. */
function formerListItems(
  key: KeyState,
  settings: StationSettings,
  { rules, now }: DayAtDesk,
): readonly Worded[] {
  const { generation, name, isPresent, duty, newest } = key;
  if (isPresent) return [];
  const items: Worded[] = [];
  const unpublished = newest !== undefined && newest.publishedAt === undefined;
  if (unpublished)
    items.push({
      id: `p${newest.id}`,
      kind: 'crl-unpublished',
      text: () => words.t.today.unpublished(newest.crlNumber),
      href: `#/crl/${newest.id}`,
      dueOn: calendarDateOf(now),
      clause: rules.clauses.publication,
    });
  if (duty === 'ended' || duty === 'nothing-more') return items;
  const isLast = duty === 'last-list';
  return [
    ...items,
    {
      id: `next-crl-${String(generation)}`,
      kind: 'crl-due',
      text: () => (isLast ? words.t.renewal.agenda.lastList(name) : words.t.renewal.agenda.list(name)),
      href: '#/crl',
      dueOn: calendarDateOf(newest === undefined ? now : nextListDue(newest, settings)),
      remindDays: reminderDays(settings),
      clause: rules.clauses.crl,
    },
  ];
}
