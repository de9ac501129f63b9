import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { at, ROOT } from '../../../scripts/lib/paths.mjs';
import { packagesIn, runtimePackagesIn } from './imports.mjs';

const NEEDED = [
  'package.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'dist/server/index.js',
  'dist/server/index.mjs',
  'dist/admin/index.js',
  'dist/admin/index.mjs',
];
const ALLOWED = /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/.+)$/;
const UNWANTED = /(\.(test|spec)\.|__tests__|__mocks__|node_modules|tsconfig|\.tsbuildinfo$)/;
const KIT = 'suite-kit';

const isCode = (file) => /\.(js|mjs|cjs)$/.test(file);
const isText = (file) => !/\.(png|jpe?g|webp|woff2?|wasm)$/.test(file);

const fileList = ({ files }) => [
  ...NEEDED.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
  ...files.filter((file) => !ALLOWED.test(file)).map((file) => `${file} does not belong there`),
  ...files.filter((file) => UNWANTED.test(file)).map((file) => `${file} does not belong there`),
];

/** Where it was built is nobody's business, in source maps least of all. */
const machinePaths = ({ files, read }) => {
  const places = [ROOT.replace(/[/\\]$/, ''), os.homedir()].filter((place) => place.length > 4);
  return files
    .filter(isText)
    .filter((file) => places.some((place) => read(file).includes(place)))
    .map((file) => `${file} names a folder of this machine`);
};

const privatePackages = ({ files, read }) =>
  files
    .filter((file) => isCode(file) || file.endsWith('.d.ts') || file === 'package.json')
    .filter((file) =>
      file === 'package.json'
        ? KIT in
          { ...JSON.parse(read(file)).dependencies, ...JSON.parse(read(file)).peerDependencies }
        : packagesIn(read(file)).has(KIT),
    )
    .map((file) => `${file} asks for ${KIT}, which is not published`);

/** What the plugin loads at run time has to be declared, or an app may not have it. */
const undeclared = ({ files, read }) => {
  const { dependencies, peerDependencies } = JSON.parse(read('package.json'));
  const declared = new Set(Object.keys({ ...dependencies, ...peerDependencies }));
  return files
    .filter(isCode)
    .flatMap((file) =>
      [...packagesIn(read(file))]
        .filter((name) => !declared.has(name) && name !== KIT)
        .map((name) => `${file} loads ${name}, which package.json does not name`),
    );
};

const sourcesOf = (folder) =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { recursive: true })
        .map(String)
        .filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file))
        .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'))
    : [];

const allPackages = (texts, find) => new Set(texts.flatMap((text) => [...find(text)]));

/** A peer that the sources use and the bundle does not ask for has been bundled: a second copy. */
const bundledPeers = ({ plugin, files, read }) => {
  const peers = Object.keys(plugin.pkg.peerDependencies ?? {});
  return ['server', 'admin'].flatMap((side) => {
    const used = allPackages(sourcesOf(path.join(plugin.dir, side, 'src')), runtimePackagesIn);
    const bundle = files.filter((file) => isCode(file) && file.startsWith(`dist/${side}/`));
    const asked = allPackages(bundle.map(read), packagesIn);
    return peers
      .filter((peer) => used.has(peer) && !asked.has(peer))
      .map((peer) => `dist/${side} holds its own ${peer}`);
  });
};

/** Kit is bundled: some text of its sources has to be found in the bundle that uses it. */
const missingKit = ({ plugin, files, read }) =>
  ['server', 'admin'].flatMap((side) => {
    const used = sourcesOf(path.join(plugin.dir, side, 'src')).some((source) =>
      runtimePackagesIn(source).has(KIT),
    );
    if (!used) return [];
    const names = sourcesOf(at('packages/kit/src', side)).flatMap((source) =>
      [...source.matchAll(/export (?:async )?(?:function|const|class) (\w+)/g)].map(
        ([, name]) => name,
      ),
    );
    const bundle = files
      .filter((file) => isCode(file) && file.startsWith(`dist/${side}/`))
      .map(read)
      .join('\n');
    const isThere = names.some((name) => new RegExp(`\\b${name}\\b`).test(bundle));
    return isThere ? [] : [`dist/${side} has nothing of ${KIT}`];
  });

/** Everything that is looked at in a packed plugin: a sentence, and what is wrong with it. */
export const tarballChecks = (tarball) => [
  ['holds what a user needs and nothing else', fileList(tarball)],
  ['names no folder of the machine it was built on', machinePaths(tarball)],
  ['asks for no private package', privatePackages(tarball)],
  ['has kit inside', missingKit(tarball)],
  ['declares everything it loads', undeclared(tarball)],
  ['brings no second copy of a peer', bundledPeers(tarball)],
];
