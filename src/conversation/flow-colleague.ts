/** Colleagues on a draft: the lead invites, they fill in the same form; only the lead hands in. */
import type { Colleague } from '../programme/care.ts';
import { can } from '../programme/policy.ts';
import type { Draft } from '../programme/records.ts';
import { addDays, dayIn } from '../programme/working-days.ts';
import type { CodeView } from './care-types.ts';
import { codeHash } from './code-hash.ts';
import { draftName } from './draft-name.ts';
import { askConsent } from './flow-consent.ts';
import { draftInHand, hasConsent, openDrafts } from './focus.ts';
import { longCode } from './one-time-code.ts';
import { button, draftOf, effect, line, mine, note, say, type Work } from './work.ts';

const DAYS = 7;

/** True when this person is a guest on the draft, not its lead. */
export function isGuest(work: Work, draft: Draft): boolean {
  return draft.account !== work.book.mine.account.id;
}

/** Whether the person may do this to the draft, after the one policy. */
export function mayWithDraft(work: Work, action: 'submit' | 'edit-draft' | 'share-draft', draft: Draft): boolean {
  const { account, memberships, care } = mine(work);
  const colleagues = (care?.colleagues ?? []).filter((each) => each.draft === draft.id).map((each) => each.account);
  return can({ account: account.id, memberships }, action, { kind: 'draft', draft, colleagues });
}

/** Handing in, discarding and inviting are the lead's: says so, with what the colleague can do. */
export function onlyLead(work: Work, draft: Draft): Work {
  const leave = { do: 'remove-colleague', draft: draft.id, account: mine(work).account.id } as const;
  return say(work, {
    lines: [line('care.only-lead', { name: draftName(work, draft) })],
    buttons: [button('button.resume', { do: 'resume', draft: draft.id }), button('care.button.leave', leave)],
  });
}

/** 邀请同事: a one-time code for this draft, good for a week. */
export function invite(work: Work, id: string | undefined): Work {
  const draft = draftMeant(work, id);
  if (!draft) return say(work, { lines: [line('care.invite-none')], buttons: [lists] });
  if (!mayWithDraft(work, 'share-draft', draft)) return onlyLead(work, draft);
  const code = longCode(work, 'invite');
  const until = new Date(Date.parse(work.event.at) + DAYS * 86_400_000).toISOString();
  const day = addDays(dayIn(work.book.programme.timeZone, work.event.at), DAYS);
  const saved = effect(work, { type: 'save-code', hash: codeHash(code), draft: draft.id, until });
  return say(saved, {
    lines: [line('care.invite', { name: draftName(work, draft), code, day: { day } }), line('care.invite-what')],
    buttons: [
      button('button.resume', { do: 'resume', draft: draft.id }),
      button('care.button.colleagues', { do: 'colleagues', draft: draft.id }),
    ],
  });
}

const lists = button('button.open-lists', { do: 'find' });

function draftMeant(work: Work, id: string | undefined): Draft | undefined {
  const named = id === undefined ? draftInHand(work) : draftOf(work, id);
  const open = openDrafts(work).filter((each) => each.purpose !== 'profile');
  const found = named ?? (open.length === 1 ? open[0] : undefined);
  return found?.status === 'open' && found.purpose !== 'profile' ? found : undefined;
}

/** An invitation was typed: after the consent everybody gives, the draft is there from the next message on. */
export function colleagueJoins(work: Work, hash: string, found: CodeView & { readonly draft: string }): Work {
  const me = mine(work).account.id;
  if (found.account === me || draftOf(work, found.draft)) return say(work, { lines: [line('care.invite-own')] });
  if (!hasConsent(work, 'data')) return askConsent(work, 'data', { do: 'join-code', code: hash });
  const object = { kind: 'draft', id: found.draft };
  const joined = effect(
    work,
    { type: 'join-draft', hash, draft: found.draft },
    { type: 'audit', action: 'join-draft', object, from: null, to: me },
    {
      type: 'tell',
      to: { account: found.account },
      say: {
        lines: [line('care.colleague-joined', { who: mine(work).account.name ?? '' })],
        buttons: [button('care.button.colleagues', { do: 'colleagues', draft: found.draft })],
        cards: [],
        files: [],
      },
      notice: { kind: 'colleague-joined', case: { kind: 'request', id: found.draft, reference: '', sector: null } },
    },
  );
  return say(joined, {
    lines: [line('care.invited')],
    buttons: [button('button.resume', { do: 'resume', draft: found.draft }, 'primary')],
  });
}

/** Who writes along on the draft, each with a way out. */
export function showColleagues(work: Work, id: string | undefined): Work {
  const draft = draftMeant(work, id);
  if (!draft) return say(work, { lines: [line('care.invite-none')], buttons: [lists] });
  if (isGuest(work, draft)) return onlyLead(work, draft);
  const there = (mine(work).care?.colleagues ?? []).filter((each) => each.draft === draft.id);
  const rows = there.map((each, n) => `${n + 1}. ${nameOf(each)}（${each.addedAt.slice(0, 10)}）`).join('\n');
  return say(work, {
    lines: [
      there.length > 0
        ? line('care.colleagues', { name: draftName(work, draft), n: there.length, rows })
        : line('care.no-colleagues', { name: draftName(work, draft) }),
    ],
    buttons: [
      ...there.slice(0, 3).map((each, n) => ({
        label: line('care.button.remove-colleague', { n: n + 1 }),
        command: { do: 'remove-colleague', draft: draft.id, account: each.account } as const,
      })),
      button('care.button.invite', { do: 'invite', draft: draft.id }),
    ],
  });
}

function nameOf({ name, account }: Colleague): string {
  return name ?? account.slice(0, 6).toUpperCase();
}

/** The lead takes a colleague off, or a colleague leaves; what they filled in stays in the form. */
export function removeColleague(work: Work, id: string, account: string): Work {
  const draft = draftOf(work, id);
  const me = mine(work).account.id;
  if (!draft || (account !== me && !mayWithDraft(work, 'share-draft', draft)))
    return say(work, { lines: [line('care.invite-none')], buttons: [lists] });
  const object = { kind: 'draft', id };
  const gone = effect(
    work,
    { type: 'leave-draft', draft: id, account },
    { type: 'audit', action: 'leave-draft', object, from: account, to: null },
  );
  const idle = { ...gone, state: { ...gone.state, focus: { in: 'idle' } as const } };
  if (account === me)
    return say(idle, { lines: [line('care.left', { name: draftName(work, draft) })], buttons: [lists] });
  return showColleagues(note(gone, line('care.removed')), id);
}
