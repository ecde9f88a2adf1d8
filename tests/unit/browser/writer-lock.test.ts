import { describe, expect, it } from 'vitest';
import { memoryWriterLocks } from '#adapters/memory/writer-lock.ts';
import { writerLockContract } from '#tests/contracts/writer-lock.contract.ts';

writerLockContract(
  'in memory',
  () => {
    const page = memoryWriterLocks();
    return [page(), page(), page()];
  },
  { describe, it, expect },
);
