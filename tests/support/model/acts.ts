import type { AsyncCommand } from 'fast-check';
import { bytesToHex } from '#domain/base/bytes.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { confirmExamination, withdrawApproval } from '#operations/application/examine.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { publishCrl, writeCrl } from '#operations/crl/publish-crl.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { contentOf } from '../busy-offices.ts';
import { taken } from '../office-at-work.ts';
import { attempt } from './attempt.ts';
import {
  type ModelBase,
  type ModelOffice,
  contentOfApplicant,
  isInCeremony,
  keepLists,
  observed,
  unlocked,
} from './model-office.ts';
import { type RegisterModel, holdsWhat, issuedIn, listedIn, revokedIn } from './register-model.ts';

export type Command = AsyncCommand<RegisterModel, ModelOffice>;

/** After each act the register is read and has what was promised; one that was changed or set back is nobody's promise. */
export function command(
  words: string,
  run: (model: RegisterModel, real: ModelOffice) => Promise<void>,
  check: (model: RegisterModel) => boolean = () => true,
): Command {
  return {
    check,
    toString: () => words,
    async run(model, real) {
      await run(model, real);
      if (!model.isTouched && !model.isRolledBack) holdsWhat(model, await observed(real), false);
    },
  };
}

/** An application is taken in, examined and approved. */
export const approve = ({ requests }: ModelBase): Command =>
  command('approve', async (model, real) => {
    const number = real.applicants;
    const request = requests[number];
    if (request === undefined) return;
    real.applicants += 1;
    const { desk } = real.office;
    const id = await attempt(
      model,
      real,
      { name: 'approve', signs: false },
      async (): Promise<Result<string, { readonly type: string }>> => {
        const application = { content: contentOfApplicant(number + 2), request, scans: [] };
        const received = await receiveApplications(desk, { applications: [application] });
        if (!received.ok) return received;
        const [record] = received.value;
        if (record === undefined) return err({ type: 'NothingReceived' });
        const examined = { applicationId: record.id, contentDigest: contentDigest(record, desk.sha256) };
        for (const clause of ['N-5.1', 'N-5.2'] as const) {
          const confirmed = await confirmExamination(desk, { ...examined, clause, reasons: [] });
          if (!confirmed.ok) return confirmed;
        }
        const approved = await approveApplication(desk, examined);
        return approved.ok ? ok(record.id) : approved;
      },
    );
    if (id !== null) model.waiting = [...model.waiting, id];
  });

/** The first approval that waits is taken back: its application waits for no certificate any more. */
export const withdraw: Command = command(
  'withdraw',
  async (model, real) => {
    const [id = '', ...others] = model.waiting;
    const { desk } = real.office;
    const withdrawn = await attempt(model, real, { name: 'withdraw', signs: false }, async () => {
      const application = await (await desk.store.read()).get('application', id);
      const digest = application === undefined ? '' : contentDigest(application, desk.sha256);
      return withdrawApproval(desk, { applicationId: id, contentDigest: digest, reason: 'қайта қарау' });
    });
    if (withdrawn !== null) model.waiting = others;
  },
  ({ waiting }) => waiting.length > 0,
);

/** Certificates for all that wait, in one batch. */
export const issue: Command = command(
  'issue',
  async (model, real) => {
    const outcomes = await attempt(
      model,
      real,
      { name: 'issue', signs: true },
      async (): Promise<Result<readonly string[], { readonly type: string }>> => {
        const issued = await issueCertificates(real.office.desk, { applicationIds: model.waiting });
        const refused = issued.find(({ result }) => !result.ok);
        if (refused !== undefined && !refused.result.ok) return refused.result;
        return ok(issued.map(({ result }) => taken(result).id));
      },
    );
    if (outcomes === null) return;
    for (const serial of outcomes) issuedIn(model, serial);
    model.waiting = [];
  },
  ({ waiting }) => waiting.length > 0,
);

