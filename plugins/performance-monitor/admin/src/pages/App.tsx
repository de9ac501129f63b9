import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { HelpPage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../shared/plugin';
import { HELP } from '../help/texts';
import { AiPage } from './Ai/AiPage';
import { AlertsPage } from './Alerts/AlertsPage';
import { RulePage } from './Alerts/RulePage';
import { ApiPage } from './Api/ApiPage';
import { RoutePage } from './Api/RoutePage';
import { ComparisonPage } from './Comparison/ComparisonPage';
import { DatabasePage } from './Database/DatabasePage';
import { StatementPage } from './Database/StatementPage';
import { DeliveryPage } from './Delivery/DeliveryPage';
import { OverviewPage } from './Overview/OverviewPage';
import { SettingsPage } from './Settings/SettingsPage';
import { TracePage } from './Trace/TracePage';

const App = () => (
  <Routes>
    <Route index element={<OverviewPage />} />
    <Route path="api" element={<ApiPage />} />
    <Route path="api/route" element={<RoutePage />} />
    <Route path="database" element={<DatabasePage />} />
    <Route path="database/:fingerprint" element={<StatementPage />} />
    <Route path="delivery" element={<DeliveryPage />} />
    <Route path="ai" element={<AiPage />} />
    <Route path="requests/:id" element={<TracePage />} />
    <Route path="markers/:id" element={<ComparisonPage />} />
    <Route path="alerts" element={<AlertsPage />} />
    <Route path="alerts/rules/new" element={<RulePage />} />
    <Route path="alerts/rules/:id" element={<RulePage />} />
    <Route path="settings" element={<SettingsPage />} />
    <Route path="help" element={<HelpPage texts={HELP} home={`/plugins/${PLUGIN_ID}`} />} />
    <Route path="*" element={<Page.Error />} />
  </Routes>
);

// Default export: the admin loads menu pages by it.
export default App;
