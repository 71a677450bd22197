import { WorkbenchPage } from '../pages/workbench/WorkbenchPage';
import { SuggestionsPage } from '../pages/workbench/SuggestionsPage';
import { SafeguardingPage } from '../pages/workbench/risk/SafeguardingPage';
import { ProblemsPage } from '../pages/workbench/ProblemsPage';
import { EmergingPage } from '../pages/workbench/emerging/EmergingPage';
import { DisagreementsPage } from '../pages/workbench/DisagreementsPage';
import { ComparePage } from '../pages/workbench/ComparePage';
import { CommentPage } from '../pages/workbench/CommentPage';
import { CodebookPage } from '../pages/workbench/CodebookPage';
import { CodePage } from '../pages/workbench/code/CodePage';
import { AgreementPage } from '../pages/workbench/AgreementPage';
import { CommunitiesPage } from '../pages/communities/CommunitiesPage';
import { NamesPage } from '../pages/communities/NamesPage';
import { CommunityPage } from '../pages/communities/CommunityPage';
import { CodebooksPage } from '../pages/codebooks/CodebooksPage';
import { CodeAnswersPage } from '../pages/codebooks/CodeAnswersPage';
import { BuilderPage } from '../pages/codebooks/BuilderPage';
import { SearchPage } from '../pages/search/SearchPage';
import { MethodsPage } from '../pages/words/MethodsPage';
import { InformationPage } from '../pages/words/InformationPage';
import { CorrectionsPage } from '../pages/words/CorrectionsPage';
import { AccessibilityPage } from '../pages/words/AccessibilityPage';
import { WaitsPage } from '../pages/waits/WaitsPage';
import { UploadPage } from '../pages/upload/UploadPage';
import { EngageNextPage } from '../pages/recorded/EngageNextPage';
import { VoiceAndRecordPage } from '../pages/recorded/VoiceAndRecordPage';
import { ReachPage } from '../pages/reach/ReachPage';
import { UnheardPage } from '../pages/unheard/UnheardPage';
import { SourcesPage } from '../pages/sources/SourcesPage';
import { ReportRoomPage } from '../pages/reports/ReportRoomPage';
import { ReportPage } from '../pages/reports/ReportPage';
import { QuestionsPage } from '../pages/questions/QuestionsPage';
import { QuestionPage } from '../pages/questions/QuestionPage';
import { SecondPage } from '../pages/second/SecondPage';
import { SessionsPage } from '../pages/sessions/SessionsPage';
import { QuarantinePage } from '../pages/quarantine/QuarantinePage';
import { NotFoundPage } from '../pages/NotFoundPage';
import { AccountsPage } from '../pages/accounts/AccountsPage';
import { RunsPage } from '../pages/matches/RunsPage';
import { MatchPage } from '../pages/matches/MatchPage';
import { MatchesPage } from '../pages/matches/MatchesPage';
import { FamiliesPage } from '../pages/matches/FamiliesPage';
import { GradesPage } from '../pages/grades/GradesPage';
import { EditionsPage } from '../pages/editions/EditionsPage';
import { DifferencePage } from '../pages/editions/DifferencePage';
import { DeliveryPage } from '../pages/deliveries/DeliveryPage';
import { DeliveriesPage } from '../pages/deliveries/DeliveriesPage';
import { WriteDecisionPage } from '../pages/decisions/write/WriteDecisionPage';
import { OwnDecisionsPage } from '../pages/decisions/write/OwnDecisionsPage';
import { Route, Routes } from 'react-router';

/** Pages that most readers never open: how figures are made, and those of people who are signed in, each of which says itself who may see it. */
export default function OtherPages() {
  return (
    <Routes>
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
      <Route path="workbench/emerging" element={<EmergingPage />} />
      <Route path="workbench/agreement" element={<AgreementPage />} />
      <Route path="workbench/disagreements" element={<DisagreementsPage />} />
      <Route path="workbench/suggestions" element={<SuggestionsPage />} />
      <Route path="workbench/safeguarding" element={<SafeguardingPage />} />
      <Route path="workbench/problems" element={<ProblemsPage />} />
      <Route path="workbench/codebook" element={<CodebookPage />} />
      <Route path="matches" element={<MatchesPage />} />
      <Route path="matches/runs" element={<RunsPage />} />
      <Route path="matches/:a/:b" element={<MatchPage />} />
      <Route path="second" element={<SecondPage />} />
      <Route path="accounts" element={<AccountsPage />} />
      <Route path="sessions" element={<SessionsPage />} />
      <Route path="grades" element={<GradesPage />} />
      <Route path="questions" element={<QuestionsPage />} />
      <Route path="questions/:code" element={<QuestionPage />} />
      <Route path="communities" element={<CommunitiesPage />} />
      <Route path="communities/names" element={<NamesPage />} />
      <Route path="communities/:code" element={<CommunityPage />} />
      <Route path="reach" element={<ReachPage />} />
      <Route path="unheard" element={<UnheardPage />} />
      <Route path="voice-and-record" element={<VoiceAndRecordPage />} />
      <Route path="engage-next" element={<EngageNextPage />} />
      <Route path="sources" element={<SourcesPage />} />
      <Route path="editions" element={<EditionsPage />} />
      <Route path="editions/:from/:to" element={<DifferencePage />} />
      <Route path="methods" element={<MethodsPage />} />
      <Route path="accessibility" element={<AccessibilityPage />} />
      <Route path="how-we-use-information" element={<InformationPage />} />
      <Route path="corrections" element={<CorrectionsPage />} />
      <Route path="workbench/codebooks" element={<CodebooksPage />} />
      <Route path="workbench/codebooks/:code" element={<BuilderPage />} />
      <Route path="workbench/codebooks/:code/code" element={<CodeAnswersPage />} />
      <Route path="matches/families" element={<FamiliesPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
