import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { HelpPage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../shared/plugin';
import { HELP } from '../help/texts';
import { EntryPage } from './Entry/EntryPage';
import { ExperimentPage } from './Experiment/ExperimentPage';
import { NewExperimentPage } from './Experiment/NewExperimentPage';
import { ExperimentsPage } from './Experiments/ExperimentsPage';
import { QualityPage } from './Quality/QualityPage';
import { SettingsPage } from './Settings/SettingsPage';
import { UsagePage } from './Usage/UsagePage';

const App = () => (
  <Routes>
    <Route index element={<QualityPage />} />
    <Route path="entries/:uid/:documentId" element={<EntryPage />} />
    <Route path="experiments" element={<ExperimentsPage />} />
    <Route path="experiments/new" element={<NewExperimentPage />} />
    <Route path="experiments/:id" element={<ExperimentPage />} />
    <Route path="usage" element={<UsagePage />} />
    <Route path="settings" element={<SettingsPage />} />
    <Route path="help" element={<HelpPage texts={HELP} home={`/plugins/${PLUGIN_ID}`} />} />
    <Route path="*" element={<Page.Error />} />
  </Routes>
);

// Default export: the admin loads menu pages by it.
export default App;
