import type { ReactNode } from 'react';
import { hasRole, useFrame } from '../../app/view';
import { Crumbs } from '../../layout/Crumbs';
import type { Role } from '../../gql/graphql';
import { NoRight } from '../../states/NoRight';
import { Shown } from '../../states/Shown';
import { useTitle } from '../../app/title';
import { useWorkbench, type Bench } from './useWorkbench';

const WHAT =
  'Analysts code comments to themes, look at what the coder learned, and decide when it may speak. Each sees the comments of the own agencies.';

interface Props {
  title: string;
  lede?: string;
  /** Who may see it, and how that is said; analysts unless given. */
  roles?: Role[];
  who?: string;
  /** False on the workbench itself. */
  below?: boolean;
  children: (bench: Bench, again: () => void) => ReactNode;
}

/** The frame of every page of the workbench: who may, where one is, and how things stand. */
export function ForAnalysts(props: Props) {
  const frame = useFrame();
  const { roles = ['ANALYST'], who = 'an analyst' } = props;
  if (!hasRole(frame, ...roles)) return <NoRight title={props.title} who={who} what={WHAT} />;
  return <Page {...props} />;
}

function Page({ title, lede, below = true, children }: Props) {
  useTitle(title);
  const answer = useWorkbench();
  return (
    <>
      {below && <Crumbs trail={[['/workbench', 'Workbench']]} here={title} />}
      <div className="head">
        <div>
          <h1>{title}</h1>
          {lede && <p className="lede">{lede}</p>}
        </div>
      </div>
      <Shown answer={answer} rows={10}>
        {(bench) => children(bench, answer.again)}
      </Shown>
    </>
  );
}
