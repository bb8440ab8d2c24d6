/** Going on with a draft: where it stands, and its open question. */
import { progress } from '../programme/progress.ts';
import type { Draft } from '../programme/records.ts';
import { contextOf } from './draft-change.ts';
import { draftName } from './draft-name.ts';
import { restoreLast } from './flow-leave.ts';
import { askNext } from './flow-next.ts';
import { notOpen, stageIntro } from './flow-start.ts';
import { draftInHand, listingOf, openDrafts, openNow, park } from './focus.ts';
import { mayChange, reopened } from './resubmit.ts';
import { button, draftOf, line, note, ownCase, say, type Work, withState } from './work.ts';

/** 继续: the named draft, the one in hand, the only one, or a choice when several wait. */
export function resume(work: Work, id: string | undefined): Work {
  const named = id === undefined ? draftInHand(work) : draftOf(work, id);
  if (named) return resumeDraft(work, named);
  const open = openDrafts(work);
  const [only] = open;
  if (!only) return restoreLast(work) ?? nothingOpen(work);
  if (open.length === 1) return resumeDraft(work, only);
  return say(work, {
    lines: [line('resume.which', { n: open.length })],
    buttons: open.slice(0, 4).map((draft) => ({
      label: draftName(work, draft),
      command: { do: 'resume', draft: draft.id } as const,
    })),
  });
}

function nothingOpen(work: Work): Work {
  return say(work, {
    lines: [line('resume.nothing')],
    buttons: [button('button.open-lists', { do: 'find' }), button('button.post-need', { do: 'post-need' })],
  });
}

function resumeDraft(work: Work, draft: Draft): Work {
  const open = reopened(work, draft);
  if (!open) {
    return say(work, {
      lines: [line('submit.fixed', { contact: { bilingual: work.book.programme.contact } })],
      buttons: [button('button.review', { do: 'review', draft: draft.id }), button('button.status', { do: 'status' })],
    });
  }
  const parked = park(open.work);
  const going = withState(parked, { parked: parked.state.parked.filter((each) => each !== draft.id) });
  const listing = listingOf(work, draft);
  const own = draft.case ? ownCase(work, draft.case.id) : undefined;
  const asked = own?.kind === 'application' && mayChange(work, own);
  if (listing && !openNow(work, listing) && !asked) return notOpen(going, listing);
  const { done, of } = progress(work.book.form(draft.form), draft.stage, draft.answers, contextOf(work, draft));
  if (done === 0) return askNext(stageIntro(going, open.draft), open.draft);
  return askNext(note(going, line('resume.where', { name: draftName(work, draft), done, of })), open.draft);
}
