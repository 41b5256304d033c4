import { describe, expect, test } from '@jest/globals';
import { REPAIR_CATEGORIES } from '../../shared/repairs/categories.ts';
import { DISPATCH_SKILLS, type Hand, type Matter, rankHands, sentByRule } from '../../shared/repairs/dispatching.ts';

const DAY = '2026-03-02';
const hand = (name: string, given: Partial<Hand> = {}): Hand => ({
  id: name,
  name,
  trades: ['water_power'],
  onDuty: null,
  openTickets: 0,
  building: null,
  ...given,
});
const BURST: Matter = { category: 'burst_pipe', danger: false, building: 3, lastTime: null, handedBackBy: null };
const order = (hands: Hand[], matter: Partial<Matter> = {}) => rankHands(hands, { ...BURST, ...matter }, DAY).map((one) => one.name);
const sent = (hands: Hand[], matter: Partial<Matter> = {}) => sentByRule(hands, { ...BURST, ...matter }, DAY)?.name ?? null;

describe('who is sent', () => {
  test('says why in one line', () => {
    const [first] = rankHands([hand('赵建国', { onDuty: true, openTickets: 1, building: 4 })], BURST, DAY);
    expect(first?.why).toBe('值班水电 · 手上 1 件 · 人在 4 栋');
  });

  test('trade, then duty, then who came last time, then what is in hand, then where they are', () => {
    const wood = hand('木工', { trades: ['wood_masonry'] });
    const general = hand('综合', { trades: ['general'] });
    expect(order([wood, general, hand('水电')])).toEqual(['水电', '综合', '木工']);
    expect(order([hand('甲', { onDuty: false }), general])).toEqual(['综合', '甲']);
    expect(order([hand('甲'), hand('乙', { onDuty: true, openTickets: 2 })])).toEqual(['乙', '甲']);
    expect(order([hand('甲'), hand('乙', { openTickets: 1 })], { lastTime: '乙' })).toEqual(['乙', '甲']);
    expect(order([hand('甲', { openTickets: 1 }), hand('乙', { openTickets: 2, building: 3 })])).toEqual(['甲', '乙']);
    expect(order([hand('乙', { building: 4 }), hand('甲', { building: 3 })])).toEqual(['甲', '乙']);
    expect(order([hand('甲'), wood], { lastTime: '甲', handedBackBy: '甲' })).toEqual(['木工', '甲']);
  });

  test('by the rule alone: whom it suits, who is not full, not off duty and has not just handed it back', () => {
    expect(sent([hand('甲', { openTickets: 3 })])).toBe('甲');
    expect(sent([hand('甲', { openTickets: 4 })])).toBeNull();
    expect(sent([hand('甲', { onDuty: false })])).toBeNull();
    expect(sent([hand('甲')], { handedBackBy: '甲' })).toBeNull();
    expect(sent([hand('木工', { trades: ['wood_masonry'] })])).toBeNull();
    const general = hand('综合', { trades: ['general'] });
    expect([sent([general]), sent([general], { danger: true }), sent([general, hand('水电')], { danger: true })]).toEqual(['综合', null, '水电']);
    expect(sent([general], { category: 'lift' })).toBeNull();
  });

  test('every category says whose work it is', () => {
    expect(DISPATCH_SKILLS.map((row) => row.category).sort()).toEqual(REPAIR_CATEGORIES.map((row) => row.code).sort());
    for (const row of DISPATCH_SKILLS) expect(row.label).toBe(REPAIR_CATEGORIES.find((one) => one.code === row.category)?.label);
  });
});
