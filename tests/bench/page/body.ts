import { compose } from '#app/compose.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import type { Application } from '#domain/application/application.ts';
import type { Office } from '#operations/office.ts';
import type { Folder } from '#ports/media.ts';
import { aParsedLetter, aPersonDraft } from '#tests/support/body-samples.ts';
import { taken } from '#tests/support/station-in-page.ts';
import { applicationPaper, certificatePaper } from '#ui/form/paper-of.ts';
import { type Measured, timeOf } from './measured.ts';

/** Carriers that are really sealed, read back and opened: each costs a second of key derivation by design. */
const sealed = 8;

/** A body's letter from its receipt to the printed certificates, in a register of its own (G-3 to G-8). */
export async function measureBody(size: number): Promise<readonly Measured[]> {
  const { office, ready } = await compose({ demonstration: true, onOutdated: () => undefined });
  await ready;
  await setUpBodies(office);
  const acts = await office.acts.bodies();
  const persons = Array.from({ length: size }, (_, n) => aPersonDraft(n));
  const parsed = aParsedLetter({ persons });
  const lines: Measured[] = [];
  const rate = async (name: string, count: number, work: () => Promise<unknown>, limit?: number) => {
    const took = await timeOf(work);
    const line: Measured = { name, value: (count / took) * 1000, unit: '/s', size: count };
    lines.push(limit === undefined ? line : { ...line, limit });
  };
  let applicationIds: readonly string[] = [];
  await rate('a body’s letter: received', size, async () => {
    ({ applicationIds } = taken(await acts.receiveLetter({ letter: { ...parsed, scans: [] } })));
  });
  await rate('a body’s letter: examined and approved', size, async () => {
    for (const { result } of await acts.considerPersons({ applicationIds })) taken(result);
  });
  const carriers = taken(
    await acts.enterCarriers({
      carriers: applicationIds.map((_, n) => ({
        serialNumber: `KZ-${n}`,
        kind: 'token',
        blankNumbers: [],
      })),
    }),
  );
  const pairs = applicationIds.map((applicationId, at) => ({
    applicationId,
    carrierId: carriers[at]?.id ?? '',
  }));
  await rate('a body’s letter: written into a folder, read back, opened', sealed, async () => {
    const outcomes = await acts.issueIntoFolder({ pairs: pairs.slice(0, sealed), folder: aFolder() });
    for (const { result } of outcomes) taken(result);
  });
  await rate('a body’s letter: keys made and certificates issued', size - sealed, async () => {
    for (const { result } of await acts.issueOntoCarriers({ pairs: pairs.slice(sealed) })) taken(result);
  });
  const reading = await office.store.read();
  const station = await reading.get('station', 'station');
  if (station === undefined) throw new Error('no station');
  const desk = { station, officers: await reading.list('officer'), office };
  const applications = await reading.list('application');
  await rate(
    'a body’s letter: annexes G-F1a printed',
    size,
    () =>
      print(
        office,
        applications.map((each) => applicationPaper(desk, each)),
      ),
    20,
  );
  const ders = new Map((await reading.list('certificate')).map(({ id, der }) => [id, der]));
  const byId = new Map<string, Application>(applications.map((each) => [each.id, each]));
  const papers = (await reading.list('entry')).flatMap((entry) => {
    const paper = certificatePaper(
      desk,
      entry,
      ders.get(entry.id) ?? new Uint8Array(),
      byId.get(entry.applicationId)?.content,
    );
    return paper === null ? [] : [paper];
  });
  await rate('a body’s letter: certificates G-F2 printed', papers.length, () => print(office, papers), 20);
  return lines;
}

async function print({ printer }: Office, papers: Parameters<Office['printer']['print']>[0]): Promise<void> {
  const printed = await printer.print(papers);
  if (!printed.ok) throw new Error(printed.error.type);
}

function aFolder(): Folder {
  return {
    name: 'memory',
    save: (_, octets) => Promise.resolve({ type: 'written', readBack: octets }),
    list: () => Promise.resolve({ type: 'listed', files: [] }),
  };
}

async function setUpBodies({ acts, clock }: Office): Promise<void> {
  taken(
    await acts.makeStation({
      kind: rulesByKind.G.kind,
      demonstration: true,
      authority: {
        organisation: 'Байланыс және ақпарат министрлігі',
        commonName: 'МЕМЛЕКЕТТІК ОРГАНДАРДЫҢ КУӘЛАНДЫРУШЫ ОРТАЛЫҒЫ',
        region: 'Астана',
        email: 'g@example.kz',
      },
      addresses: {},
      suite: 'ecdsa-p256',
      authorityValidityYears: 10,
      officer: { name: 'Тұрсынова Әсел', position: 'Бас маман' },
      passphrase: 'бадаб кагар лунас топин раздо мутаз',
      wordScript: 'cyrillic',
    }),
  );
  const at = clock.now();
  taken(
    await acts.recordSetUpFact({
      backupWrittenAt: at,
      recoveryReadBackAt: at,
      backupOpenedWithPassphraseAt: at,
      backupOpenedWithRecoveryAt: at,
    }),
  );
  taken(await acts.selfSignAuthority());
}
