import type { WriterLock, WriterRole, WriterRoleChange, WriterRoleReason } from '#ports/writer-lock.ts';

/** Pages of one register in one process; each call of the answer is another page. */
export function memoryWriterLocks(): () => WriterLock {
  const office: Office = { writer: undefined, queue: [] };
  return () => new MemoryWriterLock(office);
}

interface Office {
  writer: MemoryWriterLock | undefined;
  queue: MemoryWriterLock[];
}

class MemoryWriterLock implements WriterLock {
  readonly #office: Office;
  readonly #listeners = new Set<(change: WriterRoleChange) => void>();
  #started = false;

  constructor(office: Office) {
    this.#office = office;
  }

  get role(): WriterRole {
    return this.#office.writer === this ? 'writer' : 'reader';
  }

  start(): Promise<WriterRole> {
    this.#started = true;
    if (this.#office.writer === undefined) this.#grant(this);
    else if (this.#office.writer !== this) {
      this.#wait();
      this.#tell('taken');
    }
    return Promise.resolve(this.role);
  }

  takeOver(): Promise<void> {
    const robbed = this.#office.writer;
    if (robbed === this) return Promise.resolve();
    this.#leaveQueue();
    this.#office.writer = undefined;
    if (robbed !== undefined) robbed.#lost();
    this.#grant(this);
    return Promise.resolve();
  }

  stop(): void {
    this.#started = false;
    this.#leaveQueue();
    if (this.#office.writer !== this) return;
    this.#office.writer = undefined;
    this.#tell('stopped');
    const next = this.#office.queue.shift();
    if (next !== undefined) this.#grant(next);
  }

  subscribe(listener: (change: WriterRoleChange) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #lost(): void {
    this.#tell('stolen');
    if (this.#started) this.#wait();
  }

  #wait(): void {
    if (!this.#office.queue.includes(this)) this.#office.queue.push(this);
  }

  #leaveQueue(): void {
    this.#office.queue = this.#office.queue.filter((page) => page !== this);
  }

  #grant(page: MemoryWriterLock): void {
    this.#office.writer = page;
    page.#tell('granted');
  }

  #tell(reason: WriterRoleReason): void {
    for (const listener of [...this.#listeners]) listener({ role: this.role, reason });
  }
}
