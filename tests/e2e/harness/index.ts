export * from './browser';
export * from './visit';
