import { beforeAll, describe, expect, it } from 'vitest';
import type { TakenRequest } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { ok } from '#domain/base/result.ts';
import { assembleCertificationRequest, writeCertificationRequestInfo } from '#domain/certificate/assemble.ts';
import { authorityOfKey } from '#domain/certificate/known-authority-key.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { subjectOfApplication } from '#domain/certificate/subject-of-application.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import { correctApplication, receiveApplications } from '#operations/application/receive.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { examineWhole } from '#operations/certificate/examine-whole.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { authorityAtWork, prepareCertificate } from '#operations/certificate/prepare.ts';
import { transact } from '#operations/transact.ts';
import { approvedAnyhow } from '#tests/support/approved-anyhow.ts';
import { type Loop, joined } from '#tests/support/chain-at-work.ts';
import { aRequest, anIndividual, taken } from '#tests/support/office-at-work.ts';
import { aNextKey, stationOf } from '#tests/support/renewal-at-work.ts';
import { nationalName } from '#tests/support/root-at-work.ts';

let loop: Loop;
let keys: Readonly<Record<string, Uint8Array>>;

beforeAll(async () => {
  loop = await joined();
  await aNextKey(loop.national, { name: 'ҰКО 2' });
  const station = await stationOf(loop.national);
  const [above = new Uint8Array()] = station.chainDer;
  keys = {
    present: station.authoritySpkiDer,
    next: station.nextAuthority?.spkiDer ?? new Uint8Array(),
    station: station.stationSpkiDer,
    above: taken(readCertificate(above)).tbs.publicKey.der,
  };
});

/** A request that shows a key which is another's: nobody who makes it can prove that he has it, and that is not what is asked here. */
async function showing(spkiDer: Uint8Array): Promise<TakenRequest> {
  const infoDer = writeCertificationRequestInfo(subjectOfApplication(anIndividual()), spkiDer);
  const keyIdentifierHex = bytesToHex(loop.national.desk.sha1(readPublicKey(spkiDer).keyBits));
  const der = assembleCertificationRequest(infoDer, 'ecdsa-p256', new Uint8Array(64).fill(1));
  return { ...(await aRequest()), der, keyIdentifierHex };
}

const rootName = async () => (await stationOf(loop.root)).authority.commonName;
const key = (which: string) => keys[which] ?? new Uint8Array();

describe('[A05] a key of an authority', () => {
  it.each(['present', 'next', 'station', 'above'])(
    'is received in no application and put into none, told whose: %s',
    async (which) => {
      const { desk } = loop.national;
      const authority = which === 'above' ? await rootName() : nationalName.commonName;
      const error = { type: 'KeyOfAuthority', authority };
      const request = await showing(key(which));
      const received = { content: anIndividual(), request, scans: [] };
      expect(await receiveApplications(desk, { applications: [received] })).toEqual({ ok: false, error });
      const [good] = taken(
        await receiveApplications(desk, { applications: [{ ...received, request: await aRequest() }] }),
      );
      const correction = { applicationId: good?.id ?? '', corrected: received };
      expect(await correctApplication(desk, correction)).toEqual({ ok: false, error });
    },
  );

  it('is found by its bits, however its algorithm is written', async () => {
    const station = await stationOf(loop.national);
    expect(authorityOfKey(station, readPublicKey(key('present')).keyBits)).toBe(nationalName.commonName);
    const another = readPublicKey(key('present')).keyBits.slice();
    another[64] = (another[64] ?? 0) ^ 1;
    expect(authorityOfKey(station, another)).toBeUndefined();
  });

  it.each(['present', 'next', 'station', 'above'])(
    'is neither approved nor certified where it lies in an application already, nor signed by the worker: %s',
    async (which) => {
      const { desk } = loop.national;
      const authority = which === 'above' ? await rootName() : nationalName.commonName;
      const error = { type: 'KeyOfAuthority', authority };
      const received = { content: anIndividual(), request: await aRequest(), scans: [] };
      const [good] = taken(await receiveApplications(desk, { applications: [received] }));
      if (good === undefined) throw new Error('none');
      const record = { ...good, request: await showing(key(which)) };
      const put = { collection: 'application', record } as const;
      taken(
        await transact(desk, () =>
          Promise.resolve(
            ok({ acts: [{ act: 'application-corrected', subjects: [good.id], puts: [put] }], answer: null }),
          ),
        ),
      );
      const digest = contentDigest(record, desk.sha256);
      const approving = { applicationId: good.id, contentDigest: digest };
      expect(await approveApplication(desk, approving)).toEqual({ ok: false, error });
      await approvedAnyhow(loop.national, good.id);
      const [outcome] = await issueCertificates(desk, { applicationIds: [good.id] });
      // The key that issues is refused by the examination of the octets before.
      if (which === 'present')
        expect(outcome?.result).toMatchObject({ ok: false, error: { type: 'ExaminationFailed' } });
      else expect(outcome?.result).toEqual({ ok: false, error });

      const snapshot = await desk.store.read();
      const now = desk.clock.now();
      const station = await stationOf(loop.national);
      const atWork = taken(authorityAtWork(desk, station, now));
      const whole = taken(await examineWhole(desk, snapshot, atWork, record, record.request, now));
      expect(whole.findings).toContainEqual(
        expect.objectContaining({ ruleId: 'key-not-of-authority', severity: 'must', observed: authority }),
      );
      const { tbsDer } = taken(prepareCertificate(desk, atWork, record, now));
      const { suite, authoritySpkiDer: spkiDer } = station;
      expect(
        await desk.custody.signAsAuthority({ what: 'certificates', tbs: [tbsDer], suite, spkiDer, station }),
      ).toEqual({ ok: false, error: { type: 'NotWarranted', because: 'examination' } });
    },
  );
});
