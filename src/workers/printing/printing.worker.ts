import { PdfPrinter } from '#adapters/pdf/pdf-printer.ts';
import type { FormContent } from '#domain/form/content.ts';

export interface PrintQuestion {
  readonly id: number;
  readonly content: FormContent;
}

const printer = new PdfPrinter(async (file) => {
  const response = await fetch(new URL(`../fonts/${file}`, self.location.href));
  if (!response.ok) throw new Error(`font ${file}: ${String(response.status)}`);
  return new Uint8Array(await response.arrayBuffer());
});

/** Draws papers off the page's thread; the fonts come from the installed application, by the service worker. */
self.onmessage = (event: MessageEvent<PrintQuestion>) => {
  const { id, content } = event.data;
  const progress = (done: number, total: number) => {
    self.postMessage({ id, type: 'progress', done, total });
  };
  printer.print(content, progress).then(
    (value) => {
      self.postMessage({ id, type: 'value', value });
    },
    (error: unknown) => {
      self.postMessage({ id, type: 'fault', name: error instanceof Error ? error.name : 'Error' });
    },
  );
};
