import type { ReactNode } from 'react';
import { useTitle } from '../../app/title';
import { hasRole, useFrame } from '../../app/view';
import { Crumbs } from '../../layout/Crumbs';
import { NoRight } from '../../states/NoRight';

interface Props {
  title: string;
  lede?: string;
  /** What stands between the workbench and this page. */
  trail?: [string, string][];
  children: ReactNode;
}

/** The frame of every page on codebooks of agencies: who may, and where one is. */
export function ForEditors({ title, lede, trail = [], children }: Props) {
  const frame = useFrame();
  useTitle(title);
  if (!hasRole(frame, 'EDITOR', 'ANALYST'))
    return (
      <NoRight
        title={title}
        who="an editor or an analyst"
        what="Editors of an agency make codebooks for its own questions; its analysts read the comments behind them."
      />
    );
  return (
    <>
      <Crumbs trail={[['/workbench', 'Workbench'], ...trail]} here={title} />
      <div className="head">
        <div>
          <h1>{title}</h1>
          {lede && <p className="lede">{lede}</p>}
        </div>
      </div>
      {children}
    </>
  );
}
