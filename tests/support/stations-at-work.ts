import { memoryStore } from '#adapters/memory/memory-store.ts';
import type { Application, SubscriberContent } from '#domain/application/application.ts';
import { standingPairings, stationDigest } from '#domain/authority/paired-station.ts';
import type { Station } from '#domain/authority/station.ts';
import type { ExchangeManifest } from '#domain/exchange/package/manifest.ts';
import type { RegisterStore } from '#ports/register-store.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { encryptScan } from '#operations/application/scan.ts';
import { lookAtPackage } from '#operations/exchange/look-at-package.ts';
import { makeExchangePackage, makeReceipt } from '#operations/exchange/make-package.ts';
import { type PackedItem, packedExchange } from '#operations/exchange/package-file.ts';
import { lookAtPairingRequest, pairStation } from '#operations/exchange/pair-station.ts';
import { makePairingAnswer } from '#operations/exchange/pairing-answer.ts';
import { requestPairing } from '#operations/exchange/request-pairing.ts';
import { lookAtPairingAnswer, takePairingAnswer } from '#operations/exchange/take-pairing-answer.ts';
import { type TakePackageCommand, takePackage } from '#operations/exchange/take-package.ts';
import { makeStation } from '#operations/station/make-station.ts';
import { recordSetUpFact } from '#operations/station/key-backup.ts';
import { aManifest } from './exchange-samples.ts';
import {
  type OfficeAtWork,
  aRequest,
  anIndividual,
  anOffice,
  passphrase,
  setUp,
  taken,
} from './office-at-work.ts';
import { picture } from './picture.ts';

/** A field station of the National CA as its wizard leaves it before the pairing. */
export async function aFieldStation(store: RegisterStore = memoryStore()): Promise<OfficeAtWork> {
  const office = anOffice(store);
  await setUpField(office);
  return office;
}

export async function setUpField({ desk }: OfficeAtWork): Promise<readonly string[]> {
  const made = taken(
    await makeStation(desk, {
      kind: 'N',
      purpose: 'field',
      demonstration: false,
      authority: {
        organisation: 'ХҚКО',
        commonName: 'Көшпелі станция',
        region: 'Түркістан',
        email: 'f@example.kz',
      },
      addresses: {},
      suite: 'ecdsa-p256',
      authorityValidityYears: 1,
      officer: { name: 'Оспанов Данияр', position: 'Тіркеуші' },
      passphrase,
      wordScript: 'cyrillic',
    }),
  );
  const at = desk.clock.now();
  taken(await recordSetUpFact(desk, { backupWrittenAt: at, recoveryReadBackAt: at, storageAnswer: 'kept' }));
  taken(await recordSetUpFact(desk, { backupOpenedWithPassphraseAt: at, backupOpenedWithRecoveryAt: at }));
  return made.recoveryWords;
}

/** Two stations that know each other. */
export interface Stations {
  readonly authority: OfficeAtWork;
  readonly field: OfficeAtWork;
}

export async function anAuthority(store: RegisterStore = memoryStore()): Promise<OfficeAtWork> {
  const office = anOffice(store);
  await setUp(office);
  return office;
}

export async function pairedStations(): Promise<Stations> {
  const stations = { authority: await anAuthority(), field: await aFieldStation() };
  await pair(stations);
  return stations;
}

/** As two people do it: each side confirms the digest whose words were read aloud. */
export async function pair({ authority, field }: Stations): Promise<void> {
  const request = taken(await requestPairing(field.desk));
  const seen = taken(await lookAtPairingRequest(authority.desk, request.zip));
  const { manifestSha256 } = seen;
  const { pairing } = taken(await pairStation(authority.desk, { file: request.zip, manifestSha256 }));
  const answer = taken(await makePairingAnswer(authority.desk, { pairing }));
  const answerSeen = taken(await lookAtPairingAnswer(field.desk, answer.zip));
  taken(await takePairingAnswer(field.desk, { file: answer.zip, manifestSha256: answerSeen.manifestSha256 }));
}

export async function digestOfStation(office: OfficeAtWork): Promise<string> {
  return stationDigest((await stationOf(office)).stationCertificateDer, office.desk.sha256);
}

/** An application that is handed in, with its request and, where asked for, a scan of its document. */
export async function handedIn(
  { desk }: OfficeAtWork,
  change: Partial<SubscriberContent> = {},
  withScan = false,
): Promise<Application> {
  const scan = withScan ? taken(await encryptScan(desk, { name: 'құжат.png', octets: picture })) : undefined;
  const plain = anIndividual(change);
  const content =
    scan === undefined
      ? plain
      : {
          ...plain,
          documents: plain.documents.map((each) => ({ ...each, attachmentId: scan.attachment.id })),
        };
  const [application] = taken(
    await receiveApplications(desk, {
      applications: [{ content, request: await aRequest(content), scans: scan === undefined ? [] : [scan] }],
    }),
  );
  if (application === undefined) throw new Error('no application');
  return application;
}

/** The next package of a station to the other one. */
export async function sent(from: OfficeAtWork, to: OfficeAtWork, which: 'all' | 'urgent' = 'all') {
  return taken(await makeExchangePackage(from.desk, { peer: await digestOfStation(to), which }));
}

export async function receipt(from: OfficeAtWork, to: OfficeAtWork): Promise<Uint8Array> {
  return taken(await makeReceipt(from.desk, { peer: await digestOfStation(to) }));
}

/** Looked at and taken in, as an officer does it. */
export async function tookIn(
  { desk }: OfficeAtWork,
  file: Uint8Array,
  conflicts: TakePackageCommand['conflicts'] = {},
) {
  const seen = await lookAtPackage(desk, file);
  return seen.ok ? takePackage(desk, { file, id: seen.value.id, conflicts }) : seen;
}

/** A package as its own station would have signed it if it were another program: members of the manifest changed, items as given. */
export async function signedAnew(
  from: OfficeAtWork,
  to: OfficeAtWork,
  change: Partial<ExchangeManifest>,
  items: readonly PackedItem[] = [],
): Promise<Uint8Array> {
  const [own, receiver] = [await digestOfStation(from), await digestOfStation(to)];
  const station = await stationOf(from);
  const at = from.desk.clock.now();
  const manifest = aManifest({
    sender: own,
    receiver,
    pairing: standingPairings(station).at(-1)?.pairing ?? '',
    madeAt: at,
    ...change,
  });
  const { zip } = await packedExchange(from.desk, station.stationCertificateDer, manifest, items);
  return taken(await from.desk.custody.sealExchange({ station, receiver, zip, at }));
}

export async function stationOf({ desk }: OfficeAtWork): Promise<Station> {
  const station = await (await desk.store.read()).get('station', 'station');
  if (station === undefined) throw new Error('no station');
  return station;
}
