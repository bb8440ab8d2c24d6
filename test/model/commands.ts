/** Everything a person, a colleague of the authority, the clock and the platform may do, with what the model makes of it. */
import {
  answer,
  before,
  begin,
  forget,
  goOn,
  handIn,
  inHand,
  isClosed,
  type Model,
  mayMove,
  reopen,
  submit,
  undo,
} from './model.ts';
import { answerTo, OPTIONS, wrongFor } from './small-form.ts';
import { pressed, said, step, type Weighted } from './step.ts';

const at =
  (...places: readonly Model['place']['at'][]) =>
  ({ place }: Model): boolean =>
    places.includes(place.at);
const FORMS = at('field', 'review');
/** Where answers can be changed: also those handed in, while there may be a new version. */
const CHANGES = (model: Model): boolean => FORMS(model) || (model.place.at === 'handed-in' && mayMove(model));

function field(model: Model) {
  const found = inHand(model);
  if (!found) throw new Error('no question is in hand');
  return found;
}

const takeUp = step('TakeUp', at('idle'), async (model, world, { how }) => {
  const replies = await world.deliver({ said: `揭榜 ${world.listing.reference}` }, how);
  begin(model);
  return replies;
});

const agree = step('Agree', at('consent'), async (model, world, { how }) => {
  const replies = await pressed(world, how, (reply) => reply.buttons.find((each) => each.label === '同意'));
  if (model.place.at !== 'consent' || replies === null) throw new Error('there is nothing to agree to');
  if (model.place.kind === 'data') {
    model.consented = true;
    model.place = { at: 'idle' };
    begin(model);
  } else {
    model.handedOver = true;
    handIn(model);
  }
  return replies;
});

const decline = said('Decline', at('consent'), '不同意', (model) => {
  model.place = { at: 'idle' };
});

const valid = said(
  'Answer',
  at('field'),
  (model, n) => answerTo(field(model), n).said,
  (model, n, message) => answer(model, field(model).id, answerTo(field(model), n).value, message),
);

const wrong = said(
  'AnswerWrongly',
  at('field'),
  (model) => wrongFor(field(model)),
  () => undefined,
);

const choose = step(
  'AnswerByButton',
  (model) => inHand(model)?.kind === 'choice' && model.answers[field(model).id] === undefined,
  async (model, world, { how, n }) => {
    const option = OPTIONS[n % OPTIONS.length];
    const replies = await pressed(world, how, (reply) =>
      reply.asks === field(model).id ? reply.buttons.find((each) => each.label === option?.label) : undefined,
    );
    if (replies === null || option === undefined) return null;
    answer(model, field(model).id, option.id);
    return replies;
  },
);

const back = said('Back', CHANGES, '上一步', (model) => {
  reopen(model);
  const found = before(model);
  if (found) model.place = { at: 'field', id: found.id };
});

const keep = said('Keep', at('field'), '不改', goOn);

const skip = said('Skip', at('field'), '跳过', (model) => {
  const { id, required } = field(model);
  if (!required) answer(model, id, null);
});

const correct = said(
  'Correct',
  (model) => CHANGES(model) && answered(model).length > 0,
  (model, n) => {
    const target = pickOf(answered(model), n);
    return `不对，${target.label}改成${answerTo(target, n * 2).said}`;
  },
  (model, n, message) => {
    const target = pickOf(answered(model), n);
    reopen(model);
    answer(model, target.id, answerTo(target, n * 2).value, message);
  },
);

/** Other fields with an answer that a correction in words can name. */
function answered(model: Model) {
  const { form, answers, place } = model;
  return form.fields.filter(
    (each) =>
      (answers[each.id] ?? null) !== null && each.kind !== 'yes-no' && !(place.at === 'field' && place.id === each.id),
  );
}

function pickOf<T>(list: readonly T[], n: number): T {
  const found = list[n % list.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

const takeBack = said('Undo', FORMS, '撤销', undo);

const look = said('Review', FORMS, '看看我填了什么', (model) => {
  model.place = { at: 'review' };
});

const handInWords = said('Submit', at('field', 'review', 'handed-in'), '提交', submit);

const pause = said('Pause', FORMS, '先存着', (model) => {
  model.place = { at: 'idle' };
});

const resume = said('Resume', at('idle'), '继续', (model) => {
  const begun = model.draft === 'open' && (Object.keys(model.answers).length > 0 || model.bid !== null);
  if (begun && (!isClosed(model) || model.bid?.asked === true)) goOn(model);
});

const cancel = said('Cancel', FORMS, '取消', (model) => {
  model.place = { at: 'cancel' };
});

const keepDraft = said('CancelButKeep', at('cancel'), '保留草稿', (model) => {
  model.place = { at: 'idle' };
});

const goOnAfterAll = said('CancelNot', at('cancel'), '继续填写', (model) => {
  model.place = { at: 'idle' };
  if (!isClosed(model) || model.bid?.asked === true) goOn(model);
});

const discard = said('Discard', at('cancel'), '删除草稿', (model) => {
  model.place = { at: 'idle' };
  if (model.bid === null) {
    model.draft = 'none';
    model.answers = {};
  }
});

const withdraw = said('Withdraw', at('idle'), '撤回我的申报', (model) => {
  if (model.bid) model.place = { at: 'confirm', what: 'withdraw' };
});

const deletion = said('DeleteMyData', at('idle', 'field', 'review'), '删除我的数据', (model) => {
  model.place = { at: 'confirm', what: 'delete' };
});

const leaveIt = said('NotAfterAll', at('confirm'), '算了，不', (model) => {
  model.place = { at: 'idle' };
});

const confirm = said('Confirm', at('confirm'), confirmation, (model) => {
  const { place } = model;
  if (place.at !== 'confirm') return;
  if (place.what === 'delete') forget(model);
  else takeAway(model);
});

function confirmation({ place }: Model): string {
  return place.at === 'confirm' && place.what === 'delete' ? '确认删除' : '确认撤回';
}

function takeAway(model: Model): void {
  const { bid } = model;
  model.place = { at: 'idle' };
  if (!bid || (isClosed(model) && !bid.asked)) return;
  model.bid = null;
  model.withdrawn += 1;
  model.notices += 1;
  model.draft = 'none';
  model.answers = {};
  model.filledBy.clear();
}

/** What a person does in a form and with what became of it. */
export const PERSON_STEPS: Weighted = [
  [8, takeUp],
  [10, agree],
  [1, decline],
  [30, valid],
  [3, wrong],
  [8, choose],
  [3, back],
  [2, keep],
  [5, skip],
  [3, correct],
  [2, takeBack],
  [2, look],
  [16, handInWords],
  [2, pause],
  [6, resume],
  [1, cancel],
  [2, keepDraft],
  [4, goOnAfterAll],
  [1, discard],
  [2, withdraw],
  [1, deletion],
  [4, leaveIt],
  [2, confirm],
];
