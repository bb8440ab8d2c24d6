/** The suite's reasons for refusing a value, and ours. */

const SAME: Readonly<Record<string, RegExp>> = {
  vague: /vague|undecided|unclear|number-vague|not-/,
  undecided: /undecided|vague/,
  ambiguous_unit: /money-unit|unit|money-above/,
  ambiguous: /several|which|unclear|yes-no|vague|range|day-order/,
  not_positive: /not-positive|below/,
  negative: /not-positive|below/,
  foreign_currency: /foreign-currency/,
  in_the_past: /^past$/,
  not_a_date: /not-a-date|date-undecided/,
  no_such_day: /no-such-day/,
  area_code_missing: /area-code/,
  not_a_phone: /not-a-phone/,
  is_a_question: /is-question|not-yes-no/,
  check_digit: /check/,
  wrong_length: /length/,
  looks_like_id_card: /resident-id/,
  not_an_email: /not-an-email/,
  not_a_duration: /not-a-duration|duration-vague/,
  not_a_percent: /not-a-percent/,
  garbled: /garbled|unclear/,
  not_a_number: /not-a-number|number-vague/,
  not_whole: /not-whole/,
  too_large: /above|large|long/,
  too_small: /below|short|few/,
  out_of_range: /above|below|not-positive/,
  over_100: /above/,
  not_one_of_six: /not-a-choice|choice-several/,
  not_a_choice: /not-a-choice/,
  several: /several|which|many/,
  empty: /empty|no-words/,
  range: /range|one-figure/,
};

/** True when our reason says what the suite's does; letters of both are compared where the suite's is unknown here. */
export function sameReason(wanted: string, got: string): boolean {
  const known = SAME[wanted];
  return known ? known.test(got) : got.replace(/[^a-z]/g, '').includes(wanted.replace(/[^a-z]/g, ''));
}
