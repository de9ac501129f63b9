export * from './applications';
export * from './browser';
export * from './visit';
