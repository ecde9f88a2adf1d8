import type { Application } from '#domain/application/application.ts';
import type { AuditRecord } from '#domain/audit/audit-record.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { newestOf } from '#domain/crl/crl-duty.ts';
import { firstPublished } from '#domain/crl/publication.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import {
  type Delivery,
  type EntryStatus,
  type RegisterEntry,
  entryStatus,
} from '#domain/register/register-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { Reading } from '#operations/office.ts';
import { entriesOfSameOwner } from '#ui/register/owner-entries.ts';
import { chainEndsOf } from '#ui/register/register-search.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

export interface RelatedEntries {
  /** What this one renews, re-keys or replaces. */
  readonly before: RegisterEntry | undefined;
  /** What came after it. */
  readonly after: readonly RegisterEntry[];
  /** Others of the same person, newest first. */
  readonly samePerson: readonly RegisterEntry[];
}

/** Log records read at once while a certificate's history is gathered. */
const historyPage = 2000;

/** One certificate with everything the register knows of it; read again after each commit. */
export class CertificateRecord {
  readonly session: Session;
  entry = $state.raw<RegisterEntry>();
  der = $state.raw<Uint8Array>();
  certificate = $state.raw<Certificate>();
  application = $state.raw<Application>();
  deliveries = $state.raw<readonly Delivery[]>([]);
  cases = $state.raw<readonly RevocationCase[]>([]);
  /** The first published list that carries the revocation (R-13, N-11). */
  firstCrl = $state.raw<CrlRecord>();
  /** A list that carries it was signed, published or not. */
  isSigned = $state(false);
  /** The newest CRL of the key that issued: goes out with an authority's certificate. */
  newestCrlDer = $state.raw<Uint8Array>();
  related = $state.raw<RelatedEntries>({ before: undefined, after: [], samePerson: [] });
  history = $state.raw<readonly AuditRecord[]>();
  status = $state<EntryStatus>('in-force');
  missing = $state(false);

  constructor(session: Session) {
    this.session = session;
  }

  async load(serialNumber: string): Promise<void> {
    const { office } = this.session;
    const reading = await office.store.read();
    const entry = await reading.get('entry', serialNumber);
    this.missing = entry === undefined;
    if (entry === undefined) return;
    const der = (await reading.get('certificate', entry.id))?.der;
    const read = der === undefined ? undefined : readCertificate(der);
    this.deliveries = await reading.list('delivery', { index: 'serialNumber', only: entry.id });
    this.cases = await reading.list('revocation', { index: 'serialNumber', only: entry.id });
    const crls = entry.revocation === undefined ? [] : await reading.list('crl');
    this.firstCrl = firstPublished(crls)(entry);
    this.isSigned = entry.firstCrl !== undefined;
    this.application = await reading.get('application', entry.applicationId);
    this.newestCrlDer =
      entry.subject.kind === 'authority' ? await newestCrlDer(reading, entry.generation) : undefined;
    this.related = await relatedOf(reading, entry);
    this.status = entryStatus(entry, office.clock.now(), chainEndsOf(this.session).get(entry.generation));
    this.der = der;
    this.certificate = read?.ok === true ? read.value : undefined;
    this.entry = entry;
  }

  /** Every act whose subjects name the certificate, its application or its revocation, in the order they were done. */
  async loadHistory(): Promise<void> {
    const { entry } = this;
    if (entry === undefined) return;
    const wanted = new Set([entry.id, entry.applicationId, ...this.cases.map(({ id }) => id)]);
    const reading = await this.session.office.store.read();
    const found: AuditRecord[] = [];
    for (let after: string | undefined = undefined; ;) {
      const page: readonly (AuditRecord & { readonly id: string })[] = await reading.list('audit', {
        limit: historyPage,
        ...(after === undefined ? {} : { after }),
      });
      found.push(...page.filter(({ subjects }) => subjects.some((subject) => wanted.has(subject))));
      after = page.at(-1)?.id;
      if (page.length < historyPage) break;
    }
    this.history = found;
  }
}

async function newestCrlDer(reading: Reading, generation: number): Promise<Uint8Array | undefined> {
  const newest = newestOf(await reading.list('crl', { reverse: true }), generation);
  return newest === undefined ? undefined : (await reading.get('crlFile', newest.id))?.octets;
}

async function relatedOf(reading: Reading, entry: RegisterEntry): Promise<RelatedEntries> {
  const before = entry.relation === undefined ? undefined : await reading.get('entry', entry.relation.of);
  const after = await reading.list('entry', { index: 'relationOf', only: entry.id });
  const linked = new Set([entry.id, before?.id, ...after.map(({ id }) => id)]);
  const ofOwner = await entriesOfSameOwner(reading, entry);
  const samePerson = ofOwner.filter(({ id }) => !linked.has(id)).sort((a, b) => b.number - a.number);
  return { before, after, samePerson };
}
