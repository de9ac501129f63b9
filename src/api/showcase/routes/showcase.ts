export default {
  routes: [
    { method: 'GET', path: '/showcase/one-by-one', handler: 'showcase.oneByOne' },
    { method: 'GET', path: '/showcase/everything', handler: 'showcase.everything' },
  ],
};
