import { afterAll, beforeAll, describe, expect } from 'vitest';
import { unzipFiles, zipFiles } from '#adapters/zip/zip.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { type WorkFolder, runOrThrow, workFolder } from '#tests/support/foreign-programs.ts';
import { readFileSync } from 'node:fs';
import { itWith } from '#tests/support/tools.ts';

describe('ZIP archives of foreign programs and ours', () => {
  let folder: WorkFolder;
  beforeAll(() => {
    folder = workFolder();
  });
  afterAll(() => {
    folder.remove();
  });

  itWith('unzip', 'python3')('[J18] 66,000 files are all there for unzip and for Python', () => {
    const files = new Map(
      Array.from({ length: 66_000 }, (_, i) => [`${String(i)}.cer`, encodeUtf8(String(i))]),
    );
    const path = folder.put('many.zip', zipFiles(files));
    expect(runOrThrow('unzip', '-tqq', path)).toBe('');
    const counted =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(len(z.namelist()), z.testzip())';
    expect(runOrThrow('python3', '-c', counted, path).trim()).toBe('66000 None');
  });

  itWith('python3')('[J18] what Python packs is read here, 66,000 files too', () => {
    const packed =
      'import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:\n' +
      ' [z.writestr("қ%d.txt" % i, "text %d" % i) for i in range(int(sys.argv[2]))]';
    for (const count of [3, 66_000]) {
      const path = folder.path(`theirs-${String(count)}.zip`);
      runOrThrow('python3', '-c', packed, path, String(count));
      const read = unzipFiles(Uint8Array.from(readFileSync(path)), 1e8);
      expect(read.ok && read.value.size).toBe(count);
      expect(read.ok && read.value.get('қ2.txt')).toEqual(encodeUtf8('text 2'));
    }
  });
});
