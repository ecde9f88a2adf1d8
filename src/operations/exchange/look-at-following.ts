import type { HeldRuleSet } from '#domain/authority/held-rule-set.ts';
import { signingGenerations } from '#domain/authority/generations.ts';
import { readRuleSet } from '#domain/authority/rule-set-file.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import {
  type AuthorityDocument,
  readAuthorityDocument,
  readCalendar,
} from '#domain/exchange/package/authority-document.ts';
import { issuerOfCrl, planFollowedCrl } from '#operations/crl/take-issuer-crl.ts';
import { officeCalendar } from '#operations/office-rules.ts';
import { newSalt } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import type { ItemOutcome } from './item-outcome.ts';

/** The newest list of the authority: by the key of the certificate that the station knows, and with a number above the one that it has (N-11). */
export async function lookAtList(
  desk: Desk,
  snapshot: Snapshot,
  station: Station,
  { octets, at, officer }: { readonly octets: Uint8Array; readonly at: Instant; readonly officer: string },
): Promise<ItemOutcome> {
  const read = readCrl(octets);
  if (!read.ok) return { type: 'unfit', because: 'CrlUnreadable' };
  const issuers = signingGenerations(station)
    .map(({ certificateDer }) => readCertificate(certificateDer))
    .flatMap((certificate) => (certificate.ok ? [certificate.value] : []));
  const issuer = await issuerOfCrl(desk, issuers, read.value);
  if (!issuer.ok) return { type: 'unfit', because: issuer.error.type };
  const planned = await planFollowedCrl(
    desk,
    snapshot,
    { list: read.value, issuer: issuer.value },
    officer,
    at,
  );
  if (planned.ok) {
    const { record, act } = planned.value;
    return {
      type: 'new',
      change: { of: 'crl', id: record.id, number: record.crlNumber ?? record.thisUpdate, act },
    };
  }
  const { type } = planned.error;
  if (type !== 'CrlNotNewer') return { type: 'unfit', because: type };
  const number = String(read.value.tbs.crlNumber ?? '');
  return { type: 'older', number };
}

/** The authority's table of moved days takes the place of the one that is here. */
export async function lookAtCalendar(
  desk: Desk,
  snapshot: Snapshot,
  octets: Uint8Array,
): Promise<ItemOutcome> {
  const rows = readCalendar(octets);
  if (rows === null) return { type: 'unfit', because: 'ItemUnreadable' };
  const held = await officeCalendar(snapshot);
  if (recordDigest({ rows }, desk.sha256) === recordDigest({ rows: held }, desk.sha256))
    return { type: 'same', number: '' };
  const record = { id: 'calendar' as const, salt: newSalt(desk.random), rows };
  return {
    type: 'new',
    change: {
      ...{ of: 'calendar', id: 'calendar' },
      act: { act: 'calendar-changed', subjects: [], puts: [{ collection: 'calendar', record }] },
    },
  };
}

/** The set of rules that the authority has passed to (N-1): what was taken in before keeps the set that it came in under. */
export function lookAtRules(
  desk: Pick<Desk, 'sha256'>,
  station: Station,
  {
    document: documentOctets,
    set,
    at,
    officer,
  }: {
    readonly document: Uint8Array;
    readonly set: Uint8Array;
    readonly at: Instant;
    readonly officer: string;
  },
): ItemOutcome {
  const document = readAuthorityDocument(documentOctets);
  if (document?.ruleSet === undefined) return { type: 'unfit', because: 'ItemUnreadable' };
  const { id } = document.ruleSet;
  if (document.kind !== station.kind || document.demonstration !== station.demonstration)
    return { type: 'unfit', because: 'PairingOfOtherKind' };
  if (station.ruleSet === id) return { type: 'same', number: id };
  const heldRuleSets = heldAfter(station, { document, octets: set }, { at, officer, sha256: desk.sha256 });
  if (heldRuleSets === null) return { type: 'unfit', because: 'PairingRulesUnreadable' };
  const after: Station = { ...station, ruleSet: id, heldRuleSets };
  return { type: 'new', change: { of: 'rules', id, station: after } };
}

/** The sets of before and the one that the authority follows, as its file has it; null where that can't be followed here. */
export function heldAfter(
  { heldRuleSets = [], ruleSet: followed, kind }: Station,
  { document: { ruleSet }, octets }: { readonly document: AuthorityDocument; readonly octets: Uint8Array },
  {
    at,
    officer,
    sha256,
  }: { readonly at: Instant; readonly officer: string; readonly sha256: Desk['sha256'] },
): readonly HeldRuleSet[] | null {
  if (ruleSet === undefined) return followed === heldRuleSets.at(-1)?.id ? null : heldRuleSets;
  const sha256Hex = bytesToHex(sha256(octets));
  const same = heldRuleSets.find(({ id }) => id === ruleSet.id);
  if (same !== undefined) return same.sha256Hex === sha256Hex ? heldRuleSets : null;
  const file = readRuleSet(octets);
  if (!file.ok || file.value.id !== ruleSet.id || file.value.authorities[kind] === undefined) return null;
  const { id, from, orderNumber: number, orderDate: date } = ruleSet;
  return [...heldRuleSets, { id, octets, sha256Hex, from, order: { number, date }, at, officer }];
}
