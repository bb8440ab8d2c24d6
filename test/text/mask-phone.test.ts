import { describe, expect, it } from 'vitest';
import { maskPhone } from '../../src/text/mask-phone.ts';
import fc from '../support/fast-check.ts';

describe('telephone numbers in words for everybody', () => {
  it.each([
    ['打我手机13800138000', '打我手机***'],
    ['138-0013-8000 或 +86 139 0013 9001', '*** 或 ***'],
    ['１３８００１３８０００', '***'],
    ['座机0791-86266666', '座机***'],
    ['投入5000000元，编号 A-7K3M9-QXP2C', '投入5000000元，编号 A-7K3M9-QXP2C'],
    ['信用代码91350100M000100Y43', '信用代码91350100M000100Y43'],
  ])('%s', (said, shown) => {
    expect(maskPhone(said)).toBe(shown);
  });

  it('no mobile number is left, whatever stands around it', () => {
    const around = fc.string({ maxLength: 12 }).map((text) => text.replace(/[0-9０-９+]/g, ''));
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(maskPhone(`${before}13912345678${after}`)).not.toContain('13912345678');
      }),
    );
  });
});
