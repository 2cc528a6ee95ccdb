/** The system's clock, but no two of its instants are the same, so that what tests write one after the other has an order. */
export function tickingClock(): () => Date {
  let last = 0;
  return () => {
    last = Math.max(Date.now(), last + 1);
    return new Date(last);
  };
}
