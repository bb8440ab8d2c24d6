/** R42: a notice abroad carries number, kind, sector and link; everything else stays on the desk. */
import type { NoticeInfo, Say } from '../conversation/say.ts';
import type { Programme } from '../programme/programme.ts';

/** The notice without a word of its content; buttons stay, as their labels are ours. */
export function minimalSay(say: Say, notice: NoticeInfo, programme: Programme): Say {
  const { kind, reference, sector } = notice.case;
  // Who did what to which number is no content of the case.
  if (say.lines.every((line) => line.key.startsWith('notice.acted'))) return { ...say, cards: [], files: [] };
  if (kind === 'request')
    return {
      ...say,
      lines: [{ key: 'engine.handoff-minimal', vars: { reference } }],
      buttons: [],
      cards: [],
      files: [],
    };
  const label = programme.sectors.find((each) => each.id === sector)?.label;
  return {
    lines: [
      {
        key: 'engine.minimal',
        vars: {
          what: { key: `engine.kind.${kind}` },
          reference,
          sector: label ? { bilingual: label } : { key: 'engine.no-sector' },
        },
      },
    ],
    buttons: say.buttons.filter((button) => 'key' in button.label && button.label.vars === undefined),
    cards: [],
    files: [],
    ...(say.link !== undefined && { link: say.link }),
  };
}

/** News about somebody's own case on a channel abroad: its number and where it stands; what was decided and why is on the web. */
export function minimalNews(say: Say, notice: NoticeInfo): Say {
  const { kind, reference } = notice.case;
  return {
    lines: [
      { key: 'engine.minimal-own', vars: { what: { key: `engine.kind.${kind}` }, reference } },
      ...say.lines.filter((line) => line.key === 'status.line'),
    ],
    buttons: say.buttons.filter((button) => 'key' in button.label && button.label.vars === undefined),
    cards: [],
    files: [],
    link: '/',
  };
}
