import { expect, it } from 'vitest';
import { auditKey } from '#domain/audit/audit-record.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { lockStation } from '#operations/lock.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { anOffice, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';

it('what is done after an unlock by the recovery words is signed by the station’s own key', async () => {
  const office = anOffice();
  const { desk } = office;
  const words = await setUp(office);
  const [officer] = await (await desk.store.read()).list('officer');
  const officerId = officer?.id ?? '';
  await lockStation(desk, 'officer');
  taken(await unlockStation(desk, { officerId, secret: { words } }));
  taken(await signCrl(desk));
  await lockStation(desk, 'officer');
  const { seq = 0 } = (await desk.store.read()).head ?? {};
  expect((await verifyLog(desk)).faults).toEqual([]);
  // The last record is the lock itself, which needs no signature.
  const { signature } = (await (await desk.store.read()).get('audit', auditKey(seq - 1))) ?? {};
  expect(signature).toBeDefined();
  taken(await unlockStation(desk, { officerId, secret: { passphrase } }));
  expect((await verifyLog(desk)).faults).toEqual([]);
});
