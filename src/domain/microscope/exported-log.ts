import {
  type AuditRecord,
  type Digest,
  auditHash,
  exportedRecordText,
  genesisHash,
  payloadDigest,
} from '#domain/audit/audit-record.ts';
import type { Checkpoint } from '#domain/audit/checkpoint.ts';
import { type TreeEdge, appendLeaf, emptyEdge, leafHash, rootOf, treeEntry } from '#domain/audit/log-tree.ts';
import { logTiles } from '#domain/audit/log-tiles.ts';
import { readAuditRecord } from '#domain/audit/read-audit-record.ts';
import { provenBy, readTlogProof } from '#domain/audit/tlog-proof.ts';
import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import { readStrictJson } from '#domain/base/strict-json.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import type { LogFinding, LogLook } from './log-look.ts';
import { type NoteVerifier, type VerifyEd25519, openCheckpoint, readVerifierKey } from './signed-note.ts';

export type LogFiles = ReadonlyMap<string, Uint8Array>;

export interface LogTools {
  readonly sha256: Digest;
  readonly verifyEd25519: VerifyEd25519;
}

/** A checkpoint or a proof that was given beside the log. */
export interface GivenNote {
  readonly name: string;
  readonly text: string;
}

/** Whether an archive is an exported log. */
export function isExportedLog(files: LogFiles): boolean {
  return files.has('log.jsonl');
}

/** What the auditor holds from before: a checkpoint or a proof (c2sp.org/tlog-checkpoint, tlog-proof). */
export function isNote(text: string): boolean {
  return text.startsWith('c2sp.org/tlog-proof@') || /^[^\n]+\n\d{1,15}\n[A-Za-z0-9+/]{43}=\n\n— /u.test(text);
}

/**
 * The log as a stranger checks it: each record's hash and place, the key of the checkpoint, the tree of RFC 6962 over the records,
 * the tiles, and that what was signed before is a beginning of it. Signatures of officers are the caller's (`recordsOf`).
 */
export function lookAtLog(
  file: string,
  files: LogFiles,
  notes: readonly GivenNote[],
  tools: LogTools,
): LogLook {
  const text = (name: string) => decodeUtf8(files.get(name) ?? new Uint8Array()) ?? '';
  const { records, brokenAt } = recordsOf(files, tools.sha256);
  const findings: LogFinding[] = [
    brokenAt === null
      ? { step: 'records', state: 'holds', count: records.length }
      : { step: 'records', state: 'fails', count: brokenAt },
  ];
  const vkey = text('vkey.txt').trim();
  const base = { file, origin: '', records: records.length };
  const earlier = [...files.keys()]
    .filter((name) => name.startsWith('checkpoints/'))
    .map((name) => ({ name, text: text(name) }));
  const signedBefore = [...earlier, ...notes];
  // What was signed before is proved by nothing of a log that nobody has signed.
  const unproved = signedBefore.map(({ name, text: note }): LogFinding => {
    return { step: readTlogProof(note) === null ? 'earlier' : 'proof', state: 'fails', about: name };
  });
  if (!files.has('vkey.txt'))
    return { ...base, findings: [...findings, { step: 'key', state: 'absent' }, ...unproved] };
  const verifier = readVerifierKey(vkey, tools.sha256);
  findings.push({ step: 'key', state: verifier === null ? 'fails' : 'holds' });
  if (verifier === null) return { ...base, verifierKey: vkey, findings };
  const checkpoint = openCheckpoint(text('checkpoint'), verifier, tools.verifyEd25519);
  findings.push({ step: 'checkpoint', state: checkpoint === null ? 'fails' : 'holds' });
  const known = { ...base, origin: verifier.origin, verifierKey: vkey };
  if (checkpoint === null) return { ...known, findings };
  const entries = records.map(treeEntry);
  const edges = edgesOf(entries, tools.sha256);
  findings.push({
    step: 'tree',
    state: isBeginning(checkpoint, edges, tools.sha256) ? 'holds' : 'fails',
    count: checkpoint.size,
  });
  findings.push(tilesFinding(files, entries.slice(0, checkpoint.size), tools.sha256));
  const log: CheckedLog = { verifier, edges, entries, tools };
  return {
    ...known,
    size: checkpoint.size,
    rootHex: bytesToHex(checkpoint.root),
    findings: [...findings, ...signedBefore.map((note) => noteFinding(note, log))],
  };
}

