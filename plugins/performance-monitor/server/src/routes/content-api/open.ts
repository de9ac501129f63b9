export default [
  {
    method: 'GET',
    path: '/metrics',
    handler: 'open.metrics',
    // Has a token of its own: Prometheus sends no Strapi token.
    config: { auth: false },
  },
  {
    method: 'POST',
    path: '/vitals',
    handler: 'open.vitals',
    // Browsers of visitors, with a browser key.
    config: { auth: false },
  },
  { method: 'POST', path: '/markers', handler: 'open.deploy', config: {} },
];
