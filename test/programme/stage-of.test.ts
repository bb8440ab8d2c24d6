import { describe, expect, it } from 'vitest';
import { stageOf } from '../../src/programme/stage-of.ts';
import { aBid, aListing, aNeed, PROGRAMME } from '../support/case-fixtures.ts';

describe('the stage of a case', () => {
  it('is counted from one, along its own track', () => {
    expect(stageOf(PROGRAMME, aNeed())).toEqual({ index: 1, of: 5, label: { zh: '征集需求', en: '征集需求' } });
    expect(stageOf(PROGRAMME, aListing())).toMatchObject({ index: 2, of: 5 });
    expect(stageOf(PROGRAMME, aListing({}, 'key-technology'))).toMatchObject({ index: 2, of: 4 });
    expect(stageOf(PROGRAMME, aBid(1, { status: 'shortlisted' }))).toMatchObject({ index: 4, of: 5 });
  });

  it('is none for a case that left its track', () => {
    expect(stageOf(PROGRAMME, aNeed({ status: 'withdrawn' }))).toBeNull();
    expect(stageOf(PROGRAMME, aListing({ status: 'archived' }))).toBeNull();
  });
});
