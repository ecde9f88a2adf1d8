import { formNF3 } from '#domain/form/n-f3.ts';
import type { Office } from '#operations/office.ts';
import { sampleFacts, sampleNF3Data } from '#tests/support/form-samples.ts';
import { type Secrets, openOffice, setUpStation, unlock } from '#tests/support/station-in-page.ts';
import { measureBody } from './body.ts';
import { measureCrl } from './crl.ts';
import { measureGost } from './gost.ts';
import { measureIssue } from './issue.ts';
import { measureJournal } from './journal.ts';
import { measureLargeRegister } from './large-register.ts';
import { type Measured, medianOf } from './measured.ts';
import { measureRegister } from './register.ts';
import { measureSigning } from './signing.ts';

/** Measures one part after the other, so that none disturbs another, and posts each line as it is known. */
const asked = new URLSearchParams(location.search);
const size = Number(asked.get('size') ?? '10000');
const certificates = Number(asked.get('certificates') ?? '0');
try {
  if (certificates > 0) await tell(await measureLargeRegister(certificates));
  else if (asked.get('only') === 'issue') await measureIssueAlone();
  else await measureEverything();
  await post('done', {});
} catch (cause) {
  await post('fault', {
    text: cause instanceof Error ? `${cause.message}\n${cause.stack ?? ''}` : String(cause),
  });
}

async function measureEverything(): Promise<void> {
  await tell(await measureSigning());
  await tell(await measureGost());
  await tell(await measureCrl(20_000));
  await tell(await measureCrl(100_000));
  const office = await openOffice();
  await tell(await measureForm(office));
  await tell(await measureJournal(office, 10_000));
  const secrets = await setUpStation(office);
  await tell(await measureUnlock(office, secrets));
  await tell(await measureIssue(office, size));
  await tell(await measureRegister(office));
  await tell(await measureBody(Math.min(size, 1_000)));
}

async function measureIssueAlone(): Promise<void> {
  const office = await openOffice();
  await setUpStation(office);
  await tell(await measureIssue(office, size));
}

async function measureForm({ printer }: Office): Promise<readonly Measured[]> {
  let run = 0;
  const print = async () => {
    run += 1;
    const printed = await printer.print(formNF3(sampleNF3Data, sampleFacts(`bench-${run}`)));
    if (!printed.ok) throw new Error(printed.error.type);
  };
  // The first one loads the font and starts the worker.
  await print();
  return [{ name: 'form N-F3 as PDF', value: await medianOf(11, print), unit: 'ms', limit: 100 }];
}

async function measureUnlock(office: Office, secrets: Secrets): Promise<readonly Measured[]> {
  const value = await medianOf(3, async () => {
    await office.acts.lockStation('officer');
    await unlock(office, secrets);
  });
  return [{ name: 'unlock by passphrase', value, unit: 'ms', limit: 1000 }];
}

async function tell(measured: readonly Measured[]): Promise<void> {
  await post('measured', measured);
}

async function post(what: string, body: object): Promise<void> {
  await fetch(`/${what}`, { method: 'POST', body: JSON.stringify(body) });
}
