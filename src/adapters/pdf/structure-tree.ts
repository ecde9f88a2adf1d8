/**
 * What the parts of a paper are, for who has it read aloud or taken apart: the structure tree of a tagged PDF (ISO 32000-1,
 * 14.7 and 14.8). jsPDF has none, so it is written where jsPDF lets its own plug-ins write.
 */
import type { jsPDF } from 'jspdf';

export type Tag = 'Document' | 'Sect' | 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD';

interface Element {
  readonly tag: Tag;
  readonly kids: (Element | Content)[];
}

/** A marked part of a page's content; `mcid` counts from 0 on each page. */
interface Content {
  readonly page: number;
  readonly mcid: number;
}

/** What jsPDF has at hand for its own plug-ins, and its types leave out. */
interface Inside {
  readonly internal: {
    write(line: string): void;
    newObjectDeferred(): number;
    newObjectDeferredBegin(id: number, writes: boolean): void;
    getCurrentPageInfo(): { readonly pageNumber: number };
    getPageInfo(page: number): { readonly objId: number };
    readonly events: {
      subscribe(topic: string, listener: (told: { readonly pageNumber: number }) => void): void;
    };
  };
}

export class StructureTree {
  readonly #inside: Inside['internal'];
  readonly #document: Element = { tag: 'Document', kids: [] };
  /** From the document down to the element that is drawn. */
  readonly #open: Element[] = [this.#document];
  /** The element whose content is being written. */
  #marked: Element | undefined;
  /** By page, from 1 on: the elements of its marked contents, in the order of their numbers. */
  readonly #contents: Element[][] = [];
  #rootId = 0;

  constructor(doc: jsPDF) {
    this.#inside = (doc as unknown as Inside).internal;
    const { events } = this.#inside;
    events.subscribe('putPage', ({ pageNumber }) => {
      if (this.#contents[pageNumber] === undefined) return;
      this.#inside.write(`/StructParents ${String(pageNumber)} /Tabs /S`);
    });
    events.subscribe('postPutResources', () => {
      this.#put();
    });
    events.subscribe('putCatalog', () => {
      this.#inside.write(`/MarkInfo <</Marked true>> /StructTreeRoot ${String(this.#rootId)} 0 R`);
      this.#inside.write('/ViewerPreferences <</DisplayDocTitle true>>');
    });
  }

  /** An element with others in it. */
  group(tag: Tag, draw: () => void): void {
    this.#open.push(this.#added(tag));
    draw();
    this.#open.pop();
  }

  /** An element with content of its own, on as many pages as it needs. */
  mark(tag: Tag, draw: () => void): void {
    const element = this.#added(tag);
    this.#begin(element);
    draw();
    this.#end();
  }

  /** What says nothing of its own: marks, page numbers, heads that come again. Also a new page in the middle of an element. */
  artifact(draw: () => void): void {
    const marked = this.#marked;
    if (marked !== undefined) this.#end();
    this.#inside.write('/Artifact BMC');
    draw();
    this.#inside.write('EMC');
    if (marked !== undefined) this.#begin(marked);
  }

  /** An element that is being drawn ends on this page and goes on upon the next one. */
  turn(newPage: () => void): void {
    const marked = this.#marked;
    if (marked !== undefined) this.#end();
    newPage();
    if (marked !== undefined) this.#begin(marked);
  }

  #added(tag: Tag): Element {
    const element: Element = { tag, kids: [] };
    (this.#open.at(-1) ?? this.#document).kids.push(element);
    return element;
  }

  #begin(element: Element): void {
    const page = this.#inside.getCurrentPageInfo().pageNumber;
    const contents = (this.#contents[page] ??= []);
    element.kids.push({ page, mcid: contents.length });
    this.#inside.write(`/${element.tag} <</MCID ${String(contents.length)}>> BDC`);
    contents.push(element);
    this.#marked = element;
  }

  #end(): void {
    this.#inside.write('EMC');
    this.#marked = undefined;
  }

  #put(): void {
    const ids = new Map<Element, number>();
    this.#rootId = this.#inside.newObjectDeferred();
    const parentsId = this.#inside.newObjectDeferred();
    const number = (element: Element): void => {
      ids.set(element, this.#inside.newObjectDeferred());
      for (const kid of element.kids) if ('kids' in kid) number(kid);
    };
    number(this.#document);
    const referenceTo = (element: Element): string => `${String(ids.get(element) ?? 0)} 0 R`;
    const put = (element: Element, parent: string): void => {
      const kids = element.kids.map((kid) =>
        'kids' in kid
          ? referenceTo(kid)
          : `<</Type /MCR /Pg ${String(this.#inside.getPageInfo(kid.page).objId)} 0 R /MCID ${String(kid.mcid)}>>`,
      );
      const scope = element.tag === 'TH' ? ' /A <</O /Table /Scope /Column>>' : '';
      this.#putObject(
        ids.get(element) ?? 0,
        `<</Type /StructElem /S /${element.tag} /P ${parent}${scope} /K [${kids.join(' ')}]>>`,
      );
      for (const kid of element.kids) if ('kids' in kid) put(kid, referenceTo(element));
    };
    const root = `${String(this.#rootId)} 0 R`;
    this.#putObject(
      this.#rootId,
      `<</Type /StructTreeRoot /K [${referenceTo(this.#document)}] /ParentTree ${String(parentsId)} 0 R>>`,
    );
    const pages = this.#contents.flatMap((elements, page) => [
      `${String(page)} [${elements.map(referenceTo).join(' ')}]`,
    ]);
    this.#putObject(parentsId, `<</Nums [${pages.join(' ')}]>>`);
    put(this.#document, root);
  }

  #putObject(id: number, dictionary: string): void {
    this.#inside.newObjectDeferredBegin(id, true);
    this.#inside.write(dictionary);
    this.#inside.write('endobj');
  }
}
