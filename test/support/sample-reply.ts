import type { Address } from '../../src/conversation/address.ts';
import type { Button, Card, Reply } from '../../src/ports/channel.ts';

let count = 0;

/** A reply with the given text; everything else is empty unless told. */
export function sampleReply(text: string, extra: Partial<Reply> = {}): Reply {
  count += 1;
  return {
    id: `01SAMPLEREPLY${String(count).padStart(13, '0')}`,
    text,
    buttons: [],
    cards: [],
    files: [],
    keys: [],
    ...extra,
  };
}

/** A button `id` with a label. */
export function sampleButton(id: string, label = '确认', style?: Button['style']): Button {
  return style === undefined ? { id, label } : { id, label, style };
}

/** A card about a 示例 list. */
export function sampleCard(title: string, button = sampleButton('m.1', '查看详情')): Card {
  return { title, label: '示例', facts: ['3000万元', '2027-01-08 截止'], because: ['对上：电工钢'], button };
}

/** A staff notice. */
export function sampleNotice(text: string, extra: Partial<Reply> = {}): Reply {
  const reference = { kind: 'application' as const, id: 'a'.repeat(32), reference: 'J-7K3M', sector: 'new-materials' };
  return sampleReply(text, { notice: { kind: 'application-submitted', case: reference }, ...extra });
}

/** A private Telegram chat. */
export function telegramAddress(id = 77): Address {
  return { channel: 'telegram', room: String(id), user: String(id) };
}
