import { bytesToHex } from '#domain/base/bytes.ts';
import { DerError, type DerProblem, reading } from '#domain/der/der-refusal.ts';
import { bigIntOf } from '#domain/der/element.ts';
import { decodeOid, isWellFormedOid } from '#domain/der/object-identifier.ts';
import { oidName } from '#domain/der/object-identifiers.ts';
import { checkPrimitive } from '#domain/der/primitive-check.ts';
import { decodeString, stringTypes } from '#domain/der/string-types.ts';
import { constructedBit, tag } from '#domain/der/tag.ts';
import { decodeTime } from '#domain/der/time.ts';
import type { DescribedField, Description, FieldValue, FoundProblem } from './described-field.ts';
import { deepest, type LooseElement, looseChildren, looseElement } from './lenient-reader.ts';
import type { Part, Schema } from './schema.ts';

/** Of one list; what has more is counted. */
const shownOfList = 200;
/** Of all together: more is no structure that somebody walks through. */
const shownFields = 6_000;
const shownProblems = 100;
const shownOctets = 64;
const shownLetters = 2_000;

/** Explains the octets by the schema of what they seem to be. Of any octets: it never throws, and its work is bounded. Null: not one element. */
export function describe(file: Uint8Array, schema: Schema): Description | null {
  const top = looseElement(file, 0, file.length);
  if (top === null) return null;
  const work: Work = { file, left: shownFields, problems: [] };
  const root = fieldOf(work, top, schema, 0);
  if (top.end < file.length) note(work, 'TrailingOctets', top.end);
  return { root, problems: work.problems };
}

interface Work {
  readonly file: Uint8Array;
  /** How many fields may still be described. */
  left: number;
  readonly problems: FoundProblem[];
}

function note(work: Work, problem: DerProblem, offset: number): void {
  if (work.problems.length < shownProblems) work.problems.push({ problem, offset });
}

function fieldOf(work: Work, element: LooseElement, given: Schema, depth: number): DescribedField {
  const { file } = work;
  const schema = given.of?.(element, file) ?? given;
  const { start, contentStart, end } = element;
  const found = [...element.problems, ...contentProblems(file, element)];
  for (const problem of found) note(work, problem, start);
  const { fields, omitted } = schema.closed === true ? nothing : within(work, element, schema, depth);
  const hidden = schema.closed === true || fields.some((each) => each.hidden);
  const value = hidden ? undefined : (schema.value?.(element, file) ?? valueOf(file, element));
  const critical = criticalOf(schema, fields);
  return {
    name: schema.name,
    ...(schema.word === undefined ? {} : { word: schema.word }),
    ...(schema.section === undefined ? {} : { section: schema.section }),
    ...(value === undefined ? {} : { value }),
    ...(critical === undefined ? {} : { critical }),
    start,
    contentStart,
    end,
    children: fields,
    omitted,
    problems: found,
    hidden,
  };
}

const nothing = { fields: [], omitted: 0 } as const;

/** What lies in it: its parts, or what its octets are. */
function within(
  work: Work,
  element: LooseElement,
  schema: Schema,
  depth: number,
): { readonly fields: readonly DescribedField[]; readonly omitted: number } {
  const isConstructed = (element.tag & constructedBit) !== 0;
  if ((!isConstructed && schema.inside === undefined) || depth >= deepest) return nothing;
  // A BIT STRING has the number of its unused bits before it.
  const from = element.contentStart + (!isConstructed && element.tag === tag.bitString ? 1 : 0);
  const read = looseChildren(work.file, from, element.contentEnd, shownOfList);
  if (read.unreadAt !== undefined && isConstructed) note(work, 'Truncated', read.unreadAt);
  const fields: DescribedField[] = [];
  let { omitted } = read;
  let next = 0;
  for (const child of read.elements) {
    if (work.left <= 0) {
      omitted++;
      continue;
    }
    work.left--;
    const at = isConstructed ? partFor(schema.parts ?? [], next, child) : -1;
    if (at >= 0) next = at + 1;
    fields.push(fieldOf(work, child, childSchema(schema, isConstructed, at, child), depth + 1));
  }
  return { fields, omitted };
}

function childSchema(schema: Schema, isConstructed: boolean, at: number, child: LooseElement): Schema {
  const known = isConstructed ? (schema.parts?.[at] ?? schema.each) : schema.inside;
  return known ?? { name: typeName(child.tag) };
}

