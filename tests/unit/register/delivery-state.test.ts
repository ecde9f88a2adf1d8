import { describe, expect, it } from 'vitest';
import type { DeliveryWay } from '#domain/authority/rule-set.ts';
import type { Instant } from '#domain/base/instant.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { deliveryState } from '#domain/register/delivery-state.ts';
import type { Delivery } from '#domain/register/register-entry.ts';

function delivered(way: DeliveryWay, at: string): Delivery {
  return { id: way, salt: '', serialNumber: '01', way, at: at as Instant, officer: 'o', recipient: 'r' };
}

describe('handing a certificate over', () => {
  it('[R-8] of the Root CA it is done when both faces were given: electronic document and paper', () => {
    expect(deliveryState(rulesByKind.R, [])).toEqual({ missing: ['medium', 'paper'] });
    const paper = delivered('paper', '2026-11-26T06:00:00Z');
    expect(deliveryState(rulesByKind.R, [paper])).toEqual({ missing: ['medium'] });
    expect(deliveryState(rulesByKind.R, [delivered('medium', '2026-11-27T06:00:00Z'), paper])).toEqual({
      deliveredAt: '2026-11-27T06:00:00Z',
      missing: [],
    });
  });

  it('[N-7] of the National CA one of its two ways is enough', () => {
    expect(deliveryState(rulesByKind.N, []).missing).toEqual(['e-mail', 'paper']);
    expect(deliveryState(rulesByKind.N, [delivered('e-mail', '2026-11-26T06:00:00Z')])).toEqual({
      deliveredAt: '2026-11-26T06:00:00Z',
      missing: [],
    });
  });

  it('the same way twice is still one of two', () => {
    const twice = [delivered('paper', '2026-11-26T06:00:00Z'), delivered('paper', '2026-11-27T06:00:00Z')];
    expect(deliveryState(rulesByKind.R, twice).missing).toEqual(['medium']);
  });
});
