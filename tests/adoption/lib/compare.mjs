const CONTEXT = 70;

/** The place where two texts part, with what stands around it. */
const parting = (expected, actual) => {
  let at = 0;
  while (at < expected.length && expected[at] === actual[at]) at += 1;
  const cut = (text) => JSON.stringify(text.slice(Math.max(0, at - CONTEXT), at + CONTEXT));
  return `at ${at}\n      was ${cut(expected)}\n      is  ${cut(actual)}`;
};

const PARTS = {
  status: ({ status }) => String(status),
  headers: ({ headers }) => headers.map(([name, value]) => `${name}: ${value}`).join('\n'),
  body: ({ body }) => body,
};

const differenceOf = (expected, actual) => {
  for (const [part, read] of Object.entries(PARTS)) {
    const [was, is] = [read(expected), read(actual)];
    if (was !== is) return `${part} ${parting(was, is)}`;
  }
  return undefined;
};

/**
 * Compares two recordings of the same requests. `view` says what of an answer has to be equal,
 * `isFree` which requests are left out.
 */
export function compareRecordings(
  expected,
  actual,
  { view = (answer) => answer, isFree = () => false } = {},
) {
  const differences = [];
  let compared = 0;
  expected.forEach((answer, index) => {
    if (isFree(answer)) return;
    compared += 1;
    const difference = differenceOf(view(answer), view(actual[index]));
    if (!difference) return;
    differences.push(
      `#${answer.number} ${answer.actor} ${answer.method} ${answer.path}: ${difference}`,
    );
  });
  return { compared, differences };
}
