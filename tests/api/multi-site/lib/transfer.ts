import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { requireNative } from '../../../harness';

/** Where data comes from or goes to. */
export type Provider = Record<string, unknown>;
type Engine = {
  transfer(): Promise<unknown>;
  diagnostics: { onDiagnostic(listener: (event: { kind: string; details: object }) => void): void };
};
type Make = (options: object) => Provider;
type DataTransfer = {
  engine: {
    createTransferEngine(source: Provider, destination: Provider, options: object): Engine;
  };
  strapi: {
    providers: {
      createLocalStrapiSourceProvider: Make;
      createLocalStrapiDestinationProvider: Make;
      createRemoteStrapiDestinationProvider: Make;
    };
  };
  file: {
    providers: {
      createLocalFileSourceProvider: Make;
      createLocalFileDestinationProvider: Make;
    };
  };
};
/** What `strapi transfer` and `strapi export` say to it by default. */
type Command = {
  parseRestoreFromOptions(options: object, strapi: Core.Strapi): object;
  buildTransferTransforms(options: object): object;
};

const STRAPI = path.dirname(require.resolve('@strapi/strapi/package.json'));

/** The parts of Strapi's data transfer that `strapi export`, `import` and `transfer` use. */
export const transferParts = (): DataTransfer =>
  // A dependency of Strapi, not of this repository.
  requireNative(require.resolve('@strapi/data-transfer', { paths: [STRAPI] })) as DataTransfer;

export const transferCommand = (): Command =>
  requireNative(path.join(STRAPI, 'dist/src/cli/utils/data-transfer.js')) as Command;

/** Carries everything over, as the commands do. What a running server writes meanwhile is warned of. */
export const carry = async (source: Provider, destination: Provider, transforms: object = {}) => {
  const engine = transferParts().engine.createTransferEngine(source, destination, {
    versionStrategy: 'ignore',
    schemaStrategy: 'ignore',
    exclude: [],
    only: [],
    transforms,
  });
  const problems: object[] = [];
  engine.diagnostics.onDiagnostic(({ kind, details }) => {
    if (kind === 'error') problems.push(details);
  });
  await engine.transfer();
  expect(problems).toEqual([]);
};
