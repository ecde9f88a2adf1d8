import { bytesToHex } from '#domain/base/bytes.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { parseCertificationRequest } from '#domain/application/certification-request/parse-certification-request.ts';
import { signatureAlgorithmOf } from '#domain/application/certification-request/request-signature.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { authorityNameOf } from '#domain/crl/chain-standing.ts';
import type { CertificateList } from '#domain/crl/certificate-list.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { contentKindOf } from '#domain/der/content-kind.ts';
import { displayName } from '#domain/der/name.ts';
import { isSameName } from '#domain/der/name-match.ts';
import { type GivenNote, isExportedLog, isNote } from '#domain/microscope/exported-log.ts';
import {
  type FilePart,
  carriedBy,
  describePart,
  filePartsOf,
  microscopeLimitOctets,
} from '#domain/microscope/file-parts.ts';
import { examineForeignCertificate, examineForeignCrl } from '#domain/microscope/foreign-examination.ts';
import type { LogLook } from '#domain/microscope/log-look.ts';
import type { GivenFile, Look, LookedAt, RefusedFile } from '#domain/microscope/looked-at.ts';
import type { Desk } from '#ports/desk.ts';
import type { Magnifier } from '#ports/magnifier.ts';
import { type Among, chainSeen, issuerOf, originOf } from './chain-seen.ts';
import type { KnownHere } from './known-here.ts';
import { isListSignedBy, listingOf } from './lists-seen.ts';
import { logSeen } from './log-seen.ts';
import { openedSafes } from './safes-seen.ts';

/** What looking takes; a stranger's page has no more than this. */
export type LookDesk = Pick<Desk, 'verifier' | 'sha1' | 'sha256' | 'clock' | 'archive' | 'verifyAct'> &
  Magnifier;

export interface LookCommand {
  readonly files: readonly GivenFile[];
  /** For what of them is a PKCS#12; kept nowhere. */
  readonly passphrase?: string;
}

/** What becomes of an archive when it is unpacked. */
const unpackedLimitOctets = 512 * 1024 * 1024;
/** Of all files together: each is held against the others. */
const mostParts = 400;
/** Files of an archive that is no log. */
const mostInArchive = 200;

/** Files under the microscope, held against each other and what is known besides. Nothing is stored, and nothing decided. */
export async function lookWith(
  desk: LookDesk,
  { files, passphrase }: LookCommand,
  known: KnownHere,
): Promise<Look> {
  const opened: Opened = { parts: [], refused: [], logs: [], notes: notesAmong(files) };
  for (const file of files) await open(desk, file, opened);
  const parts: Found[] = [];
  for (const { file, part } of opened.parts) {
    const id = parts.push({ file, part }) - 1;
    if (part.kind === 'cms') {
      const carried = carriedBy(part.der);
      if (parts.length + carried.length > mostParts) opened.refused.push(tooMany(file, parts, carried));
      else parts.push(...carried.map((each) => ({ file, part: each, carriedBy: id })));
    }
    if (part.kind !== 'pkcs12') continue;
    const { safes, certificates } = await openedSafes(desk, part.der, passphrase);
    parts[id] = { file, part, safes };
    parts.push(
      ...certificates.map((der) => ({ file, part: { kind: 'certificate', der } as const, carriedBy: id })),
    );
  }
  const context = contextOf(parts, known);
  const seen: LookedAt[] = [];
  for (const [id, found] of parts.entries()) seen.push(await lookedAt(desk, { ...found, id }, context));
  const { refused, logs } = opened;
  return { parts: seen, refused, logs, hasRegister: known.seek !== undefined };
}

interface Opened {
  readonly parts: { readonly file: string; readonly part: FilePart }[];
  readonly refused: RefusedFile[];
  readonly logs: LogLook[];
  readonly notes: readonly GivenNote[];
}

type Found = Pick<LookedAt, 'file' | 'part' | 'carriedBy' | 'safes'>;

function notesAmong(files: readonly GivenFile[]): readonly GivenNote[] {
  return files.flatMap(({ name, octets }) => {
    const text = octets === undefined || octets.length > 1_048_576 ? null : decodeUtf8(octets);
    return text !== null && isNote(text) ? [{ name, text }] : [];
  });
}

async function open(desk: LookDesk, { name, size, octets }: GivenFile, opened: Opened): Promise<void> {
  if (octets === undefined) {
    const refusal = {
      type: 'MicroscopeTooLarge',
      limitOctets: microscopeLimitOctets,
      seenOctets: size,
    } as const;
    opened.refused.push({ file: name, refusal });
    return;
  }
  // Beside a log it is held against it; without one it says nothing.
  if (opened.notes.some((note) => note.name === name)) return;
  if (contentKindOf(octets) === 'zip' && (await openArchive(desk, name, octets, opened))) return;
  const parts = filePartsOf(octets);
  if (parts.ok) addParts(opened, name, parts.value);
  else opened.refused.push({ file: name, refusal: parts.error });
}

