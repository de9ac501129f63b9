import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { HelpPage } from 'suite-kit/admin';
import { HELP } from '../help/texts';
import { PATHS } from '../paths';
import { AnalyticsPage } from './Analytics/AnalyticsPage';
import { AudiencePage } from './Audiences/AudiencePage';
import { AudiencesPage } from './Audiences/AudiencesPage';
import { OverviewPage } from './Overview/OverviewPage';
import { RecommendationsPage } from './Recommendations/RecommendationsPage';
import { RulePage } from './Rule/RulePage';
import { RulesPage } from './Rules/RulesPage';
import { SettingsPage } from './Settings/SettingsPage';
import { VisitorPage } from './Visitors/VisitorPage';
import { VisitorsPage } from './Visitors/VisitorsPage';

const App = () => (
  <Routes>
    <Route index element={<OverviewPage />} />
    <Route path="rules" element={<RulesPage />} />
    <Route path="rules/:id" element={<RulePage />} />
    <Route path="audiences" element={<AudiencesPage />} />
    <Route path="audiences/:id" element={<AudiencePage />} />
    <Route path="visitors" element={<VisitorsPage />} />
    <Route path="visitors/:id" element={<VisitorPage />} />
    <Route path="recommendations" element={<RecommendationsPage />} />
    <Route path="analytics" element={<AnalyticsPage />} />
    <Route path="settings" element={<SettingsPage />} />
    <Route path="help" element={<HelpPage texts={HELP} home={PATHS.overview} />} />
    <Route path="*" element={<Page.Error />} />
  </Routes>
);

// Default export: the admin loads menu pages by it.
export default App;
