import { makeKeyPair } from '#adapters/webcrypto/suite-keys.ts';
import { webCryptoSuite } from '#adapters/webcrypto/webcrypto-suite.ts';
import type { SubscriberContent, TakenRequest } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { rulesOf } from '#domain/authority/rule-sets.ts';
import { addSeconds, calendarDateOf } from '#domain/base/instant.ts';
import { neverCancelled } from '#domain/base/cancellation.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type Result, ok } from '#domain/base/result.ts';
import { assembleCertificationRequest, writeCertificationRequestInfo } from '#domain/certificate/assemble.ts';
import { subjectOfApplication } from '#domain/certificate/subject-of-application.ts';
import { fullName } from '#domain/party/person-name.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import type { PersonSubject, RegisterEntry } from '#domain/register/register-entry.ts';
import { confirmExamination } from '#operations/application/examine.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { publishCrl, writeCrl } from '#operations/crl/publish-crl.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import type { TrialOptions } from '#operations/office.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { selfSignAuthority } from '#operations/station/authority-certificate.ts';
import { recordSetUpFact } from '#operations/station/key-backup.ts';
import { type MakeStationRefusal, makeStation } from '#operations/station/make-station.ts';
import type { Desk } from '#ports/desk.ts';
import { contentOf } from './invented-people.ts';

/** How much of each kind there is in the end. */
export interface TrialSize {
  readonly issued: number;
  readonly waiting: number;
  /** Beside one application to revoke that nobody has decided since the first week: what is overdue is seen too. */
  readonly revoked: number;
}

export const fullTrial: TrialSize = { issued: 200, waiting: 30, revoked: 6 };

const secondsOfDay = 24 * 3600;
/** Five weeks of an office, and the days since the last of them. */
const weeks = 5;
const daysBefore = weeks * 7 + 3;
/** In which examinations and approvals are told of, between one commit and the next. */
const acts = 4;

/**
 * A National CA with five weeks behind it, of invented persons: made by the ordinary acts and by nothing else, at a clock that begins five
 * weeks ago. Only where the register is the trial's own and has no station. When it is cancelled, what was made so far stays.
 */
export async function fillTrial(
  desk: Desk,
  passphrase: string,
  { onProgress = () => undefined, cancellation = neverCancelled }: TrialOptions = {},
  size: TrialSize = fullTrial,
): Promise<Result<null, MakeStationRefusal>> {
  if (!desk.demonstration) throw new TypeError('only a trial is filled');
  const end = desk.clock.now();
  let now = addSeconds(end, -daysBefore * secondsOfDay);
  const then: Desk = { ...desk, clock: { now: () => now } };
  const pass = (seconds: number) => {
    now = addSeconds(now, seconds);
  };
  const total = size.issued * acts + size.waiting * 2;
  let done = 0;
  const step = (by = 1) => {
    done += by;
    onProgress(done, total);
  };

  const made = await makeStation(then, { ...trialOffice, demonstration: true, passphrase });
  if (!made.ok) return made;
  const at = now;
  taken(
    await recordSetUpFact(then, {
      ...{ recoveryReadBackAt: at, backupWrittenAt: at },
      ...{ backupOpenedWithPassphraseAt: at, backupOpenedWithRecoveryAt: at },
      ...{ storageAnswer: 'unknown', storageRiskAcknowledgedAt: at },
    }),
  );
  taken(await selfSignAuthority(then));
  pass(3600);

  let person = 0;
  const receive = async (count: number): Promise<readonly string[]> => {
    const applications = [];
    for (let i = 0; i < count; i++) {
      const content = contentOf((person += 1));
      applications.push({ content, request: await requestOf(then, content), scans: [] });
      step();
    }
    const received = taken(await receiveApplications(then, { applications }));
    return received.map(({ id }) => id);
  };
  const examine = async (id: string): Promise<void> => {
    const snapshot = await then.store.read();
    const [application, station] = [
      await snapshot.get('application', id),
      await snapshot.get('station', 'station'),
    ];
    if (application === undefined || station === undefined)
      throw new TypeError('a trial without its application');
    const command = { applicationId: id, contentDigest: contentDigest(application, then.sha256) };
    for (const { clause } of rulesOf(station).confirmations)
      taken(await confirmExamination(then, { ...command, clause, reasons: [] }));
    taken(await approveApplication(then, command));
    step(2);
  };

  const entries: RegisterEntry[] = [];
  for (let week = 0; week < weeks; week++) {
    const ids = await receive(share(size.issued, week));
    pass(secondsOfDay);
    for (const id of ids) {
      if (cancellation.isCancelled) return ok(null);
      await examine(id);
      pass(60);
    }
    for (const { result } of await issueCertificates(then, { applicationIds: ids }))
      entries.push(taken(result));
    step(ids.length);
    pass(3600);
    for (const entry of entries.slice(entries.length - share(size.revoked, week))) {
      const caseId = await applyToRevoke(then, entry);
      taken(await decideRevocation(then, { caseId, confirmedCorrect: true }));
    }
    const [first] = entries;
    if (week === 0 && first !== undefined) await applyToRevoke(then, first);
    pass(5 * secondsOfDay - ids.length * 60);
    await list(then);
    pass(secondsOfDay - 3600);
  }
  await receive(size.waiting);
  step(size.waiting);
  return ok(null);
}