/** The `pick`-th of those in force, modulo how many they are. */
export const revoke = (pick: number): Command =>
  command(
    `revoke ${String(pick)}`,
    async (model, real) => {
      const { desk } = real.office;
      const inForce = [...model.entries].filter(([, standing]) => standing === 'in-force');
      const serial = inForce[pick % inForce.length]?.[0] ?? '';
      const revoked = await attempt(
        model,
        real,
        { name: 'revoke', signs: false },
        async (): Promise<Result<unknown, { readonly type: string }>> => {
          const [open] = (await (await desk.store.read()).list('revocation')).filter(
            (each) => each.serialNumber === serial && each.decision === undefined,
          );
          if (open !== undefined) return decideRevocation(desk, { caseId: open.id, confirmedCorrect: true });
          const source = { type: 'office', statement: 'тексеру' } as const;
          const received = await receiveRevocation(desk, {
            serialNumber: serial,
            ground: 'own-error',
            source,
          });
          if (!received.ok) return received;
          return decideRevocation(desk, { caseId: received.value.id, confirmedCorrect: true });
        },
      );
      if (revoked !== null) revokedIn(model, serial);
    },
    ({ entries }) => [...entries.values()].includes('in-force'),
  );

export const list: Command = command('list', async (model, real) => {
  const { desk } = real.office;
  const record = await attempt(model, real, { name: 'list', signs: true }, () => signCrl(desk));
  if (record === null) return;
  const file = await (await desk.store.read()).get('crlFile', record.id);
  await keepLists(real);
  model.isInCeremony &&= await isInCeremony(real);
  const read = readCrl(file?.octets ?? new Uint8Array());
  const { entries } = taken(read).tbs;
  listedIn(
    model,
    record.crlNumber,
    new Set([...entries].map(({ serialNumber }) => bytesToHex(serialNumber))),
  );
});

/** The newest list: written to the medium, or placed where anybody can see it once it was. */
export const publish: Command = command('publish', async (model, real) => {
  const { desk } = real.office;
  const [newest] = (await (await desk.store.read()).list('crl')).sort((a, b) =>
    a.thisUpdate < b.thisUpdate ? 1 : -1,
  );
  if (newest === undefined || newest.publishedAt !== undefined) return;
  const { id, sha256Hex, writtenTo } = newest;
  await attempt(
    model,
    real,
    { name: 'publish', signs: false },
    async (): Promise<Result<unknown, { readonly type: string }>> =>
      writtenTo === undefined
        ? writeCrl(desk, { id, sha256Hex, writtenTo: 'crl' })
        : publishCrl(desk, { id, where: 'http://pki.example.kz' }),
  );
});

export const backUp: Command = command('back up', async (model, real) => {
  const { desk } = real.office;
  const octets = await attempt(model, real, { name: 'back up', signs: true }, () => makeRegisterBackup(desk));
  if (octets === null) return;
  const { entries, waiting, crls } = model;
  model.backups = [...model.backups, { entries, waiting, crls, octets }];
  real.past.push(await contentOf(desk.store));
});

export const lock: Command = command('lock', (model, real) => {
  real.office.desk.custody.lock();
  model.isLocked = true;
  return Promise.resolve();
});

export const unlock: Command = command('unlock', async (model, real) => {
  const opened = await attempt(model, real, { name: 'unlock', signs: false }, () => unlocked(real));
  if (opened !== null) model.isLocked = false;
});

/** The clock is set on or back. */
export const clock = (seconds: number): Command =>
  command(`clock ${String(seconds)}`, (_, real) => {
    real.office.pass(seconds);
    return Promise.resolve();
  });

/** The power goes at that commit from now on, before it is in the store or after. */
export const cut = (commits: number, isWritten: boolean): Command =>
  command(`power goes ${isWritten ? 'after' : 'before'} commit ${String(commits)}`, (_, real) => {
    real.cut = { commits, isWritten };
    return Promise.resolve();
  });
