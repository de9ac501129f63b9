/** Where alerts are sent; address and secret are sealed. */
export default {
  kind: 'collectionType',
  collectionName: 'performance_monitor_channels',
  info: { singularName: 'channel', pluralName: 'channels', displayName: 'Alert channel' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    name: { type: 'string', required: true },
    site: { type: 'integer', default: 0 },
    kind: { type: 'string', required: true },
    isEnabled: { type: 'boolean', default: true },
    target: { type: 'text', required: true },
    secret: { type: 'text' },
    isNetwork: { type: 'boolean', default: false },
    isSample: { type: 'boolean', default: false },
  },
} as const;
