import { asGuest } from '../lib/allow-list.mjs';
import { compareRecordings } from '../lib/compare.mjs';

const ONE_MORE = '"uid":"api::planted.planted"';

/** Each plants one difference a guest must not make, in a copy of a recording. */
const PLANTS = {
  'another status': (answers) => {
    answers[3] = { ...answers[3], status: 418 };
  },
  'one more header': (answers) => {
    answers[5] = { ...answers[5], headers: [...answers[5].headers, ['X-Site', '1']] };
  },
  'headers in another order': (answers) => {
    answers[7] = { ...answers[7], headers: [...answers[7].headers].reverse() };
  },
  'one more space in a body': (answers) => {
    answers[9] = { ...answers[9], body: answers[9].body.replace(':', ': ') };
  },
  'one more type in a list that may name ours': (answers) => {
    const at = answers.findIndex(({ path }) => path === '/content-type-builder/content-types');
    const body = answers[at].body.replace('"data":[', `"data":[{${ONE_MORE}},`);
    answers[at] = { ...answers[at], body };
  },
};

/** The comparison itself is put to the test: it has to find what was planted, and only that. */
export function checkComparison({ lane, answers }) {
  const missed = Object.entries(PLANTS).flatMap(([what, plant]) => {
    const copy = [...answers];
    plant(copy);
    const { differences } = compareRecordings(answers, copy, { view: asGuest });
    return differences.length === 1 ? [] : [`${what}: ${differences.length} differences found`];
  });
  lane.check(
    `the comparison finds each of ${Object.keys(PLANTS).length} planted differences`,
    missed,
  );
}
