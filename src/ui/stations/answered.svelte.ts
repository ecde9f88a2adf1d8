import type { Application } from '#domain/application/application.ts';
import type { DeliveryWay } from '#domain/authority/rule-set.ts';
import { signingGenerations } from '#domain/authority/generations.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { writeCertificateChain } from '#domain/certificate/certificate-chain.ts';
import { writePem } from '#domain/der/pem.ts';
import type { Delivery } from '#domain/register/register-entry.ts';
import { FileSaving, type FileToSave } from '#ui/exchange/file-saving.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import { rulesUnder } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { Typed } from '#ui/state/typed.svelte.ts';

export interface AnsweredFile extends FileToSave {
  readonly id: 'cer' | 'pem' | 'p7b';
  readonly octets: () => Uint8Array;
}

/** At a field station: what the authority has answered on one application, and the handing over of the certificate (N-6, N-7). */
export class Answered {
  readonly session: Session;
  readonly action: Action;
  readonly saving: FileSaving;
  deliveries = $state.raw<readonly Delivery[]>([]);
  readonly #typed = new Typed<{ readonly recipient: string; readonly way?: DeliveryWay }>(() => ({
    recipient: '',
  }));

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
    this.saving = new FileSaving(session);
  }

  async load({ answer }: Application): Promise<void> {
    const only = answer?.certificate?.serialNumber;
    if (only === undefined) return;
    const reading = await this.session.office.store.read();
    this.deliveries = await reading.list('delivery', { index: 'serialNumber', only });
  }

  waysFor(application: Application): readonly DeliveryWay[] {
    return rulesUnder(this.session, application).delivery.ways;
  }

  wayFor(application: Application): DeliveryWay | undefined {
    return this.#typed.value.way ?? this.waysFor(application)[0];
  }

  chooseWay(way: DeliveryWay): void {
    this.#typed.value = { ...this.#typed.value, way };
  }

  get recipient(): string {
    return this.#typed.value.recipient;
  }

  set recipient(recipient: string) {
    this.#typed.value = { ...this.#typed.value, recipient };
  }

  /** By e-mail it is the address on the application. */
  async handOver(application: Application): Promise<void> {
    const way = this.wayFor(application);
    if (way === undefined) return;
    const recipient = way === 'e-mail' ? application.content.email : this.recipient;
    if (recipient.trim() === '') {
      this.action.refuse(() => refusalText({ type: 'RecipientMissing' }));
      return;
    }
    const takeAway = this.#typed.sent();
    const { acts } = this.session.office;
    const handed = await this.action.perform(() =>
      acts.handOver({ applicationId: application.id, way, recipient }),
    );
    if (handed.ok) takeAway();
  }

  /** The certificate as the programs of the world take it. */
  files({ answer }: Application): readonly AnsweredFile[] {
    const { station } = this.session;
    if (answer?.certificate === undefined || station === undefined) return [];
    const { der, serialNumber } = answer.certificate;
    const authorities = signingGenerations(station)
      .slice(-1)
      .flatMap(({ certificateDer, chainDer }) => [certificateDer, ...chainDer]);
    const file = (id: AnsweredFile['id'], mediaType: string, octets: () => Uint8Array): AnsweredFile => ({
      ...{ id, mediaType, octets, name: `${serialNumber}.${id}`, kind: 'certificate', of: serialNumber },
    });
    return [
      file('cer', 'application/pkix-cert', () => der),
      file('pem', 'application/x-pem-file', () => encodeUtf8(writePem('CERTIFICATE', der))),
      file('p7b', 'application/pkcs7-mime', () => writeCertificateChain([der, ...authorities])),
    ];
  }
}
