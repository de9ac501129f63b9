import { builtinModules } from 'node:module';

const IMPORT = /(?:\bfrom\s*|\brequire\(\s*|\bimport\(\s*|^\s*import\s+)(['"])([^'"\s]+)\1/gm;
const TYPE_ONLY = /^\s*(?:import|export)\s+type\b[^;]*;/gm;

const BUILTIN = new Set(builtinModules);

const packageOf = (specifier) => {
  const [scope, name] = specifier.split('/');
  return specifier.startsWith('@') ? `${scope}/${name}` : scope;
};

const isPackage = (specifier) =>
  !/^[./]/.test(specifier) &&
  !specifier.startsWith('node:') &&
  // A sentence that quotes a value is no import.
  !specifier.includes('${') &&
  !BUILTIN.has(specifier);

/** The packages a file asks for, without its own neighbours and Node's modules. */
export const packagesIn = (code) =>
  new Set(
    [...code.matchAll(IMPORT)]
      .map(([, , specifier]) => specifier)
      .filter(isPackage)
      .map(packageOf),
  );

/** The packages a TypeScript source needs at run time. */
export const runtimePackagesIn = (source) => packagesIn(source.replace(TYPE_ONLY, ''));
