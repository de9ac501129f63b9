import fs from 'node:fs';
import path from 'node:path';

const PLUGINS = path.resolve(__dirname, '../../../plugins');
const plugins = fs
  .readdirSync(PLUGINS)
  .filter((name) => fs.existsSync(path.join(PLUGINS, name, 'admin')));

const read = (plugin: string, language: string): Record<string, string> =>
  JSON.parse(
    fs.readFileSync(
      path.join(PLUGINS, plugin, 'admin/src/translations', `${language}.json`),
      'utf8',
    ),
  ) as Record<string, string>;

/** Arguments of an ICU text: `{name}` and `{count, plural, …}`. */
const argumentsOf = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1]))].sort();

it('finds the plugins', () => {
  expect(plugins.length).toBeGreaterThan(4);
});

describe.each(plugins)('German texts of %s', (plugin) => {
  const english = read(plugin, 'en');
  const german = read(plugin, 'de');

  it('are there for every English one', () => {
    expect(Object.keys(english).filter((id) => !german[id])).toEqual([]);
  });

  it('take the same values', () => {
    const different = Object.entries(english).filter(
      ([id, text]) => argumentsOf(text).join() !== argumentsOf(german[id] ?? '').join(),
    );
    expect(different).toEqual([]);
  });
});
