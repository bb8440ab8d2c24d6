import { it } from 'vitest';
import { startAttackHouse } from '../support/attack-house.ts';
it('x', async () => {
  const house = await startAttackHouse();
  const talk = await house.talker();
  const show = (v: any) => console.log(v.map((e: any) => e.text + ' ' + e.buttons.map((b: any) => `[${b.label}]`).join('')).join('\n'));
  await talk.tell('我要发布需求');
  await talk.press('同意');
  for (const t of ['x); DROP', 'x); DROP', '新材料', '300万元', '24个月','x); DROP','x); DROP', '示例王工 13711112222']) { console.log('>', t); show(await talk.tell(t)); }
  console.log('press'); show(await talk.press('提交')); 
  await house.stop();
});
