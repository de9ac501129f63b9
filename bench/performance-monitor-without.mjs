// The same Strapi without the plugin, in a process of its own.
import { answerParent, startBenchApp } from './performance-monitor-app.mjs';

const { app } = await startBenchApp(process.argv[2], false);
answerParent(app, {});
