import { readLines } from './read-lines';

it('reads JSON lines and leaves what is broken to the server', () => {
  expect(readLines('{"a":1}\n\nnonsense\n', 'x.jsonl')).toEqual([{ a: 1 }, 'nonsense']);
});

it('reads CSV with quotes, commas and nested fields', () => {
  const text =
    'type,anonymousId,messageId,properties.documentId,name\npage,v1,m1,abc,"Tea, and ""more"""\ntrack,v2,m2,,\n';
  expect(readLines(text, 'x.CSV')).toEqual([
    {
      type: 'page',
      anonymousId: 'v1',
      messageId: 'm1',
      properties: { documentId: 'abc' },
      name: 'Tea, and "more"',
    },
    { type: 'track', anonymousId: 'v2', messageId: 'm2' },
  ]);
});
