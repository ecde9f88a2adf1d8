import type { FieldRefusal } from '#domain/application/parse-application.ts';
import { type CalendarDate, compareCalendarDates, parseTypedDate } from '#domain/base/calendar-date.ts';
import type { Result } from '#domain/base/result.ts';
import { examineText, tidyText } from '#domain/base/text.ts';
import { parseEmailAddress } from '#domain/party/email-address.ts';
import { type PersonName, parseNamePart } from '#domain/party/person-name.ts';
import { parsePhoneNumber } from '#domain/party/phone-number.ts';
import type { DaysRefusal } from '#domain/application/days.ts';
import type { PowerRefusal } from './representative.ts';
import type { RevocationDraft } from './revocation-draft.ts';

export type RevocationField = Exclude<keyof RevocationDraft, 'kind' | 'appliedBy'>;

/** What is wrong with one field; the field's name is the draft's own. */
export interface RevocationFieldFinding {
  readonly field: RevocationField;
  readonly refusal: FieldRefusal | RevocationFieldRefusal;
}

export type RevocationFieldRefusal =
  | { readonly type: 'SerialNumberMalformed' }
  /** the accreditation's last day is not over yet; or the register knows of none. */
  | { readonly type: 'AccreditationNotEnded'; readonly validUntil: CalendarDate }
  | { readonly type: 'AccreditationUnknown' }
  | DaysRefusal
  | PowerRefusal;

/** As it stands on papers, in groups or with colons, or in capitals. */
export function typedSerialNumber({ serialNumber }: Pick<RevocationDraft, 'serialNumber'>): string {
  return serialNumber.replace(/[\s:]/g, '').toLowerCase();
}

/** Reads the fields one by one and gathers what is wrong with them. */
export class DraftReader {
  readonly draft: RevocationDraft;
  readonly findings: RevocationFieldFinding[] = [];
  readonly #today: CalendarDate;

  constructor(draft: RevocationDraft, today: CalendarDate) {
    this.draft = draft;
    this.#today = today;
  }

  miss(field: RevocationField): void {
    this.findings.push({ field, refusal: { type: 'ChoiceMissing' } });
  }

  find(field: RevocationField, refusal: RevocationFieldRefusal): void {
    this.findings.push({ field, refusal });
  }

  taken<T>(field: RevocationField, result: Result<T, FieldRefusal>): T | undefined {
    if (result.ok) return result.value;
    this.findings.push({ field, refusal: result.error });
    return undefined;
  }

  text(field: RevocationField, max: number, multiline = false): string {
    const refusal = examineText(this.draft[field], { max, multiline });
    if (refusal !== null) this.findings.push({ field, refusal });
    return multiline ? this.draft[field].normalize('NFC').trim() : tidyText(this.draft[field]);
  }

  /** A day that is over, or today. */
  date(field: RevocationField): CalendarDate {
    const date = this.anyDate(field);
    if (date !== null && compareCalendarDates(date, this.#today) > 0)
      this.findings.push({ field, refusal: { type: 'DateInFuture', date } });
    return date ?? this.#today;
  }

  /** A day that is over, or today; today also where nothing was typed. */
  dateOrToday(field: RevocationField): CalendarDate {
    return this.draft[field].trim() === '' ? this.#today : this.date(field);
  }

  /** Any day, also one to come; null when there is none. */
  anyDate(field: RevocationField): CalendarDate | null {
    const typed = this.draft[field];
    const read = parseTypedDate(typed);
    if (typed.trim() === '') this.findings.push({ field, refusal: { type: 'Empty' } });
    else if (!read.ok) this.findings.push({ field, refusal: read.error });
    return read.ok ? read.value.date : null;
  }

  get today(): CalendarDate {
    return this.#today;
  }

  serialNumber(): string {
    const serialNumber = typedSerialNumber(this.draft);
    if (serialNumber === '') this.findings.push({ field: 'serialNumber', refusal: { type: 'Empty' } });
    else if (!/^(?:[0-9a-f]{2}){1,20}$/.test(serialNumber))
      this.findings.push({ field: 'serialNumber', refusal: { type: 'SerialNumberMalformed' } });
    return serialNumber;
  }

  phone(): string {
    return this.taken('phone', parsePhoneNumber(this.draft.phone)) ?? '';
  }

  email(): string {
    return this.taken('email', parseEmailAddress(this.draft.email.trim())) ?? '';
  }

  /** Surname, given name, and the patronymic when there is one. */
  personName(): PersonName {
    const patronymic =
      this.draft.patronymic.trim() === ''
        ? undefined
        : this.taken('patronymic', parseNamePart(this.draft.patronymic));
    return {
      surname: this.taken('surname', parseNamePart(this.draft.surname)) ?? '',
      givenName: this.taken('givenName', parseNamePart(this.draft.givenName)) ?? '',
      ...(patronymic === undefined ? {} : { patronymic }),
    };
  }
}
