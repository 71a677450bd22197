import { useTitle } from '../app/title';

/** No right to see: what it is, who may, how to ask. */
export function NoRight({ title, what, who }: { title: string; what: string; who: string }) {
  useTitle(title);
  return (
    <>
      <h1>{title}</h1>
      <div className="card" style={{ marginTop: 24 }}>
        <h2>You need to be signed in as {who}</h2>
        <p>{what}</p>
        <p>
          Ask whoever runs this hub for a sign-in link. It works once, and is made by the command{' '}
          <code>npx hub sign-in</code>.
        </p>
      </div>
    </>
  );
}