const trialOffice = {
  kind: 'N',
  authority: {
    organisation: 'Цифрлық даму министрлігі',
    commonName: 'СЫНАҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҒЫ',
    region: 'Астана',
    email: 'ca@example.kz',
  },
  addresses: { crl: 'http://crl.example.kz/n.crl' },
  suite: 'ecdsa-p256',
  authorityValidityYears: 10,
  officer: { name: 'Сейітова Айгүл', position: 'Бас маман' },
  wordScript: 'cyrillic',
} as const;

/** Of `all`, what falls on that week. */
function share(all: number, week: number): number {
  return Math.floor((all * (week + 1)) / weeks) - Math.floor((all * week) / weeks);
}

async function requestOf({ sha1, clock }: Desk, content: SubscriberContent): Promise<TakenRequest> {
  const { pkcs8, spkiDer } = await makeKeyPair('ecdsa-p256');
  const infoDer = writeCertificationRequestInfo(subjectOfApplication(content), spkiDer);
  const sign = await webCryptoSuite('ecdsa-p256').signer(pkcs8);
  return {
    der: assembleCertificationRequest(infoDer, 'ecdsa-p256', await sign(infoDer)),
    source: 'file',
    fileName: 'request.csr',
    keyIdentifierHex: bytesToHex(sha1(readPublicKey(spkiDer).keyBits)),
    possessionProvedAt: clock.now(),
  };
}

/** The id of the case. */
async function applyToRevoke(desk: Desk, entry: RegisterEntry): Promise<string> {
  const {
    iin,
    surname,
    givenName,
    patronymic,
    email,
    bin,
    organisation = '',
    region,
    city,
  } = entry.subject as PersonSubject;
  const certificate = {
    phone: '+77011234567',
    serialNumber: entry.id,
    issuedOn: calendarDateOf(entry.issuedAt),
  };
  const station = await (await desk.store.read()).get('station', 'station');
  const ground =
    station === undefined
      ? undefined
      : rulesOf(station).grounds.find(({ reasonCode }) => reasonCode === 'keyCompromise');
  if (ground === undefined) throw new TypeError('no rules for a compromised key');
  const received = await receiveRevocation(desk, {
    serialNumber: entry.id,
    ground: ground.id,
    source: {
      type: 'application',
      content:
        bin === undefined
          ? {
              form: 'N-F4',
              ...{ iin, surname, givenName, email, ...certificate },
              ...(patronymic === undefined ? {} : { patronymic }),
            }
          : {
              form: 'N-F5',
              ...{ bin, region, city, ...certificate },
              organisationName: organisation,
              organisationShortName: organisation,
              headName: fullName(entry.subject as PersonSubject),
            },
    },
  });
  return taken(received).id;
}

async function list(desk: Desk): Promise<CrlRecord> {
  const { id, crlNumber, sha256Hex } = taken(await signCrl(desk));
  taken(await writeCrl(desk, { id, writtenTo: `${crlNumber}.crl`, sha256Hex }));
  return taken(await publishCrl(desk, { id, where: trialOffice.addresses.crl }));
}

/** An act of the trial that is refused is a fault of ours: nobody typed anything. */
function taken<T>(result: Result<T, { readonly type: string }>): T {
  if (!result.ok) throw new TypeError(`the trial was refused: ${result.error.type}`);
  return result.value;
}
