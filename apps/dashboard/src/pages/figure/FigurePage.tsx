import { useParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { useFrame, useView } from '../../app/view';
import type { Question } from '../../figures/figure';
import { Crumbs } from '../../layout/Crumbs';
import type { ReceiptFigure } from '../../receipt/accounted';
import { DrawerBody, headline } from '../../receipt/DrawerBody';
import { Shown } from '../../states/Shown';
import { DecisionsHere } from '../decisions/DecisionsHere';
import { NotFoundPage } from '../NotFoundPage';
import { ONE_FIGURE } from './queries';

/** One figure of an edition under an address of its own: where a report, a decision or a citation leads. */
export function FigurePage() {
  const { '*': id = '' } = useParams();
  const view = useView();
  const frame = useFrame();
  const edition = view.edition ?? frame.edition?.number ?? 0;
  const answer = useAnswer({ query: ONE_FIGURE, variables: { id, edition } });
  return (
    <Shown answer={answer} rows={12}>
      {({ figure }) =>
        figure ? (
          <Page figure={figure} />
        ) : (
          <NotFoundPage title="There is no such figure">
            <p>
              Edition {edition} has no figure of that name. See <Go to="/themes">all themes</Go>.
            </p>
          </NotFoundPage>
        )
      }
    </Shown>
  );
}

/** The question that a figure answers: its report, what it is cut by, and the filters that its receipt names. */
function questionOf({ id, keys, receipt }: ReceiptFigure): Question {
  const filter: Record<string, string[]> = {};
  const [, ...filters] = id.split(';');
  const filtered = new Set(filters.map((part) => part.slice(0, part.indexOf('='))));
  for (const { dimension, code } of receipt.filters) {
    const name = dimension.toLowerCase().replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());
    if (
      filtered.has(dimension.toLowerCase().replaceAll('_', '-')) &&
      !keys.some((key) => key.dimension === dimension)
    )
      (filter[name] ??= []).push(code);
  }
  return { report: id.split(/[/;]/)[0] ?? '', by: keys.map((key) => key.dimension), filter };
}

function Page({ figure }: { figure: ReceiptFigure }) {
  const name = figure.keys.map((key) => key.name).join(', ') || 'everybody who was heard';
  const { title, line } = headline(figure, name);
  useTitle(title);
  const theme = figure.keys.find(({ dimension }) => dimension === 'THEME');
  return (
    <>
      <Crumbs trail={[['/themes', 'Themes']]} here="One figure" />
      <h1>{title}</h1>
      {line && <p className="lede">{line}</p>}
      <div className="prose figure-page">
        <DrawerBody figure={figure} question={questionOf(figure)} title={title} />
      </div>
      {theme && (
        <DecisionsHere
          where={`who raised “${theme.name}”`}
          filter={{ theme: [theme.code] }}
          none={`No decision names “${theme.name}” yet`}
        />
      )}
    </>
  );
}
