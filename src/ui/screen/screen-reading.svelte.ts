import { FrameCollector } from '#domain/exchange/screen/frame-collector.ts';

/** An envelope on its way in from another computer's screen, picture after picture. */
export class ScreenReading {
  progress = $state.raw({ have: 0, needed: 0 });
  /** Another transfer came into view, or what was read is not what its frames are named after. */
  trouble = $state<'other' | 'damaged'>();
  readonly #sha256: (octets: Uint8Array) => Uint8Array;
  readonly #onread: (content: Uint8Array) => void;
  #collector: FrameCollector;
  #isRead = false;

  constructor(sha256: (octets: Uint8Array) => Uint8Array, onread: (content: Uint8Array) => void) {
    this.#sha256 = sha256;
    this.#onread = onread;
    this.#collector = new FrameCollector(sha256);
  }

  /** Any text that a code in the picture has. */
  see(text: string): void {
    if (this.#isRead || this.trouble === 'damaged') return;
    const seen = this.#collector.take(text);
    if (seen === 'other') this.trouble = 'other';
    if (seen !== 'taken') return;
    this.trouble = undefined;
    this.progress = this.#collector.progress;
    const { content } = this.#collector;
    if (content === 'damaged') this.trouble = 'damaged';
    else if (content !== null) {
      this.#isRead = true;
      this.#onread(content);
    }
  }

  /** Whatever is in view now. */
  startOver(): void {
    this.#collector = new FrameCollector(this.#sha256);
    this.progress = this.#collector.progress;
    this.trouble = undefined;
  }
}
