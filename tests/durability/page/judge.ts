import type { Application } from '#domain/application/application.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { readHeader } from '#domain/der/reader.ts';
import { type RegisterEntry, intendedIn } from '#domain/register/register-entry.ts';
import type { Office, Reading } from '#operations/office.ts';
import type { Acknowledged } from './said.ts';

/**
 * E01, E02: what a power cut or a kill may not have done. Everything that was acknowledged is there; no act is there by
 * half; the log verifies; no serial number stands twice. Answers with every fault found, and with what the start made anew
 * of the register's two stores.
 */
export async function judge(
  { acts, store }: Office,
  acknowledged: readonly Acknowledged[],
): Promise<{ readonly faults: readonly string[]; readonly rebuilt: string | null }> {
  const faults: string[] = [];
  const start = await acts.startStation();
  if (!start.ok) faults.push(`start refused: ${start.error.type}`);
  else if (start.value.type !== 'ready') faults.push(`the start found ${start.value.type}`);
  const snapshot = await store.read();
  for (const claim of acknowledged) faults.push(...(await lostOf(snapshot, claim)));
  faults.push(
    ...repeated(acknowledged.flatMap((claim) => (claim.act === 'issued' ? claim.serialNumber : []))),
  );
  faults.push(...(await halfActs(snapshot)));
  const { faults: broken } = await acts.verifyLog();
  faults.push(...broken.map((fault) => `log: ${JSON.stringify(fault)}`));
  const rebuilt = start.ok && start.value.type === 'ready' ? start.value.rebuilt : undefined;
  return {
    faults,
    rebuilt: rebuilt === undefined ? null : `${rebuilt.what} ${'found' in rebuilt ? rebuilt.found : ''}`,
  };
}

async function lostOf(snapshot: Reading, claim: Acknowledged): Promise<readonly string[]> {
  const lost = (what: string) => [`lost: ${what} of ${JSON.stringify(claim)}`];
  switch (claim.act) {
    case 'received': {
      const there = await Promise.all(claim.ids.map((id) => snapshot.get('application', id)));
      return there.includes(undefined) ? lost('an application') : [];
    }
    case 'approved': {
      const application = await snapshot.get('application', claim.id);
      return application?.decision?.outcome === 'approved' ? [] : lost('the decision');
    }
    case 'issued': {
      const entry = await snapshot.get('entry', claim.serialNumber);
      return entry?.applicationId === claim.id ? [] : lost('the entry');
    }
    case 'revoked': {
      const entry = await snapshot.get('entry', claim.serialNumber);
      return entry?.revocation?.caseId === claim.caseId ? [] : lost('the revocation');
    }
    case 'crl': {
      const crl = await snapshot.get('crl', claim.id);
      if (crl === undefined) return lost('the CRL');
      return claim.published && crl.publishedAt === undefined ? lost('the publication') : [];
    }
  }
}

async function halfActs(snapshot: Reading): Promise<readonly string[]> {
  const faults: string[] = [];
  const entries = await snapshot.list('entry');
  const applications = new Map((await snapshot.list('application')).map((a) => [a.id, a]));
  const intents = await snapshot.list('intent');
  const intended = intents.flatMap((intent) =>
    intendedIn(intent).map(({ number }) => ({ number, what: intent.what, outcome: intent.outcome })),
  );
  const signed = new Set(intended.filter(({ outcome }) => outcome === 'done').map(({ number }) => number));
  for (const entry of entries) faults.push(...(await halfOfEntry(snapshot, entry, applications, signed)));
  const serials = new Set(entries.map(({ id }) => id));
  for (const { id, issued } of applications.values())
    if (issued !== undefined && !serials.has(issued)) faults.push(`half: ${id} issued without an entry`);
  if (intents.some(({ outcome }) => outcome === 'open'))
    faults.push('an intent is still open after the start');
  faults.push(...repeated(intended.map(({ what, number }) => `${what} ${number}`)));
  faults.push(...repeated(entries.map(({ number }) => `entry ${number}`)));
  faults.push(...(await halfRevocations(snapshot, entries)));
  for (const crl of await snapshot.list('crl'))
    if (!signed.has(crl.crlNumber)) faults.push(`half: CRL ${crl.crlNumber} without its intent done`);
  return faults;
}

async function halfOfEntry(
  snapshot: Reading,
  { id, applicationId }: RegisterEntry,
  applications: ReadonlyMap<string, Application>,
  signed: ReadonlySet<string>,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const stored = await snapshot.get('certificate', id);
  const certificate = stored === undefined ? undefined : readCertificate(stored.der);
  if (certificate === undefined) faults.push(`half: ${id} has no certificate`);
  else if (!certificate.ok || bytesToHex(certificate.value.tbs.serialNumber) !== id)
    faults.push(`half: ${id} has another certificate`);
  if (applications.get(applicationId)?.issued !== id)
    faults.push(`half: ${id}, its application does not know`);
  if (!signed.has(id)) faults.push(`half: ${id}, its intent is not done`);
  return faults;
}

/** The register, the cases and the encoded entries of the next CRL tell the same. */
async function halfRevocations(
  snapshot: Reading,
  entries: readonly RegisterEntry[],
): Promise<readonly string[]> {
  const revoked = entries.filter(({ revocation }) => revocation !== undefined).map(({ id }) => id);
  const decided = (await snapshot.list('revocation'))
    .filter(({ decision }) => decision?.outcome === 'revoked')
    .map(({ serialNumber }) => serialNumber);
  const listed = (await snapshot.list('crlChunk')).flatMap(({ octets }) => serialNumbersIn(octets));
  const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join();
  return [
    ...(same(revoked, decided) ? [] : ['half: revoked entries and decided cases differ']),
    ...(same(revoked, listed) ? [] : ["half: revoked entries and the CRL's entries differ"]),
  ];
}

function serialNumbersIn(octets: Uint8Array): readonly string[] {
  const serials: string[] = [];
  for (let at = 0; at < octets.length;) {
    const entry = readHeader(octets, at, octets.length);
    const serial = readHeader(octets, entry.contentStart, entry.end);
    serials.push(bytesToHex(octets.subarray(serial.contentStart, serial.end)));
    at = entry.end;
  }
  return serials;
}

function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size).map((value) => `twice: ${value}`);
}