/** A log is checked; of another archive, what can be explained in it. False where there is nothing of either. */
async function openArchive(
  desk: LookDesk,
  name: string,
  octets: Uint8Array,
  opened: Opened,
): Promise<boolean> {
  const unpacked = await desk.archive.unpack(octets, unpackedLimitOctets);
  if (!unpacked.ok) return false;
  const files = unpacked.value;
  if (isExportedLog(files)) {
    opened.logs.push(await logSeen(desk, name, files, opened.notes));
    return true;
  }
  let found = false;
  for (const [path, content] of [...files].slice(0, mostInArchive)) {
    const parts = filePartsOf(content);
    if (!parts.ok) continue;
    found = true;
    addParts(opened, `${name}: ${path}`, parts.value);
  }
  return found;
}

function addParts({ parts, refused }: Opened, file: string, more: readonly FilePart[]): void {
  if (parts.length + more.length > mostParts) refused.push(tooMany(file, parts, more));
  else parts.push(...more.map((part) => ({ file, part })));
}

function tooMany(file: string, { length }: readonly unknown[], more: readonly unknown[]): RefusedFile {
  return {
    file,
    refusal: { type: 'MicroscopeTooMany', limit: mostParts, seen: length + more.length },
  };
}

interface Context {
  readonly among: Among;
  readonly known: KnownHere;
}

function contextOf(parts: readonly Found[], known: KnownHere): Context {
  const certificates = parts.flatMap(({ part }) => certificateIn(part) ?? []);
  const lists = parts.flatMap(({ part }) => listIn(part) ?? []);
  const among = {
    given: certificates,
    own: known.authorities,
    lists: { given: lists, own: known.lists },
  };
  return { among, known };
}

function certificateIn({ kind, der }: FilePart): Certificate | null {
  const read = kind === 'certificate' ? readCertificate(der) : null;
  return read?.ok === true ? read.value : null;
}

function listIn({ kind, der }: FilePart): CertificateList | null {
  const read = kind === 'crl' ? readCrl(der) : null;
  return read?.ok === true ? read.value : null;
}

async function lookedAt(
  desk: LookDesk,
  found: Found & { readonly id: number },
  context: Context,
): Promise<LookedAt> {
  const { part } = found;
  const base = {
    ...found,
    name: '',
    sha256Hex: bytesToHex(desk.sha256(part.der)),
    description: describePart(part),
  };
  const certificate = certificateIn(part);
  if (certificate !== null) return { ...base, ...(await certificateSeen(desk, certificate, context)) };
  const list = listIn(part);
  if (list !== null) return { ...base, ...(await listSeen(desk, list, base.sha256Hex, context)) };
  return part.kind === 'certificationRequest'
    ? { ...base, ...(await requestSeen(desk, part, context)) }
    : base;
}

async function certificateSeen(
  desk: LookDesk,
  certificate: Certificate,
  { among, known }: Context,
): Promise<Partial<LookedAt> & Pick<LookedAt, 'name'>> {
  const now = desk.clock.now();
  const issuer = await issuerOf(desk, certificate, among);
  const isRoot = isSameName(certificate.tbs.issuer, certificate.tbs.subject);
  const register = await known.seek?.certificate(certificate);
  return {
    name: authorityNameOf(certificate.tbs),
    examination: examineForeignCertificate(certificate, isRoot ? undefined : issuer, desk.sha1),
    chain: await chainSeen(desk, certificate, among, now),
    ...(isRoot ? {} : { listing: await listingOf(desk, certificate, issuer, among.lists, now) }),
    ...(register === undefined ? {} : { register }),
  };
}

async function listSeen(
  desk: LookDesk,
  list: CertificateList,
  sha256Hex: string,
  { among, known }: Context,
): Promise<Partial<LookedAt> & Pick<LookedAt, 'name'>> {
  const named = [...among.own, ...among.given].filter(({ tbs }) => isSameName(tbs.subject, list.tbs.issuer));
  let issuer: Certificate | undefined;
  for (const each of named)
    if (issuer === undefined && (await isListSignedBy(desk, list, each))) issuer = each;
  const keyIdentifier = issuer === undefined ? undefined : desk.sha1(issuer.tbs.publicKey.keyBits);
  const by =
    issuer === undefined || keyIdentifier === undefined ? undefined : { certificate: issuer, keyIdentifier };
  const register = await known.seek?.list(sha256Hex);
  return {
    name: displayName(list.tbs.issuer),
    examination: examineForeignCrl(list, by, desk.clock.now()),
    signature: issuer !== undefined ? 'holds' : named.length > 0 ? 'fails' : 'issuer-missing',
    ...(issuer === undefined ? {} : { signedUnder: originOf(issuer, among) }),
    ...(register === undefined ? {} : { register }),
  };
}

async function requestSeen(
  desk: LookDesk,
  part: FilePart,
  { known }: Context,
): Promise<Partial<LookedAt> & Pick<LookedAt, 'name'>> {
  const read = parseCertificationRequest(part);
  if (!read.ok) return { name: '', requestRefusal: read.error };
  const { subject, publicKey, infoDer, signature } = read.value;
  const holds = await desk.verifier.verify(
    publicKey.der,
    signatureAlgorithmOf(read.value),
    infoDer,
    signature,
  );
  const register = await known.seek?.key(bytesToHex(desk.sha1(publicKey.keyBits)));
  return {
    name: displayName(subject),
    signature: holds ? 'holds' : 'fails',
    ...(register === undefined ? {} : { register }),
  };
}
