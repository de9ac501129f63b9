import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { HelpPage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../shared/plugin';
import { HELP } from '../help/texts';
import { NetworkDashboardPage } from './Dashboard/NetworkDashboardPage';
import { SiteDashboardPage } from './Dashboard/SiteDashboardPage';
import { AuditPage } from './Audit/AuditPage';
import { BoardPage } from './Board/BoardPage';
import { IsolationPage } from './Isolation/IsolationPage';
import { MembersPage } from './Members/MembersPage';
import { RevalidationPage } from './Revalidation/RevalidationPage';
import { SharingPage } from './Sharing/SharingPage';
import { EditSitePage } from './Site/SitePage';
import { SitesPage } from './Sites/SitesPage';
import { TokensPage } from './Tokens/TokensPage';
import { WebhooksPage } from './Webhooks/WebhooksPage';
import { WizardPage } from './Wizard/WizardPage';
import { WorkflowPage } from './Workflow/WorkflowPage';

const App = () => (
  <Routes>
    <Route index element={<SitesPage />} />
    <Route path="overview" element={<NetworkDashboardPage />} />
    <Route path="sites/new" element={<WizardPage />} />
    <Route path="sites/:id/dashboard" element={<SiteDashboardPage />} />
    <Route path="sites/:id" element={<EditSitePage />} />
    <Route path="sites/:id/members" element={<MembersPage />} />
    <Route path="sites/:id/board" element={<BoardPage />} />
    <Route path="sites/:id/workflow" element={<WorkflowPage />} />
    <Route path="sites/:id/revalidation" element={<RevalidationPage />} />
    <Route path="sharing" element={<SharingPage />} />
    <Route path="audit" element={<AuditPage />} />
    <Route path="isolation" element={<IsolationPage />} />
    <Route path="tokens" element={<TokensPage />} />
    <Route path="webhooks" element={<WebhooksPage />} />
    <Route path="help" element={<HelpPage texts={HELP} home={`/plugins/${PLUGIN_ID}`} />} />
    <Route path="*" element={<Page.Error />} />
  </Routes>
);

// Default export: the admin loads menu pages by it.
export default App;
