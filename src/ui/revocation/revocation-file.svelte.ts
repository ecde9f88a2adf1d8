import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { formatCalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { ok } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { RevocationField, RevocationFieldFinding } from '#domain/revocation/draft-reader.ts';
import type { SubscriberRevocationForm } from '#domain/revocation/revocation-case.ts';
import { type RevocationDraft, emptyRevocationDraft } from '#domain/revocation/revocation-draft.ts';
import { parseRevocationToSign, writeRevocationText } from '#domain/revocation/revocation-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import { rulesOfStation } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** N-10: the file that an applicant signs, made from what is typed; nothing of it is kept here. */
export class RevocationFile {
  readonly session: Session;
  readonly action: Action;
  form = $state<SubscriberRevocationForm>('N-F4');
  draft = $state<RevocationDraft>(emptyRevocationDraft());
  findings = $state.raw<readonly RevocationFieldFinding[]>([]);
  text = $state<string>();
  saved = $state(false);

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session, 'nothing');
    this.draft.writtenOn = formatCalendarDate(this.#today);
  }

  get #today() {
    return calendarDateOf(this.session.office.clock.now());
  }

  get rules(): AuthorityRules {
    return rulesOfStation(this.session);
  }

  get fileName(): string {
    return `revocation-${this.draft.serialNumber
      .replace(/[^0-9a-f]/giu, '')
      .slice(0, 8)
      .toLowerCase()}.txt`;
  }

  findingOf(field: RevocationField): RevocationFieldFinding | undefined {
    return this.findings.find((finding) => finding.field === field);
  }

  /** The text, or what is wrong with it. */
  make(): void {
    const parsed = parseRevocationToSign($state.snapshot(this.draft), this.form, {
      today: this.#today,
      rules: this.rules,
    });
    this.findings = parsed.ok ? [] : parsed.error;
    this.text = parsed.ok ? writeRevocationText(parsed.value) : undefined;
    this.saved = false;
  }

  /** What was typed since is not what was made. */
  change(): void {
    this.text = undefined;
  }

  async save(): Promise<void> {
    const { text } = this;
    if (text === undefined) return;
    await this.action.perform(async () => {
      const file = { name: this.fileName, mediaType: 'text/plain' };
      const outcome = await this.session.office.media.save(file, () => Promise.resolve(encodeUtf8(text)));
      this.saved = outcome.type === 'written' || outcome.type === 'offered';
      return ok(null);
    });
  }
}
