/** How far the clock may run ahead between two ticks before it counts as a sleep or a jump (D07, H03). */
const jumpMilliseconds = 120_000;
const tickMilliseconds = 5_000;

/**
 * Calls `lock` when nobody touched the page for `minutes`, when it was hidden as long, or when the clock jumped. Forms are
 * kept: locking takes keys, not what was typed. Returns how to stop.
 */
export function followIdleness(
  page: Document,
  minutes: number,
  lock: (reason: 'idle' | 'hidden' | 'clock-jump') => void,
): () => void {
  let touchedAt = Date.now();
  let tickedAt = touchedAt;
  const touch = (): void => {
    touchedAt = Date.now();
  };
  const tick = (): void => {
    const now = Date.now();
    const jumped = now - tickedAt > jumpMilliseconds || now < tickedAt - 1000;
    tickedAt = now;
    if (jumped) lock('clock-jump');
    else if (now - touchedAt > minutes * 60_000) lock(page.hidden ? 'hidden' : 'idle');
  };
  const events = ['pointerdown', 'keydown', 'wheel'] as const;
  for (const name of events) page.addEventListener(name, touch, { passive: true });
  const timer = setInterval(tick, tickMilliseconds);
  page.addEventListener('visibilitychange', tick);
  return () => {
    clearInterval(timer);
    for (const name of events) page.removeEventListener(name, touch);
    page.removeEventListener('visibilitychange', tick);
  };
}
