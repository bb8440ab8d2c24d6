/** When a person wants to be left in peace: how often new lists are told of, quiet hours, and a pause of some days. */
import { type CareSettings, isSnoozed, NO_CARE } from '../programme/care.ts';
import { dayIn } from '../programme/working-days.ts';
import type { Command } from '../understanding/command.ts';
import { saveDraft } from './draft-change.ts';
import { button, draftOf, effect, line, mine, say, type Work, withState } from './work.ts';

/** Longest pause, days. */
const LONGEST = 365;

/** What the person chose, with this step's changes. */
export function settingsOf(work: Work): CareSettings {
  return (mine(work).care ?? NO_CARE).settings;
}

/** Rhythm, quiet hours or reminders were chosen; with nothing chosen, says what holds. */
export function setCare(work: Work, { rhythm, quiet, reminders }: Omit<Extract<Command, { do: 'care' }>, 'do'>): Work {
  const before = settingsOf(work);
  const hours = quiet?.every((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24) ? quiet : undefined;
  const settings: CareSettings = {
    ...before,
    ...(rhythm && { rhythm }),
    ...(hours && { quiet: { from: hours[0] % 24, to: hours[1] % 24 } }),
    ...(reminders && { reminders }),
  };
  const changed = rhythm || hours || reminders ? effect(work, { type: 'save-care', settings }) : work;
  return say(changed, {
    lines: [
      line(`care.rhythm-${settings.rhythm}`),
      line('care.quiet', { from: settings.quiet.from, to: settings.quiet.to }),
      line(settings.reminders ? 'care.reminders-on' : 'care.reminders-off'),
    ],
    buttons: [
      settings.rhythm === 'weekly'
        ? button('care.button.daily', { do: 'care', rhythm: 'daily' })
        : button('care.button.weekly', { do: 'care', rhythm: 'weekly' }),
      button('care.button.snooze', { do: 'snooze' }),
      button('care.button.wishes', { do: 'subscriptions' }),
    ],
  });
}

/** 暂停提醒: for some days, at most a year; 0 ends the pause. */
export function snooze(work: Work, days: number | undefined): Work {
  const settings = settingsOf(work);
  if (days === undefined) return askHowLong(work, settings);
  const span = Math.min(Math.max(0, Math.trunc(days)), LONGEST);
  const until = span === 0 ? null : new Date(Date.parse(work.event.at) + span * 86_400_000).toISOString();
  const saved = effect(work, { type: 'save-care', settings: { ...settings, snoozedUntil: until } });
  if (until === null)
    return say(saved, {
      lines: [line('care.awake')],
      buttons: [button('care.button.wishes', { do: 'subscriptions' })],
    });
  return say(saved, {
    lines: [line('care.snoozed', { day: { day: dayIn(work.book.programme.timeZone, until) } })],
    buttons: [button('care.button.wake', { do: 'snooze', days: 0 })],
  });
}

function askHowLong(work: Work, settings: CareSettings): Work {
  const wake = isSnoozed(settings, work.event.at) ? [button('care.button.wake', { do: 'snooze', days: 0 })] : [];
  return say(work, {
    lines: [line('care.snooze-how-long')],
    buttons: [
      ...[1, 7, 30].map((days) => ({
        label: line('care.button.days', { days }),
        command: { do: 'snooze', days } as const,
      })),
      ...wake,
    ],
  });
}

/** 不再提醒: no reminder of this draft any more; a review on screen stays valid. */
export function noReminder(work: Work, id: string): Work {
  const draft = draftOf(work, id);
  if (!draft) return say(work, { lines: [line('cancel.gone')], buttons: [button('button.status', { do: 'status' })] });
  const saved = saveDraft(work, { ...draft, noReminder: true });
  const { focus } = saved.work.state;
  const seen = focus.in === 'review' && focus.draft === id && focus.version === draft.version;
  const held = seen ? withState(saved.work, { focus: { ...focus, version: saved.draft.version } }) : saved.work;
  return say(held, {
    lines: [line('care.no-reminder')],
    buttons: [button('button.resume', { do: 'resume', draft: id })],
  });
}
