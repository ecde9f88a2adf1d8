import { type PairedStation, stationDigest } from '#domain/authority/paired-station.ts';
import { type Station, purposeOf } from '#domain/authority/station.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { without } from '#domain/base/without.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { pathRefusal } from '#domain/chain/path-refusal.ts';
import { whyNoRoot } from '#domain/chain/validate-path.ts';
import { authorityNameOf } from '#domain/crl/chain-standing.ts';
import {
  type AuthorityDocument,
  readAuthorityDocument,
  readCalendar,
} from '#domain/exchange/package/authority-document.ts';
import { type AuthorityPathRefusal, pathOfAuthority } from '#operations/chain/authority-path.ts';
import { isSignedBy } from '#operations/chain/verified-path.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import { statedStation } from '#operations/stated-station.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import type { ArchiveFiles } from '#ports/archive.ts';
import type { StatementRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import { heldAfter } from './look-at-following.ts';
import { type PairingFileRefusal, type PairingSeen, endedPairings, readPairingFile } from './pair-station.ts';
import { pairingPaths } from './pairing-paths.ts';

export interface PairingAnswerSeen extends PairingSeen {
  readonly document: AuthorityDocument;
  /** The authority's own, whose path holds. */
  readonly certificate: Certificate;
  /** From its issuer up to the root; none for a root. */
  readonly chainDer: readonly Uint8Array[];
}

export type LookAtAnswerRefusal =
  | PairingFileRefusal
  | AuthorityPathRefusal
  | { readonly type: 'StationMissing' | 'StationOfAuthority' }
  /** It was made for another station. */
  | { readonly type: 'PackageNotForUs'; readonly receiver: string }
  /** Nothing was asked, or something else was asked since (K06). */
  | { readonly type: 'AnswerToOtherRequest' }
  | { readonly type: 'PairingOfOtherKind'; readonly seen: string; readonly expected: string };

/** The answer to this station's own request, and the digest whose ten words both sides read aloud. Nothing is written. */
export async function lookAtPairingAnswer(
  desk: Desk,
  file: Uint8Array,
): Promise<Result<PairingAnswerSeen, LookAtAnswerRefusal>> {
  const seen = await readPairingFile(desk, file, 'pairing-answer');
  if (!seen.ok) return seen;
  const station = await (await provenReading(desk)).get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  if (purposeOf(station) !== 'field') return err({ type: 'StationOfAuthority' });
  const { receiver, answers, pairing } = seen.value.manifest;
  if (receiver !== stationDigest(station.stationCertificateDer, desk.sha256))
    return err({ type: 'PackageNotForUs', receiver });
  const asked = station.pairingAsked?.nonce;
  if (asked === undefined || answers !== asked || pairing !== asked)
    return err({ type: 'AnswerToOtherRequest' });
  const document = readAuthorityDocument(seen.value.files.get(pairingPaths.authority) ?? new Uint8Array());
  if (document === null) return err({ type: 'NotAnExchange' });
  if (document.kind !== station.kind || document.demonstration !== station.demonstration)
    return err({ type: 'PairingOfOtherKind', seen: document.kind, expected: station.kind });
  const authority = await authorityIn(desk, seen.value);
  return authority.ok ? ok({ ...seen.value, document, ...authority.value }) : authority;
}

/**
 * The authority's certificate with those above it: its path holds up to a root among them, every signature verified (RFC 5280 §6.1). A root of its
 * own has nobody above it: the ten words are what it is known by, and its signature is its own.
 */
async function authorityIn(
  desk: Desk,
  { files }: PairingSeen,
): Promise<Result<Pick<PairingAnswerSeen, 'certificate' | 'chainDer'>, LookAtAnswerRefusal>> {
  const read = readCertificate(files.get(pairingPaths.certificate) ?? new Uint8Array());
  if (!read.ok) return err({ type: 'NotAnExchange' });
  const certificate = read.value;
  const above: Certificate[] = [];
  for (const der of chainIn(files)) {
    const each = readCertificate(der);
    if (!each.ok) return err({ type: 'NotAnExchange' });
    above.push(each.value);
  }
  const now = desk.clock.now();
  if (above.length > 0) {
    const path = await pathOfAuthority(desk, certificate, [certificate, ...above], now);
    return path.ok ? ok({ certificate, chainDer: path.value.map(({ der }) => der) }) : path;
  }
  const unfit = whyNoRoot(certificate, now);
  if (unfit !== null) return err(unfit);
  return (await isSignedBy(desk, certificate, certificate))
    ? ok({ certificate, chainDer: [] })
    : err(pathRefusal('SignatureInvalid', authorityNameOf(certificate.tbs)));
}

export type TakeAnswerRefusal =
  | LookAtAnswerRefusal
  | TransactionRefusal
  | StatementRefusal
  | { readonly type: 'Locked' | 'PairingDiffers' }
  /** The rules or the calendar that came with it can't be read by this program: it has to be a newer one. */
  | { readonly type: 'PairingRulesUnreadable' };

/**
 * The officer has compared the words of that digest with the authority. The field station then belongs to it: names it on its forms, follows its
 * rules and its calendar, encrypts to it and to nobody else. That the attestation is over this station's key, the key worker sees.
 */
export async function takePairingAnswer(
  desk: Desk,
  command: { readonly file: Uint8Array; readonly manifestSha256: string },
): Promise<Result<Station, TakeAnswerRefusal>> {
  if (!desk.custody.isUnlocked()) return err({ type: 'Locked' });
  const seen = await lookAtPairingAnswer(desk, command.file);
  if (!seen.ok) return seen;
  const { manifest, manifestSha256, files, document, certificate, chainDer } = seen.value;
  if (manifestSha256 !== command.manifestSha256) return err({ type: 'PairingDiffers' });
  const rows = readCalendar(files.get(pairingPaths.calendar) ?? new Uint8Array());
  const attestationDer = files.get(pairingPaths.attestation) ?? new Uint8Array();
  const attestation = readCertificate(attestationDer);
  if (!attestation.ok) return err({ type: 'NotAnExchange' });
  if (rows === null) return err({ type: 'PairingRulesUnreadable' });
  return transact<Station, TakeAnswerRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    if (before.pairingAsked?.nonce !== manifest.answers) return err({ type: 'AnswerToOtherRequest' });
    const octets = files.get(pairingPaths.ruleSet) ?? new Uint8Array();
    const heldRuleSets = heldAfter(before, { document, octets }, { at, officer, sha256: desk.sha256 });
    if (heldRuleSets === null) return err({ type: 'PairingRulesUnreadable' });
    const peer: PairedStation = {
      pairing: manifest.pairing,
      certificateDer: seen.value.certificateDer,
      recipient: seen.value.recipient,
      attestationDer,
      validUntil: attestation.value.tbs.notAfter,
      pairedAt: at,
      officer,
    };
    // Whoever was its authority before is so no more, this very one among them.
    const others = new Set(
      (before.pairedStations ?? []).map((each) => stationDigest(each.certificateDer, desk.sha256)),
    );
    const kept = [...others].reduce(
      (record, other): Station => ({
        ...record,
        pairedStations: endedPairings(record, other, { at, officer, because: 'replaced' }, desk),
      }),
      before,
    );
    const next: Station = {
      ...without(kept, 'pairingAsked'),
      authority: document.authority,
      addresses: document.addresses,
      suite: document.suite,
      authorityValidityYears: document.validityYears,
      authoritySpkiDer: certificate.tbs.publicKey.der,
      authorityCertificateDer: certificate.der,
      chainDer,
      ruleSet: document.ruleSet?.id ?? before.ruleSet,
      ...(heldRuleSets.length === 0 ? {} : { heldRuleSets }),
      pairedStations: [...(kept.pairedStations ?? []), peer],
    };
    const stated = await statedStation(desk, snapshot, before, next);
    if (!stated.ok) return stated;
    return ok({
      acts: [
        {
          act: 'station-paired' as const,
          subjects: [manifest.sender, manifest.pairing],
          puts: [
            { collection: 'station' as const, record: stated.value },
            {
              collection: 'calendar' as const,
              record: { id: 'calendar' as const, salt: newSalt(desk.random), rows },
            },
          ],
        },
      ],
      answer: stated.value,
    });
  });
}

function chainIn(files: ArchiveFiles): readonly Uint8Array[] {
  const chain: Uint8Array[] = [];
  for (let place = 1; ; place++) {
    const der = files.get(pairingPaths.chain(place));
    if (der === undefined) return chain;
    chain.push(der);
  }
}
