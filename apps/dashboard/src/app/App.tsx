import { BrowserRouter, Route, Routes } from 'react-router';
import { Provider } from 'urql';
import { Layout } from '../layout/Layout';
import { DecisionPage } from '../pages/decisions/DecisionPage';
import { OwnDecisionsPage } from '../pages/decisions/write/OwnDecisionsPage';
import { WriteDecisionPage } from '../pages/decisions/write/WriteDecisionPage';
import { WhatHappenedPage } from '../pages/decisions/WhatHappenedPage';
import { DeliveriesPage } from '../pages/deliveries/DeliveriesPage';
import { DeliveryPage } from '../pages/deliveries/DeliveryPage';
import { DifferencePage } from '../pages/editions/DifferencePage';
import { EditionsPage } from '../pages/editions/EditionsPage';
import { EngagementPage } from '../pages/engagements/EngagementPage';
import { EngagementsPage } from '../pages/engagements/EngagementsPage';
import { FigurePage } from '../pages/figure/FigurePage';
import { GradesPage } from '../pages/grades/GradesPage';
import { FamiliesPage } from '../pages/matches/FamiliesPage';
import { MatchesPage } from '../pages/matches/MatchesPage';
import { MatchPage } from '../pages/matches/MatchPage';
import { RunsPage } from '../pages/matches/RunsPage';
import { AccountsPage } from '../pages/accounts/AccountsPage';
import { NotFoundPage } from '../pages/NotFoundPage';
import { OverviewPage } from '../pages/overview/OverviewPage';
import { QuarantinePage } from '../pages/quarantine/QuarantinePage';
import { SessionsPage } from '../pages/sessions/SessionsPage';
import { SecondPage } from '../pages/second/SecondPage';
import { QuestionPage } from '../pages/questions/QuestionPage';
import { QuestionsPage } from '../pages/questions/QuestionsPage';
import { ReportPage } from '../pages/reports/ReportPage';
import { ReportRoomPage } from '../pages/reports/ReportRoomPage';
import { SourcesPage } from '../pages/sources/SourcesPage';
import { ThemePage } from '../pages/themes/ThemePage';
import { ThemesPage } from '../pages/themes/ThemesPage';
import { UnheardPage } from '../pages/unheard/UnheardPage';
import { UploadPage } from '../pages/upload/UploadPage';
import { WaitsPage } from '../pages/waits/WaitsPage';
import { WardPage } from '../pages/wards/WardPage';
import { WardsPage } from '../pages/wards/WardsPage';
import { AccessibilityPage } from '../pages/words/AccessibilityPage';
import { CorrectionsPage } from '../pages/words/CorrectionsPage';
import { InformationPage } from '../pages/words/InformationPage';
import { MethodsPage } from '../pages/words/MethodsPage';
import { SearchPage } from '../pages/search/SearchPage';
import { BuilderPage } from '../pages/codebooks/BuilderPage';
import { CodeAnswersPage } from '../pages/codebooks/CodeAnswersPage';
import { CodebooksPage } from '../pages/codebooks/CodebooksPage';
import { AgreementPage } from '../pages/workbench/AgreementPage';
import { CodePage } from '../pages/workbench/code/CodePage';
import { CodebookPage } from '../pages/workbench/CodebookPage';
import { CommentPage } from '../pages/workbench/CommentPage';
import { ComparePage } from '../pages/workbench/ComparePage';
import { DisagreementsPage } from '../pages/workbench/DisagreementsPage';
import { ProblemsPage } from '../pages/workbench/ProblemsPage';
import { SafeguardingPage } from '../pages/workbench/risk/SafeguardingPage';
import { SuggestionsPage } from '../pages/workbench/SuggestionsPage';
import { WorkbenchPage } from '../pages/workbench/WorkbenchPage';
import { client } from './client';

export function App() {
  return (
    <Provider value={client}>
      <BrowserRouter>
        <Routes>
          <Route element={<Layout />}>
            <Route index element={<OverviewPage />} />
            <Route path="themes" element={<ThemesPage />} />
            <Route path="grades" element={<GradesPage />} />
            <Route path="themes/:code" element={<ThemePage />} />
            <Route path="wards" element={<WardsPage />} />
            <Route path="wards/:code" element={<WardPage />} />
            <Route path="engagements" element={<EngagementsPage />} />
            <Route path="engagements/:agency/:key" element={<EngagementPage />} />
            <Route path="what-happened" element={<WhatHappenedPage />} />
            <Route path="what-happened/:id" element={<DecisionPage />} />
            <Route path="figures/*" element={<FigurePage />} />
            <Route path="questions" element={<QuestionsPage />} />
            <Route path="questions/:code" element={<QuestionPage />} />
            <Route path="unheard" element={<UnheardPage />} />
            <Route path="sources" element={<SourcesPage />} />
            {SIGNED_IN}
            <Route path="editions" element={<EditionsPage />} />
            <Route path="editions/:from/:to" element={<DifferencePage />} />
            <Route path="methods" element={<MethodsPage />} />
            <Route path="accessibility" element={<AccessibilityPage />} />
            <Route path="how-we-use-information" element={<InformationPage />} />
            <Route path="corrections" element={<CorrectionsPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </BrowserRouter>
    </Provider>
  );
}

/** Pages of people who are signed in; each says itself who may see it. */
const SIGNED_IN = (
  <>
    <Route path="decisions" element={<OwnDecisionsPage />} />
    <Route path="decisions/new" element={<WriteDecisionPage />} />
    <Route path="decisions/:id" element={<WriteDecisionPage />} />
    <Route path="report-room" element={<ReportRoomPage />} />
    <Route path="report-room/new" element={<ReportPage />} />
    <Route path="report-room/:id" element={<ReportPage />} />
    <Route path="deliveries" element={<DeliveriesPage />} />
    <Route path="deliveries/:id" element={<DeliveryPage />} />
    <Route path="upload" element={<UploadPage />} />
    <Route path="waits" element={<WaitsPage />} />
    <Route path="quarantine" element={<QuarantinePage />} />
    <Route path="search" element={<SearchPage />} />
    <Route path="workbench" element={<WorkbenchPage />} />
    <Route path="workbench/code" element={<CodePage />} />
    <Route path="workbench/comments/:submission" element={<CommentPage />} />
    <Route path="workbench/compare" element={<ComparePage />} />
    <Route path="workbench/agreement" element={<AgreementPage />} />
    <Route path="workbench/disagreements" element={<DisagreementsPage />} />
    <Route path="workbench/suggestions" element={<SuggestionsPage />} />
    <Route path="workbench/safeguarding" element={<SafeguardingPage />} />
    <Route path="workbench/problems" element={<ProblemsPage />} />
    <Route path="workbench/codebook" element={<CodebookPage />} />
    <Route path="workbench/codebooks" element={<CodebooksPage />} />
    <Route path="workbench/codebooks/:code" element={<BuilderPage />} />
    <Route path="workbench/codebooks/:code/code" element={<CodeAnswersPage />} />
    <Route path="matches" element={<MatchesPage />} />
    <Route path="matches/families" element={<FamiliesPage />} />
    <Route path="matches/runs" element={<RunsPage />} />
    <Route path="matches/:a/:b" element={<MatchPage />} />
    <Route path="second" element={<SecondPage />} />
    <Route path="accounts" element={<AccountsPage />} />
    <Route path="sessions" element={<SessionsPage />} />
  </>
);
