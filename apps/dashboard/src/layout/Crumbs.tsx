import { Go } from '../app/Go';

export function Crumbs({ trail, here }: { trail: [to: string, name: string][]; here: string }) {
  return (
    <nav aria-label="You are here">
      <ol className="crumbs">
        {trail.map(([to, name]) => (
          <li key={to}>
            <Go to={to} className="link same">
              {name}
            </Go>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
