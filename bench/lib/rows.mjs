/** `ratio <= 1.05` (ours / peer) or `ours <= 5` (in the row's unit). */
const GOAL = /^(ratio|ours) (<=|>=|<|>) (\d+(?:\.\d+)?)$/;

const COMPARE = {
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
};

/**
 * What a bench measured, completed: `ratio` is ours / peer, `met` whether the goal is reached.
 * Null where there is no peer or no goal.
 */
export const completeRow = ({ what, unit, ours, peer = null, peerName = null, goal = null }) => {
  if (!Number.isFinite(ours)) throw new Error(`"${what}": ours is ${ours}, not a number.`);
  const ratio = peer === null || peer === 0 ? null : ours / peer;
  return { what, unit, ours, peer, peerName, ratio, goal, met: isMet({ what, ours, ratio, goal }) };
};

const isMet = ({ what, ours, ratio, goal }) => {
  if (goal === null) return null;
  const match = GOAL.exec(goal);
  if (!match) throw new Error(`"${what}": goal "${goal}" is not like "ratio <= 1.05".`);
  const [, subject, operator, limit] = match;
  const value = subject === 'ratio' ? ratio : ours;
  if (value === null) throw new Error(`"${what}": the goal needs a ratio, but there is no peer.`);
  return COMPARE[operator](value, Number(limit));
};

const number = (value) => {
  if (value === null) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 2 : 4;
  return value.toFixed(digits);
};

/** The table people read. */
export const formatTable = (rows) => {
  const head = ['what', 'ours', 'peer', 'ratio', 'goal', 'met'];
  const cells = rows.map((row) => [
    row.what,
    `${number(row.ours)} ${row.unit}`,
    row.peer === null ? '–' : `${number(row.peer)} ${row.unit} (${row.peerName})`,
    number(row.ratio),
    row.goal ?? '–',
    row.met === null ? '–' : row.met ? 'yes' : 'NO',
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column].length)),
  );
  return [head, widths.map((width) => '-'.repeat(width)), ...cells]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
