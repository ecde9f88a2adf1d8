import type { RegisterContent } from '#adapters/memory/memory-store.ts';
import type { AuthorityKind } from '#domain/authority/station.ts';
import { type CollectionName, collections } from '#domain/exchange/collections.ts';
import { type IssueOutcome, issueCertificates } from '#operations/certificate/issue.ts';
import { issueOntoCarriers } from '#operations/carrier/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import type { Desk } from '#ports/desk.ts';
import type { RegisterStore } from '#ports/register-store.ts';
import { anOldOffice, published } from './archive-at-work.ts';
import { approvedPersons, blankCarriers, ownerWithKey, setUpBodies } from './bodies-at-work.ts';
import { type OfficeAtWork, aLegalEntity, anOffice, approvedOf, taken } from './office-at-work.ts';
import { letterFor } from './revocation-letters-at-work.ts';
import { approvedBy, issuedTo, receivedBy, setUpRoot, unlockAgain } from './root-at-work.ts';

/** A register at work, something in it that can be issued, and the register as it was some acts before. */
export interface BusyOffice {
  readonly office: OfficeAtWork;
  /** Certifies what is approved in it, in whatever store the desk has. */
  readonly issue: (desk: Desk) => Promise<readonly IssueOutcome[]>;
  readonly earlier: RegisterContent;
}

/** An office of a kind, with something in most of its collections; unlocked. */
export const busyOffices: Readonly<Record<AuthorityKind, () => Promise<BusyOffice>>> = {
  async N() {
    const { office } = await anOldOffice();
    const earlier = await contentOf(office.desk.store);
    office.pass(60);
    await published(office);
    return { office, issue: issuing(await approvedOf(office, aLegalEntity())), earlier };
  },
  async G() {
    const office = anOffice();
    await setUpBodies(office);
    const { entry } = await ownerWithKey(office, 0);
    await ownerWithKey(office, 1);
    const earlier = await contentOf(office.desk.store);
    office.pass(60);
    taken(await letterFor(office, [entry]));
    await published(office);
    const [carrier] = await blankCarriers(office, 2, 'B');
    const [application] = await approvedPersons(office, 1, 5);
    const pairs = [{ applicationId: application?.id ?? '', carrierId: carrier?.id ?? '' }];
    return { office, issue: (desk) => issueOntoCarriers(desk, { pairs }), earlier };
  },
  async R() {
    const office = anOffice();
    await setUpRoot(office);
    await issuedTo(office);
    const earlier = await contentOf(office.desk.store);
    office.pass(60);
    await unlockAgain(office);
    taken(await signCrl(office.desk));
    const received = await receivedBy(office);
    await approvedBy(office, received);
    return { office, issue: issuing(received.applicationId), earlier };
  },
};

function issuing(applicationId: string): BusyOffice['issue'] {
  return (desk) => issueCertificates(desk, { applicationIds: [applicationId] });
}

/** All that lies in a store, row by row. */
export async function contentOf(store: RegisterStore): Promise<RegisterContent> {
  const snapshot = await store.read();
  const tables = new Map<CollectionName, Map<string, never>>();
  for (const name of Object.keys(collections) as CollectionName[]) {
    const rows = await snapshot.rows(name, { limit: 1_000_000 });
    tables.set(name, new Map(rows.map(({ key, record, keys }) => [key, { record, keys } as never])));
  }
  return { tables, head: snapshot.head, headCopy: await store.headCopy(), vault: await store.vaultCopy() };
}
