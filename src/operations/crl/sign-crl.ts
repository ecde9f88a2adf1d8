import { generationNumbered } from '#domain/authority/generations.ts';
import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import { listedSince } from '#domain/archive/archive-package.ts';
import { type Instant, addSeconds, compareInstants } from '#domain/base/instant.ts';
import { findingUnder } from '#domain/authority/citing.ts';
import { rulesOf } from '#domain/authority/rule-sets.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { Finding } from '#domain/clause/finding.ts';
import { examineCrl } from '#domain/crl/examine-crl.ts';
import type { CrlChunkRecord, CrlRecord } from '#domain/crl/published-crl.ts';
import { writeSignedHead } from '#domain/crl/signed-head.ts';
import { assembleCrl, writeTbsCertList } from '#domain/crl/write-crl.ts';
import type { SigningIntent } from '#domain/register/register-entry.ts';
import type { SignRefusal, StatementRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import {
  type AuthorityAtWork,
  type AuthorityRefusal,
  authorityAtWork,
} from '#operations/certificate/prepare.ts';
import { type IntentClosed, openIntent } from '#operations/open-intent.ts';
import { lockAfterAct } from '#operations/lock.ts';
import {
  type RevocationUnlisted,
  chunksOf,
  crlId,
  isSuccessorKey,
  lastCrlOf,
  nextCrlNumber,
  nextUpdateOf,
  revocationsIn,
  stationAfterList,
} from './crl-series.ts';
import { type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';
import { rootOf } from '#domain/audit/log-tree.ts';
import { touchesCrl } from '#domain/audit/fault-reach.ts';
import { logEdge, requireSound } from '#operations/soundness.ts';
import { type RegisterTouched, verifiedHead } from '#operations/verified-head.ts';

export type SignCrlRefusal =
  | TransactionRefusal
  | AuthorityRefusal
  | SignRefusal
  | StatementRefusal
  | RegisterTouched
  | IntentClosed
  | RevocationUnlisted
  | { readonly type: 'ExaminationFailed'; readonly findings: readonly Finding[] }
  | { readonly type: 'NextUpdateNotLater'; readonly nextUpdate: Instant };

export interface SignCrlCommand {
  readonly nextUpdate?: Instant;
  /** Of the key; absent: the one that issues. */
  readonly generation?: number;
}

const attempts = 3;

interface Prepared {
  readonly authority: AuthorityAtWork;
  readonly tbsDer: Uint8Array;
  readonly number: bigint;
  readonly thisUpdate: Instant;
  readonly nextUpdate: Instant;
  readonly chunks: readonly CrlChunkRecord[];
  /** Those that no list before has carried. */
  readonly added: readonly string[];
  readonly intent: SigningIntent;
}

/**
 * The next full CRL (N-11, N-14), derived from the register and nothing else (R-3.7, G-2.5, N-2.6). It is signed and stored here; that it was written to
 * a medium, and placed where anybody can see it, are facts of their own (`publish-crl.ts`). `nextUpdate` is the station's setting unless given,
 * and never later than the end of the authority's certificate (B07). Each generation of the key has its own list, of what it
 * issued; the first list of a key that is to follow makes it the one that issues.
 *
 * What was revoked while the key signed makes the list anew; after a few times it is registered as it was signed, and says of no
 * revocation that it carries it unless it does (J09). So does another list of the same key that came in between.
 */
export async function signCrl(
  desk: Desk,
  command: SignCrlCommand = {},
): Promise<Result<CrlRecord, SignCrlRefusal>> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const sound = await requireSound(desk, 'crl');
    if (!sound.ok) return sound;
    const prepared = await commitIntent(desk, command);
    if (!prepared.ok) return prepared;
    const { authority, tbsDer } = prepared.value;
    const { suite } = authority.generation;
    const spkiDer = authority.certificate.tbs.publicKey.der;
    const signed = await desk.custody.signAsAuthority({
      what: 'crl',
      tbs: [tbsDer],
      ...{ suite, spkiDer, station: authority.station },
    });
    if (!signed.ok) return signed;
    const signature = signed.value[0];
    if (signature === undefined) return err({ type: 'SignatureSuspect' });
    const der = assembleCrl(tbsDer, suite, signature);
    const stored = await commitCrl(desk, prepared.value, der, attempt === attempts);
    if (!stored.ok) return stored;
    if (stored.value === null) continue;
    await lockAfterAct(desk);
    return ok(stored.value);
  }
  return err({ type: 'RegisterBusy' });
}