/** The next part that may have this identifier; -1: none, and the parts wait for what comes after it. */
function partFor(parts: readonly Part[], from: number, child: LooseElement): number {
  return parts.findIndex(({ tags }, i) => i >= from && (tags === undefined || tags.includes(child.tag)));
}

function criticalOf({ word }: Schema, fields: readonly DescribedField[]): boolean | undefined {
  const [first, second] = fields;
  if (word === undefined || first?.name !== 'extnID') return undefined;
  return second?.value?.type === 'flag' && second.value.flag;
}

/** What is wrong with a primitive value of a universal type (X.690 §8, §11). */
function contentProblems(file: Uint8Array, element: LooseElement): readonly DerProblem[] {
  const { tag: identifier, start, contentStart, contentEnd: end } = element;
  if ((identifier & constructedBit) !== 0 || element.problems.includes('Truncated')) return [];
  const checked = reading(() => {
    checkPrimitive({ tag: identifier, bytes: file, start, contentStart, end, children: [] }, undefined);
  });
  return checked.ok ? [] : [checked.error.problem];
}

/** By the type alone. */
export function valueOf(file: Uint8Array, element: LooseElement): FieldValue | undefined {
  const content = file.subarray(element.contentStart, element.contentEnd);
  if ((element.tag & constructedBit) !== 0) return undefined;
  switch (element.tag) {
    case tag.boolean:
      return { type: 'flag', flag: (content[0] ?? 0) !== 0 };
    case tag.integer:
    case tag.enumerated:
      return content.length > 8 ? octetsValue(content) : { type: 'number', text: String(bigIntOf(content)) };
    case tag.objectIdentifier:
      return isWellFormedOid(content) ? oidValue(decodeOid(content)) : octetsValue(content);
    case tag.utcTime:
    case tag.generalizedTime:
      return timeValue(element.tag, content);
    case tag.null:
      return undefined;
    case tag.bitString:
      return octetsValue(content.subarray(1));
    default: {
      const text = stringTypes.includes(element.tag) ? decodeString(element.tag, content) : null;
      return text === null ? octetsValue(content) : { type: 'text', text: beginningOf(text) };
    }
  }
}

/** What is cut says so. */
function beginningOf(text: string): string {
  return text.length > shownLetters ? `${text.slice(0, shownLetters)}…` : text;
}

export function octetsValue(octets: Uint8Array): FieldValue {
  return { type: 'octets', hex: bytesToHex(octets.subarray(0, shownOctets)), octets: octets.length };
}

export function oidValue(dotted: string): FieldValue {
  const name = oidName(dotted);
  return name === null ? { type: 'oid', dotted } : { type: 'oid', dotted, name };
}

function timeValue(identifier: number, content: Uint8Array): FieldValue {
  try {
    return { type: 'time', at: decodeTime(identifier, content, 0) };
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return { type: 'text', text: decodeString(tag.visibleString, content.subarray(0, shownOctets)) ?? '' };
  }
}

const universal: ReadonlyMap<number, string> = new Map([
  [tag.boolean, 'BOOLEAN'],
  [tag.integer, 'INTEGER'],
  [tag.bitString, 'BIT STRING'],
  [tag.octetString, 'OCTET STRING'],
  [tag.null, 'NULL'],
  [tag.objectIdentifier, 'OBJECT IDENTIFIER'],
  [tag.enumerated, 'ENUMERATED'],
  [tag.utf8String, 'UTF8String'],
  [tag.numericString, 'NumericString'],
  [tag.printableString, 'PrintableString'],
  [tag.teletexString, 'TeletexString'],
  [tag.ia5String, 'IA5String'],
  [tag.utcTime, 'UTCTime'],
  [tag.generalizedTime, 'GeneralizedTime'],
  [tag.visibleString, 'VisibleString'],
  [tag.universalString, 'UniversalString'],
  [tag.bmpString, 'BMPString'],
  [tag.sequence, 'SEQUENCE'],
  [tag.set, 'SET'],
]);

/** X.680's name of the type, `[2]` where only a structure could say it. */
export function typeName(identifier: number): string {
  const known = universal.get(identifier);
  if (known !== undefined) return known;
  const number = identifier > 255 ? identifier >> 8 : identifier & 31;
  const classes = ['UNIVERSAL ', 'APPLICATION ', '', 'PRIVATE '];
  return `[${classes[(identifier & 0xc0) >> 6] ?? ''}${String(number)}]`;
}
