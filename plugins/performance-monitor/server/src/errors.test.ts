import fs from 'node:fs';
import path from 'node:path';
import { ERROR_PREFIX, errorTable } from './errors';

const FILE = path.resolve(__dirname, '../../../../docs/errors.md');
const begin = `<!-- ${ERROR_PREFIX} -->`;
const end = `<!-- /${ERROR_PREFIX} -->`;

function render(): string {
  const rows = Object.entries(errorTable).map(
    ([key, { status, message }]) => `| \`${ERROR_PREFIX}_${key}\` | ${status} | ${message} |`,
  );
  return [begin, '| Code | Status | Message |', '| --- | --- | --- |', ...rows, end].join('\n');
}

describe('docs/errors.md', () => {
  it('lists every error of performance-monitor as it is thrown (UPDATE_DOCS=1 writes it)', () => {
    const text = fs.readFileSync(FILE, 'utf8');
    const start = text.indexOf(begin);
    const stop = text.indexOf(end) + end.length;
    if (process.env.UPDATE_DOCS === '1') {
      fs.writeFileSync(FILE, text.slice(0, start) + render() + text.slice(stop));
    }
    const written = fs.readFileSync(FILE, 'utf8');
    expect(written).toContain(render());
  });
});
