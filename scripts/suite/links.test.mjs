import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { anchorsOf, brokenLinks, targetsOf } from './links.mjs';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'suite-links-'));
after(() => fs.rmSync(root, { recursive: true }));

test('anchors follow GitHub’s rule', () => {
  const anchors = anchorsOf(
    '# What’s new?\n## `npm test` & co\n## Twice\n## Twice\n<a id="x"></a>',
  );
  assert.deepEqual([...anchors].sort(), ['npm-test--co', 'twice', 'twice-1', 'whats-new', 'x']);
});

test('reads links and images, not code or outside addresses', () => {
  const markdown =
    '[a](b.md) ![c](d.png "t") [e](https://f.test)\n`[g](h.md)`\n```\n[i](j)\n```\n[k]: l.md';
  assert.deepEqual(targetsOf(markdown), ['b.md', 'd.png', 'l.md']);
});

test('finds missing files and headings, from the file’s own folder', () => {
  fs.mkdirSync(path.join(root, 'docs'));
  fs.writeFileSync(path.join(root, 'README.md'), '# Top\n[ok](docs/a.md#one) [bad](docs/b.md)');
  fs.writeFileSync(
    path.join(root, 'docs/a.md'),
    '# One\n[ok](../README.md#top) [ok](#one) [ok](/README.md) [bad](../README.md#bottom)',
  );
  assert.deepEqual(brokenLinks(root, ['README.md', 'docs/a.md']), [
    { file: 'README.md', target: 'docs/b.md', problem: 'no such file' },
    { file: 'docs/a.md', target: '../README.md#bottom', problem: 'no such heading' },
  ]);
});