interface CheckedLog {
  readonly verifier: NoteVerifier;
  /** Of the tree over the first n records, by n. */
  readonly edges: readonly TreeEdge[];
  readonly entries: readonly Uint8Array[];
  readonly tools: LogTools;
}

/** An earlier checkpoint has to be a beginning of this log; a proof, to prove a record that stands in it. */
function noteFinding({ name, text }: GivenNote, { verifier, edges, entries, tools }: CheckedLog): LogFinding {
  const proof = readTlogProof(text);
  if (proof === null) {
    const earlier = openCheckpoint(text, verifier, tools.verifyEd25519);
    const holds = earlier !== null && isBeginning(earlier, edges, tools.sha256);
    return {
      step: 'earlier',
      state: holds ? 'holds' : 'fails',
      about: name,
      ...(earlier === null ? {} : { count: earlier.size }),
    };
  }
  const signed = openCheckpoint(proof.checkpoint, verifier, tools.verifyEd25519);
  const entry = entries[proof.index];
  const holds =
    signed !== null &&
    isBeginning(signed, edges, tools.sha256) &&
    provenBy(proof, tools.sha256) !== null &&
    entry !== undefined &&
    bytesEqual(entry, proof.entry);
  return { step: 'proof', state: holds ? 'holds' : 'fails', about: name, count: proof.index + 1 };
}

function isBeginning({ size, root }: Checkpoint, edges: readonly TreeEdge[], sha256: Digest): boolean {
  const ours = edges[size];
  return ours !== undefined && bytesEqual(rootOf(ours, sha256), root);
}

function edgesOf(entries: readonly Uint8Array[], sha256: Digest): readonly TreeEdge[] {
  const edges = [emptyEdge];
  let edge = emptyEdge;
  for (const entry of entries) {
    edge = appendLeaf(edge, leafHash(entry, sha256), sha256);
    edges.push(edge);
  }
  return edges;
}

/** Every tile and bundle that the tree has, octet for octet, and no other. */
function tilesFinding(files: LogFiles, entries: readonly Uint8Array[], sha256: Digest): LogFinding {
  const given = [...files.keys()].filter((name) => name.startsWith('tile/'));
  if (given.length === 0) return { step: 'tiles', state: 'absent' };
  const right = logTiles(entries, sha256);
  const differs =
    given.length !== right.size || given.some((name) => !isSame(right.get(name), files.get(name)));
  return { step: 'tiles', state: differs ? 'fails' : 'holds', count: given.length };
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && bytesEqual(a, b);
}

export interface ReadRecords {
  /** Up to the first that is broken. */
  readonly records: readonly AuditRecord[];
  /** Number of the first line that is no record, or not the one that has to follow; null where all are whole. */
  readonly brokenAt: number | null;
}

/** The lines of the log, each held against its own digests and the one before. */
export function recordsOf(files: LogFiles, sha256: Digest): ReadRecords {
  const text = decodeUtf8(files.get('log.jsonl') ?? new Uint8Array());
  if (text === null) return { records: [], brokenAt: 1 };
  const records: AuditRecord[] = [];
  let previous: string = genesisHash;
  for (let at = 0, end = 0; at < text.length; at = end + 1) {
    end = text.indexOf('\n', at);
    const record = end < 0 ? null : recordOf(text.slice(at, end));
    const isNext =
      record !== null &&
      record.seq === records.length + 1 &&
      record.previous === previous &&
      record.payloadDigest === payloadDigest(record.writes, sha256) &&
      record.hash === auditHash(record, sha256);
    if (!isNext) return { records, brokenAt: records.length + 1 };
    records.push(record);
    previous = record.hash;
  }
  return { records, brokenAt: null };
}

/** A line that was written otherwise than the program writes it (RFC 8785) is another line, though it says the same. */
function recordOf(line: string): AuditRecord | null {
  const record = readAuditRecord(readStrictJson(line));
  return record !== null && exportedRecordText(record) === line ? record : null;
}