function commitIntent(
  desk: Desk,
  { nextUpdate: wanted, generation: generationNumber }: SignCrlCommand,
): Promise<Result<Prepared, SignCrlRefusal>> {
  return transact<Prepared, SignCrlRefusal>(desk, async (snapshot, now) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const authority = authorityAtWork(desk, await snapshot.get('station', 'station'), now, generationNumber);
    if (!authority.ok) return authority;
    const { station, certificate, issuer, generation: key } = authority.value;
    if (isSuccessorKey(station, key.generation) && station.ceasedOn !== undefined)
      return err({ type: 'AuthorityCeased' });
    const last = await lastCrlOf(snapshot, key.generation);
    // Two CRLs within one second would have one thisUpdate: the second one waits (B06).
    const thisUpdate =
      last !== undefined && compareInstants(now, last.thisUpdate) <= 0 ? addSeconds(last.thisUpdate, 1) : now;
    const end = certificate.tbs.notAfter;
    const asked = wanted ?? (await nextUpdateOf(snapshot, authority.value, thisUpdate));
    const nextUpdate = compareInstants(asked, end) > 0 ? end : asked;
    if (compareInstants(nextUpdate, thisUpdate) <= 0) return err({ type: 'NextUpdateNotLater', nextUpdate });
    const chunks = await chunksOf(snapshot, key.generation);
    const carried = await revocationsIn(snapshot, key.generation, chunks);
    if (!carried.ok) return carried;
    const number = await nextCrlNumber(snapshot, station, last, thisUpdate);
    const tbsDer = writeTbsCertList({
      issuerDer: issuer.subjectDer,
      suite: key.suite,
      thisUpdate,
      nextUpdate,
      crlNumber: number,
      authorityKeyIdentifier: issuer.keyIdentifier,
      // Revoked certificates stay listed after their end, until their retention ends; the list says since when.
      expiredCertsOnCrl: listedSince(certificate.tbs.notBefore, await snapshot.list('archivePackage')),
      onlyAuthorities: station.kind === 'R',
      chunks,
    });
    const findings = examineCrl(tbsDer, {
      issuer: certificate.tbs,
      issuerSuite: key.suite,
      issuerKeyIdentifier: issuer.keyIdentifier,
      now: thisUpdate,
      onlyAuthorities: station.kind === 'R',
      ...(last === undefined
        ? {}
        : { last: { crlNumber: BigInt(last.crlNumber), thisUpdate: last.thisUpdate } }),
    })
      .filter(({ severity }) => severity === 'must')
      .map((finding) => findingUnder(rulesOf(station), finding));
    if (findings.length > 0) return err({ type: 'ExaminationFailed', findings });
    const intent: SigningIntent = {
      id: newId(desk.random),
      salt: newSalt(desk.random),
      what: 'crl',
      number: String(number),
      tbsSha256Hex: bytesToHex(desk.sha256(tbsDer)),
      officer,
      at: now,
      outcome: 'open',
    };
    const added = carried.value.filter(({ firstCrl }) => firstCrl === undefined).map(({ id }) => id);
    return ok({
      acts: [
        { act: 'crl-intended', subjects: [intent.number], puts: [{ collection: 'intent', record: intent }] },
      ],
      answer: { authority: authority.value, tbsDer, number, thisUpdate, nextUpdate, chunks, added, intent },
    });
  });
}

