import { test } from 'vitest';
import { journeyScene } from '../support/journey-scene.ts';
const scene = journeyScene();
test('dbg', { timeout: 120000 }, async () => {
  const p = await scene.arrive({});
  if (!p) return;
  const at = async (s: string) => { for (const ms of [0, 300, 600]) { await p.page.waitForTimeout(ms); console.log(s, await p.page.evaluate("(()=>{const a=document.getElementById('scroll');const n=[...document.querySelectorAll('.message')].at(-1);return [a.scrollHeight-a.scrollTop-a.clientHeight, a.clientHeight, n.offsetTop-a.offsetTop-12-a.scrollTop, n.offsetHeight, document.getElementById('jump').hidden]})()")); } };
  await at('greet');
  for (const s of ['发布技术难题','同意','锂电池注液后产气，隔膜水分常在1200ppm以上，换过两家浆料都不稳', '150℃下热收缩率不高于2%，水分明显降低', '新能源', '八百万', '18个月', '示例赣东电池有限公司', '张三 13800138000']) { await p.say(s); await at(s); }
  await p.page.screenshot({ path: '/tmp/shots/dbg.png' });
});
