import { authoritySubject } from '#domain/certificate/authority-subject.ts';
import { makeStation } from '#operations/station/make-station.ts';
import { anOffice, passphrase, taken } from './office-at-work.ts';
import type { Certified } from './path-samples.ts';

/** A National CA's station with a key and without a certificate; `own` is what a Root certifies. */
export async function aStationThatAsked() {
  const { desk } = anOffice();
  taken(
    await makeStation(desk, {
      kind: 'N',
      demonstration: false,
      authority: {
        organisation: 'Цифрлық даму министрлігі',
        commonName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ',
        region: 'Астана',
        email: 'ca@example.kz',
      },
      addresses: {},
      suite: 'ecdsa-p256',
      authorityValidityYears: 10,
      officer: { name: 'Сейітова Айгүл', position: 'Бас маман' },
      passphrase,
      wordScript: 'cyrillic',
    }),
  );
  const station = await (await desk.store.read()).get('station', 'station');
  if (station === undefined) throw new Error('no station');
  const subject = authoritySubject(station);
  const spkiDer = station.authoritySpkiDer;
  const own: Certified = { subject, spkiDer };
  return { desk, subject, spkiDer, own };
}
