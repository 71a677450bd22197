import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { Provider } from 'urql';
import { Layout } from '../layout/Layout';
import { DecisionPage } from '../pages/decisions/DecisionPage';
import { WhatHappenedPage } from '../pages/decisions/WhatHappenedPage';
import { EngagementPage } from '../pages/engagements/EngagementPage';
import { EngagementsPage } from '../pages/engagements/EngagementsPage';
import { FigurePage } from '../pages/figure/FigurePage';
import { OverviewPage } from '../pages/overview/OverviewPage';
import { ThemePage } from '../pages/themes/ThemePage';
import { ThemesPage } from '../pages/themes/ThemesPage';
import { WardPage } from '../pages/wards/WardPage';
import { WardsPage } from '../pages/wards/WardsPage';
import { Skeleton } from '../states/Skeleton';
import { ApiPage } from '../pages/api/ApiPage';
import { client } from './client';

/** Fetched once one of them is asked for: most readers never do, and a line may be slow. */
const OtherPages = lazy(() => import('./OtherPages'));

export function App() {
  return (
    <Provider value={client}>
      <BrowserRouter>
        <Routes>
          <Route element={<Layout />}>
            <Route index element={<OverviewPage />} />
            <Route path="themes" element={<ThemesPage />} />
            <Route path="themes/:code" element={<ThemePage />} />
            <Route path="wards" element={<WardsPage />} />
            <Route path="wards/:code" element={<WardPage />} />
            <Route path="engagements" element={<EngagementsPage />} />
            <Route path="engagements/:agency/:key" element={<EngagementPage />} />
            <Route path="what-happened" element={<WhatHappenedPage />} />
            <Route path="what-happened/:id" element={<DecisionPage />} />
            <Route path="figures/*" element={<FigurePage />} />
            <Route
              path="*"
              element={
                <Suspense fallback={<Skeleton rows={8} />}>
                  <OtherPages />
                </Suspense>
              }
            />
            <Route path="api" element={<ApiPage />} />
          </Route>
        </Routes>
      </BrowserRouter>
    </Provider>
  );
}
