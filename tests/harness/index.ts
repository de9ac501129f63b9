export * from './app';
export * from './builders';
export * from './http';
export * from './people';
export * from './personas';
export * from './png';
export * from './sites';
export * from './storage';
