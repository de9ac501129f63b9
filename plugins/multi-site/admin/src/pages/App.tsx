import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { IsolationPage } from './Isolation/IsolationPage';
import { MembersPage } from './Members/MembersPage';
import { EditSitePage, NewSitePage } from './Site/SitePage';
import { SitesPage } from './Sites/SitesPage';
import { TokensPage } from './Tokens/TokensPage';

const App = () => (
  <Routes>
    <Route index element={<SitesPage />} />
    <Route path="sites/new" element={<NewSitePage />} />
    <Route path="sites/:id" element={<EditSitePage />} />
    <Route path="sites/:id/members" element={<MembersPage />} />
    <Route path="isolation" element={<IsolationPage />} />
    <Route path="tokens" element={<TokensPage />} />
    <Route path="*" element={<Page.Error />} />
  </Routes>
);

// Default export: the admin loads menu pages by it.
export default App;
