import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { HelpPage } from 'suite-kit/admin';
import { HELP } from '../help/texts';
import { PATHS } from '../paths';
import { AuditPage } from './Audit/AuditPage';
import { ConflictPage } from './Conflicts/ConflictPage';
import { ConflictsPage } from './Conflicts/ConflictsPage';
import { RunPage } from './Runs/RunPage';
import { RunsPage } from './Runs/RunsPage';
import { SourcePage } from './Source/SourcePage';
import { SourcesPage } from './Sources/SourcesPage';
import { EditSourcePage, NewSourcePage } from './Wizard/WizardPage';

const App = () => (
  <Routes>
    <Route index element={<SourcesPage />} />
    <Route path="sources/new" element={<NewSourcePage />} />
    <Route path="sources/:id" element={<SourcePage />} />
    <Route path="sources/:id/edit" element={<EditSourcePage />} />
    <Route path="runs" element={<RunsPage />} />
    <Route path="runs/:id" element={<RunPage />} />
    <Route path="conflicts" element={<ConflictsPage />} />
    <Route path="conflicts/:id" element={<ConflictPage />} />
    <Route path="audit" element={<AuditPage />} />
    <Route path="help" element={<HelpPage texts={HELP} home={PATHS.sources} />} />
    <Route path="*" element={<Page.Error />} />
  </Routes>
);

// Default export: the admin loads menu pages by it.
export default App;