function commitCrl(
  desk: Desk,
  prepared: Prepared,
  der: Uint8Array,
  isLastAttempt: boolean,
): Promise<Result<CrlRecord | null, SignCrlRefusal>> {
  return transact<CrlRecord | null, SignCrlRefusal>(desk, async (snapshot, time) => {
    const { number, thisUpdate, nextUpdate, chunks, authority } = prepared;
    const intent = await openIntent(snapshot, prepared.intent.id, [prepared.tbsDer], desk.sha256);
    if (intent === null) return err({ type: 'IntentClosed' });
    const { generation } = authority.generation;
    const last = await lastCrlOf(snapshot, generation);
    const isOvertaken =
      last !== undefined &&
      (number <= BigInt(last.crlNumber) || compareInstants(thisUpdate, last.thisUpdate) <= 0);
    const isMoved = !isSameList(chunks, await chunksOf(snapshot, generation));
    if (isOvertaken || (isMoved && !isLastAttempt)) {
      const given: SigningIntent = { ...intent, outcome: 'abandoned' };
      const puts = [{ collection: 'intent' as const, record: given }];
      return ok({
        acts: [{ act: 'intent-abandoned', subjects: [intent.id, intent.number], puts }],
        answer: null,
      });
    }
    // From what was signed: another list may have carried one of them meanwhile.
    const entries = (
      await Promise.all(prepared.added.map((serialNumber) => snapshot.get('entry', serialNumber)))
    ).filter(
      (entry) => entry !== undefined && entry.revocation !== undefined && entry.firstCrl === undefined,
    );
    const headJson = await headText(desk, snapshot, authority.station.stationId, String(number), thisUpdate);
    const record: CrlRecord = {
      id: crlId(number),
      salt: newSalt(desk.random),
      crlNumber: String(number),
      generation,
      thisUpdate,
      nextUpdate,
      entryCount: chunks.reduce((count, chunk) => count + chunk.entryCount, 0),
      added: entries.flatMap((entry) => entry?.id ?? []),
      sha256Hex: bytesToHex(desk.sha256(der)),
      octets: der.length,
      signedBy: intent.officer,
      headJson,
      headSignatureDer: await desk.custody.signDetached(encodeUtf8(headJson), time),
    };
    // A revocation says which list first carried it: the entries get the number in the same act. Officially known it is by publishing (N-11).
    const carried = entries
      .filter((entry) => entry !== undefined)
      .map((entry) => ({
        collection: 'entry' as const,
        record: { ...entry, salt: newSalt(desk.random), firstCrl: record.crlNumber },
      }));
    const station = await snapshot.get('station', 'station');
    // The key may have been given up since its list was intended.
    if (station === undefined || generationNumbered(station, generation) === undefined)
      return err({ type: 'NotSetUp' });
    const after = await stationAfterList(desk, snapshot, station, { generation, at: thisUpdate });
    if (!after.ok) return after;
    return ok({
      acts: [
        {
          act: 'crl-signed',
          // Whoever signs the list says by that which head of the log goes out with it.
          subjects: [record.crlNumber, bytesToHex(desk.sha256(encodeUtf8(headJson)))],
          puts: [
            // A number that another list has is refused: nothing is ever written over a list.
            { collection: 'crl', record, isNew: true },
            { collection: 'intent', record: { ...intent, outcome: 'done' } },
            ...carried,
            ...after.value.ofList,
          ],
        },
        ...after.value.ofRenewal,
      ],
      unauditedPuts: [{ collection: 'crlFile', record: { id: record.id, octets: der }, isNew: true }],
      answer: record,
    });
  });
}

/** Whether those are the very entries that are registered now. */
function isSameList(signed: readonly CrlChunkRecord[], present: readonly CrlChunkRecord[]): boolean {
  return (
    signed.length === present.length &&
    signed.every(({ id, octets }, i) => present[i]?.id === id && bytesEqual(octets, present[i].octets))
  );
}

/** The log's head as it stands when the CRL is signed. */
async function headText(
  desk: Desk,
  snapshot: Snapshot,
  stationId: string,
  number: string,
  time: Instant,
): Promise<string> {
  const edge = await logEdge(desk, snapshot);
  // A checkpoint vouches for the lines before it (decision 0135): none is made where something came in that is wrong with them.
  const isSound = !verifiedHead(desk.store).faults.some(touchesCrl);
  const tree = { size: edge.size, root: rootOf(edge, desk.sha256) };
  return writeSignedHead({
    ...(isSound ? await desk.custody.signCheckpoint(tree) : {}),
    stationId,
    crlNumber: number,
    time,
    seq: snapshot.head?.seq ?? 0,
    hash: snapshot.head?.hash ?? '',
  });
}
