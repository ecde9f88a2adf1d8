import { type CalendarDate, compareCalendarDates, parseTypedDate } from '#domain/base/calendar-date.ts';
import type { Result } from '#domain/base/result.ts';
import { examineText, tidyText } from '#domain/base/text.ts';
import type { FieldRefusal } from './parse-application.ts';

/** What is wrong with one field; `field` is the draft's own name, `document.date` or `persons.0.iin` within it. */
export interface LetterFinding<Clause, Refusal> {
  readonly field: string;
  readonly clause: Clause;
  readonly refusal: Refusal;
}

/**
 * Reads a body's letter, to issue or to revoke, field by field and gathers what is wrong; what could not be read comes back
 * as something of its type. A finding is of the letter's own clause unless another one is named.
 */
export class LetterReading<Clause, Refusal = FieldRefusal> {
  readonly findings: LetterFinding<Clause, Refusal | FieldRefusal>[] = [];
  readonly #today: CalendarDate;
  readonly #clause: Clause;

  constructor(today: CalendarDate, clause: Clause) {
    this.#today = today;
    this.#clause = clause;
  }

  find(field: string, refusal: Refusal | FieldRefusal, clause: Clause = this.#clause): void {
    this.findings.push({ field, clause, refusal });
  }

  /** At most `max` characters, and not none. */
  text(field: string, value: string, max: number, clause?: Clause): string {
    const refusal = examineText(value, { max });
    if (refusal !== null) this.find(field, refusal, clause);
    return tidyText(value);
  }

  /** Today at the latest. */
  pastDay(field: string, value: string, clause?: Clause): CalendarDate {
    const read = parseTypedDate(value);
    if (value.trim() === '') this.find(field, { type: 'Empty' }, clause);
    else if (!read.ok) this.find(field, read.error, clause);
    else if (compareCalendarDates(read.value.date, this.#today) > 0)
      this.find(field, { type: 'DateInFuture', date: read.value.date }, clause);
    return read.ok ? read.value.date : this.#today;
  }

  /** What another reader made of the field; undefined where it refused. */
  taken<T>(field: string, result: Result<T, FieldRefusal>, clause?: Clause): T | undefined {
    if (result.ok) return result.value;
    this.find(field, result.error, clause);
    return undefined;
  }
}
