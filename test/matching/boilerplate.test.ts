import { describe, expect, it } from 'vitest';
import { makeBoilerplate } from '../../src/matching/boilerplate.ts';

const SHARED = '牵头单位须在本省注册满一年';

describe('sentences many lists share', () => {
  it('are boilerplate from the third list on, and the first two are told', () => {
    const boilerplate = makeBoilerplate();
    expect([...boilerplate.set('a', [SHARED])]).toEqual([]);
    expect([...boilerplate.set('b', [SHARED])]).toEqual([]);
    expect(boilerplate.has(SHARED)).toBe(false);
    expect([...boilerplate.set('c', [SHARED])]).toEqual(['a', 'b']);
    expect(boilerplate.has(SHARED)).toBe(true);
    expect([...boilerplate.set('d', [SHARED])]).toEqual([]);
  });

  it('stop being boilerplate when lists leave or change', () => {
    const boilerplate = makeBoilerplate();
    for (const id of ['a', 'b', 'c']) boilerplate.set(id, [SHARED]);
    expect([...boilerplate.set('b', ['现在说的是别的一句话了'])]).toEqual(['a', 'c']);
    expect(boilerplate.has(SHARED)).toBe(false);
  });

  it('count a list once, however often it says them', () => {
    const boilerplate = makeBoilerplate();
    boilerplate.set('a', [SHARED, SHARED, SHARED]);
    boilerplate.set('a', [SHARED]);
    boilerplate.set('b', [SHARED]);
    expect(boilerplate.has(SHARED)).toBe(false);
  });

  it('are never mere keywords', () => {
    const boilerplate = makeBoilerplate();
    for (const id of ['a', 'b', 'c']) boilerplate.set(id, ['新材料', '碳纤维复合材料']);
    expect(boilerplate.has('新材料')).toBe(false);
    expect(boilerplate.has('碳纤维复合材料')).toBe(false);
  });
});
